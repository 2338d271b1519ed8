using System.Globalization;

namespace Risk.Ocds;

/// <summary>A date and time as a release writes them: RFC 3339, and looser forms without a zone or without a time.</summary>
/// <param name="Wall">Ticks of the clock on the wall, as written.</param>
/// <param name="Offset">Ticks that this clock is ahead of UTC; null if the text names no zone.</param>
/// <param name="IsDay">There is no time of day: the text is a date.</param>
internal readonly record struct Moment(long Wall, long? Offset, bool IsDay)
{
    private const int DayLength = 10, TimeLength = 8, ZoneLength = 6;
    private const int LeapSecond = 60, TickDigits = 7;

    /// <summary>Ticks of the instant in UTC; null without a zone.</summary>
    public long? Instant => Wall - Offset;

    /// <summary>
    /// Whether this came after a deadline. Two instants are compared as such whatever their zones; if one of them has no zone, it is taken
    /// to be the other's. A deadline that is a day lasts to that day's end.
    /// </summary>
    public bool IsAfter(Moment deadline) => deadline.IsDay ? Wall >= deadline.Wall + TimeSpan.TicksPerDay
        : Instant is { } mine && deadline.Instant is { } last ? mine > last
        : Wall > deadline.Wall;

    /// <summary>Reads a text; null if it is no date.</summary>
    public static Moment? Read(ReadOnlySpan<byte> text)
    {
        if (Day(text) is not { } day)
            return null;
        text = text[DayLength..];
        if (text.IsEmpty)
            return new Moment(day, null, IsDay: true);
        if (text[0] is not ((byte)'T' or (byte)'t' or (byte)' ') || Time(text = text[1..]) is not { } time)
            return null;
        text = text[TimeLength..];
        var wall = day + time + Fraction(ref text);
        if (text.IsEmpty)
            return new Moment(wall, null, IsDay: false);
        return Zone(text) is { } offset ? new Moment(wall, offset, IsDay: false) : null;
    }

    private static long? Day(ReadOnlySpan<byte> text)
    {
        if (text.Length < DayLength || text[4] != '-' || text[7] != '-')
            return null;
        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day).Ticks
            : null;
    }

    private static long? Time(ReadOnlySpan<byte> text)
    {
        if (text.Length < TimeLength || text[2] != ':' || text[5] != ':')
            return null;
        var (hour, minute, second) = (Number(text[..2]), Number(text[3..5]), Number(text[6..8]));
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and <= LeapSecond
            ? (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond)
            : null;
    }

    /// <summary>Ticks of the part of a second that the text begins with, which is cut off it.</summary>
    private static long Fraction(ref ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] != '.')
            return 0;
        var digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length - 1 : digits;
        long ticks = 0;
        for (var place = 1; place <= TickDigits; place++)
            ticks = (ticks * 10) + (place <= digits ? text[place] - '0' : 0);
        text = digits == 0 ? text : text[(digits + 1)..];
        return ticks;
    }

    private static long? Zone(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'Z' or (byte)'z'])
            return 0;
        if (text.Length != ZoneLength || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
            return null;
        var (hours, minutes) = (Number(text[1..3]), Number(text[4..6]));
        if (hours is < 0 or >= 24 || minutes is < 0 or >= 60)
            return null;
        var ahead = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        return text[0] == '-' ? -ahead : ahead;
    }

    /// <summary>All digits, or −1.</summary>
    private static int Number(ReadOnlySpan<byte> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
