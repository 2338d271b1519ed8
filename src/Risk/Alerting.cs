namespace Risk;

/// <summary>When a report is worth a message that nobody asked for. Context, muted signs and modifiers never are.</summary>
public static class Alerting
{
    /// <summary>A high level; or a medium one with a sign that counts of a family that the tip itself speaks of.</summary>
    /// <param name="spokenOf">Families (<see cref="Families.All"/>) that the tip's own words are about; empty when they tell none.</param>
    public static bool ShouldAlert(RiskReport report, IReadOnlySet<string> spokenOf)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(spokenOf);
        return report.Level == Level.High || (report.Level == Level.Medium && Strong(report).Any(sign => spokenOf.Contains(sign.Family)));
    }

    /// <summary>
    /// After a message about a lot: a further one only for a check of the first two tiers that the reader was not told of. The same
    /// signs by a new catalogue, weaker ones, stronger numbers and fewer signs are no news.
    /// </summary>
    /// <param name="previous">The report that the reader was told of last.</param>
    /// <exception cref="ArgumentException">The reports are about two lots.</exception>
    public static bool ShouldAlertAgain(RiskReport previous, RiskReport now)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(now);
        if (previous.LotNumber != now.LotNumber)
            throw new ArgumentException($"{now.LotNumber} is another lot than {previous.LotNumber}.", nameof(now));

        return Strong(now).Select(sign => sign.Code).Except(Strong(previous).Select(sign => sign.Code)).Any();
    }

    private static IEnumerable<Finding> Strong(RiskReport report) => report.Findings.Where(f => f.Counts && f.Tier != Tier.T3);
}
