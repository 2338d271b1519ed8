using System.Globalization;

namespace Procurement;

/// <summary>
/// Turns the portal's wall-clock time of Astana, which it writes without a zone, into a moment and back.
/// UTC+06:00 until 29 February 2024, UTC+05:00 since 1 March 2024 (until then the west of the country kept another time;
/// the portal did not). Good for moments since 2005, when summer time was given up.
/// </summary>
public static class PortalTime
{
    private static readonly TimeSpan Before = TimeSpan.FromHours(6);
    private static readonly TimeSpan Since = TimeSpan.FromHours(5);
    private static readonly DateTime WallChange = new(2024, 3, 1);
    private static readonly DateTimeOffset Change = new(2024, 3, 1, 0, 0, 0, Before);

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
    ];

    /// <summary>
    /// Reads "YYYY-MM-DD HH:MM:SS", with a fraction of a second, without seconds, or the date alone, which means its midnight.
    /// </summary>
    /// <returns>False for anything else; "0000-00-00 00:00:00", the portal's "never", is not a moment either.</returns>
    public static bool TryParse(string? text, out DateTimeOffset moment)
    {
        if (text is { Length: 19 } && IsUsual(text, out moment))
            return true;
        var read = DateTime.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            && wall.Year > 1;
        moment = read ? At(wall) : default;
        return read;
    }

    /// <summary>"YYYY-MM-DD HH:MM:SS", which nearly all are, without trying one pattern after another.</summary>
    private static bool IsUsual(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':' || text[16] != ':'
            || Digits(text, 0, 4) is not (>= 1 and var year) || Digits(text, 5, 2) is not (>= 1 and <= 12 and var month)
            || Digits(text, 8, 2) is not (>= 1 and var day) || day > DateTime.DaysInMonth(year, month)
            || Digits(text, 11, 2) is not (>= 0 and <= 23 and var hour) || Digits(text, 14, 2) is not (>= 0 and <= 59 and var minute)
            || Digits(text, 17, 2) is not (>= 0 and <= 59 and var second) || year == 1)
            return false;
        moment = At(new DateTime(year, month, day, hour, minute, second));
        return true;
    }

    private static int Digits(string text, int at, int count)
    {
        var number = 0;
        foreach (var digit in text.AsSpan(at, count))
        {
            if (!char.IsAsciiDigit(digit))
                return -1;
            number = (number * 10) + digit - '0';
        }
        return number;
    }

    /// <summary>
    /// The moment of a wall-clock time. The hour from 23:00 to midnight of 29 February 2024 passed twice; the first is meant.
    /// </summary>
    public static DateTimeOffset At(DateTime wall) =>
        new(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), wall < WallChange ? Before : Since);

    /// <summary>The same moment as a clock in Astana shows it: for working days, opening hours and words.</summary>
    public static DateTimeOffset InAstana(DateTimeOffset moment) => moment.ToOffset(moment < Change ? Before : Since);

    /// <summary>Writes a moment the portal's way, "YYYY-MM-DD HH:MM:SS"; a fraction of a second is cut.</summary>
    public static string Format(DateTimeOffset moment) =>
        InAstana(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
