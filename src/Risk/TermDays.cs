namespace Risk;

/// <summary>Thresholds of KZ-14.</summary>
/// <param name="LeastTermDays">Calendar days that the law leaves a supplier.</param>
/// <param name="LeastSumMci">Works and services of less are often a matter of hours.</param>
/// <param name="SoonDays">Days after the signature in which large works are hardly done.</param>
/// <param name="Share">Of ended contracts of the kind, the shortest share that counts as soon.</param>
/// <param name="LeastPeers">Ended contracts needed to know what is usual.</param>
/// <param name="FullRatio">Times faster than the limit at which the strength is full, beyond <paramref name="SoonDays"/>.</param>
/// <param name="SignedWithinDays">Days after the bids are due in which the contract is signed.</param>
internal sealed record SpeedRule(
    int LeastTermDays, decimal LeastSumMci, int SoonDays, double Share, double MostOfMedian, int LeastPeers, double FullRatio,
    int SignedWithinDays)
{
    public const int Executed = 390;    // RefContractStatus
    public const int Homes = 50;    // RefTradeMethods: buying of homes
    public const int Widest = 30;    // days beyond which no kind of work is "soon"

    public required string Reason { get; init; }
}

/// <summary>How many calendar days a stated term leaves, at least and at most, while the day of the signature is not known.</summary>
internal static class TermDays
{
    /// <param name="from">The signature, or the earliest day it may have.</param>
    /// <param name="slack">Days by which the signature may be later.</param>
    /// <returns>Null where a year is not in the calendar or the most is not bounded.</returns>
    public static (int? Least, int? Most) Of(DeliveryTerm term, DateOnly from, int slack, WorkingDays calendar)
    {
        if (term.Kind is TermKind.CalendarDays)
        {
            return (term.Days, term.Days);
        }

        if (term.Kind is TermKind.UntilDay)
        {
            var most = term.Until!.Value.DayNumber - from.DayNumber;

            return (most - slack, most);    // a later signature leaves less
        }

        if (!calendar.Covers(from) || !calendar.Covers(from.AddDays(slack)))
        {
            return (term.Days, null);
        }

        var lengths = Enumerable.Range(0, slack + 1).Select(from.AddDays).Select(start => LengthOf(term.Days, start, calendar)).ToList();

        return (lengths.Min(), lengths.Max());
    }

    private static int LengthOf(int workingDays, DateOnly start, WorkingDays calendar)
    {
        var day = start;

        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= calendar.IsWorked(day) ? 1 : 0;
        }

        return day.DayNumber - start.DayNumber;
    }
}
