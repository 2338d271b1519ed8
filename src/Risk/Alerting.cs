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

    /// <summary>The signs that may be told unasked: those of the first two tiers that count, strongest first. The third is context.</summary>
    public static IReadOnlyList<Finding> Strong(RiskReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Signs.Where(sign => sign.Tier != Tier.T3)];
    }

    /// <summary>
    /// After a message about a lot: what is worth a further one, strongest first. Only checks of the first two tiers that the reader was
    /// not told of; the same signs by a new catalogue, weaker ones, stronger numbers and fewer signs are no news.
    /// </summary>
    /// <param name="told">Codes of the checks that the reader was told of as signs of the first two tiers.</param>
    public static IReadOnlyList<Finding> NewSince(IReadOnlySet<string> told, RiskReport now)
    {
        ArgumentNullException.ThrowIfNull(told);
        return [.. Strong(now).Where(sign => !told.Contains(sign.Code))];
    }

    /// <summary>Whether a further message is due: <see cref="NewSince"/> of two reports about one lot.</summary>
    /// <param name="previous">The report that the reader was told of last.</param>
    /// <exception cref="ArgumentException">The reports are about two lots.</exception>
    public static bool ShouldAlertAgain(RiskReport previous, RiskReport now)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(now);
        if (previous.LotNumber != now.LotNumber)
            throw new ArgumentException($"{now.LotNumber} is another lot than {previous.LotNumber}.", nameof(now));

        return NewSince(Strong(previous).Select(sign => sign.Code).ToHashSet(), now).Count > 0;
    }
}
