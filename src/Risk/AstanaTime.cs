namespace Risk;

/// <summary>The wall clock that the portal and the law count by, without the machine's time zone tables.</summary>
/// <remarks>The whole country keeps UTC+5 since 1 March 2024; Astana kept UTC+6 before.</remarks>
public static class AstanaTime
{
    private static readonly DateTimeOffset OneZone = new(2024, 3, 1, 0, 0, 0, TimeSpan.FromHours(5));

    /// <summary>The same moment on the wall clock of Astana.</summary>
    public static DateTimeOffset At(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(moment < OneZone ? 6 : 5));

    /// <summary>The calendar day of a moment in Astana.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(At(moment).DateTime);

    /// <summary>The calendar day of a moment in Astana as 2026-03-05, whatever the machine's calendar; empty for none.</summary>
    public static string DayText(DateTimeOffset? moment) =>
        moment is { } known ? DayOf(known).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "";

    /// <summary>Midnight at which a day begins in Astana.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        At(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(day >= new DateOnly(2024, 3, 1) ? 5 : 6)));
}
