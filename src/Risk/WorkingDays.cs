namespace Risk;

/// <summary>
/// Counts working days of Kazakhstan. In doubt a day counts as worked, so that a count is never too small:
/// a rule about "too few days" then never fires because of a doubt.
/// </summary>
public sealed class WorkingDays(HolidayTable table)
{
    private const string Doubtful = "likely";
    private const int NearABridge = 10;

    private readonly HashSet<DateOnly> off =
        [.. table.Years.Values.SelectMany(year => year.Off).Where(day => day.Certainty != Doubtful).Select(day => day.Date)];

    private readonly HashSet<DateOnly> worked = [.. table.Years.Values.SelectMany(year => year.Worked).Select(day => day.Date)];

    private readonly DateOnly first = new(table.Years.Keys.DefaultIfEmpty(1).Min(), 1, 1);
    private int[]? counts;    // working days from the first one up to and including each

    /// <summary>The calendar holds this year; other years cannot be judged.</summary>
    public bool Covers(DateOnly day) => table.Years.ContainsKey(day.Year);

    public bool IsWorked(DateOnly day) =>
        worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day));

    /// <summary>Working days after one day up to and including another; null when a year is not in the table.</summary>
    public int? Between(DateOnly after, DateOnly until) =>
        !Covers(after) || !Covers(until) ? null : until <= after ? 0 : CountTo(until) - CountTo(after);

    /// <summary>Counted once for all days of the table: every lot asks for some periods.</summary>
    private int CountTo(DateOnly day)
    {
        counts ??= Count();
        return counts[day.DayNumber - first.DayNumber];
    }

    private int[] Count()
    {
        var (sums, sum) = (new int[new DateOnly(table.Years.Keys.Max(), 12, 31).DayNumber - first.DayNumber + 1], 0);
        for (var place = 0; place < sums.Length; place++)
            sums[place] = sum += IsWorked(first.AddDays(place)) ? 1 : 0;
        return sums;
    }

    /// <summary>The last working day before a day.</summary>
    public DateOnly Before(DateOnly day)
    {
        do
        {
            day = day.AddDays(-1);
        }
        while (!IsWorked(day));

        return day;
    }

    /// <summary>
    /// A government decree not known here may have made a weekend day of this period a working one: such decrees free the
    /// single day between a holiday and a weekend.
    /// </summary>
    public bool MayHoldAMovedDay(DateOnly after, DateOnly until) =>
        Days(after, until).Any(day => IsWeekend(day) && !table.Years[day.Year].DecreesKnown && IsNearABridge(day));

    private bool IsNearABridge(DateOnly weekend) =>
        Days(weekend.AddDays(-NearABridge), weekend.AddDays(NearABridge)).Any(day => IsWorked(day) &&
            ((day.DayOfWeek == DayOfWeek.Monday && off.Contains(day.AddDays(1))) ||
            (day.DayOfWeek == DayOfWeek.Friday && off.Contains(day.AddDays(-1)))));

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static IEnumerable<DateOnly> Days(DateOnly after, DateOnly until)
    {
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}

/// <param name="Source">Laws that the days follow from.</param>
/// <param name="Quarantine">How the stopped work of spring 2020 is counted.</param>
/// <summary>Days off and moved days by year.</summary>
public sealed record HolidayTable(string Source, string Note, string Quarantine, IReadOnlyDictionary<int, HolidayYear> Years);

/// <param name="Source">The law of that year and the decrees that moved days.</param>
/// <param name="DecreesKnown">The government's moves of this year were taken into account.</param>
/// <param name="Off">Days off other than weekends.</param>
/// <param name="Worked">Weekend days that were worked.</param>
/// <summary>One year of the calendar.</summary>
public sealed record HolidayYear(
    string Source, bool DecreesKnown, IReadOnlyList<SpecialDay> Off, IReadOnlyList<SpecialDay> Worked);

/// <param name="Certainty">
/// "law": follows from the law or an announced religious date; "decree": an order is quoted or named by number and date;
/// "likely": not read or still to come.
/// </param>
/// <summary>One special day.</summary>
public sealed record SpecialDay(DateOnly Date, string Name, string Certainty);
