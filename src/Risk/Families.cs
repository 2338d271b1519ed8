namespace Risk;

/// <summary>Families of signs: those of one family tell about one thing, so together they weigh no more than the heaviest of them.</summary>
public static class Families
{
    private static readonly Dictionary<Tier, double> Weights = new() { [Tier.T1] = 1.0, [Tier.T2] = 0.6, [Tier.T3] = 0.2 };

    /// <summary>Every family that an indicator may name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "price", "need", "splitting", "method", "rejection", "competition", "collusion", "supplier", "concentration", "specification",
        "planning", "timing", "execution", "money", "transparency", "sector",
    ];

    /// <summary>Weight of a sign, 0 to 1: that of its tier times its strength.</summary>
    public static double Weight(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Weights[finding.Tier] * finding.Strength;
    }

    /// <summary>Weight of each family that has a sign: that of its heaviest one.</summary>
    internal static SortedDictionary<string, double> Strengths(IEnumerable<Finding> signs)
    {
        var strengths = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var sign in signs)
            strengths[sign.Family] = Math.Max(strengths.GetValueOrDefault(sign.Family), Weight(sign));
        return strengths;
    }
}
