namespace Risk;

/// <summary>What all checks together say about one lot. The level is for the order of work; it is not a probability.</summary>
public sealed record RiskReport
{
    private static readonly Dictionary<Tier, double> Weights = new() { [Tier.T1] = 1.0, [Tier.T2] = 0.6, [Tier.T3] = 0.2 };

    public required string LotNumber { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    public required string CatalogueVersion { get; init; }

    /// <summary>One finding of every indicator, in the order of <see cref="RiskCheck.Indicators"/>.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
    public required Level Level { get; init; }

    /// <summary>Sum of the family strengths times log10(1 + sum in MCI): orders lots of one level, never shown.</summary>
    public required double Order { get; init; }

    /// <summary>What may be told without a person looking at it first.</summary>
    public IEnumerable<Finding> Told => Findings.Where(f => !f.IsInternal);

    /// <summary>The signs, strongest first.</summary>
    public IReadOnlyList<Finding> Signs =>
        [.. Told.Where(f => f.State == State.Fired).OrderByDescending(Weight).ThenBy(f => f.Code, StringComparer.Ordinal)];

    /// <summary>At most two signs, the strongest of different families first: what a short message has room for.</summary>
    public IReadOnlyList<Finding> Strongest =>
        [.. Signs.OrderBy(sign => Signs.TakeWhile(s => s != sign).Any(s => s.Family == sign.Family)).Take(2)];

    /// <summary>Checks that came to an answer (fired or clear).</summary>
    public int Ran => Told.Count(f => f.State is State.Fired or State.Clear);

    /// <summary>Checks that make sense for this lot: those that ran and those that lacked data.</summary>
    public int Of => Told.Count(f => f.State != State.NotApplicable);

    /// <summary>Fewer than half of the applicable checks could run; to be said next to the level.</summary>
    public bool DataInsufficient => Ran * 2 < Of;

    internal static RiskReport From(CaseFile file, Catalogue catalogue, IReadOnlyList<Finding> findings)
    {
        var fired = findings.Where(f => f is { State: State.Fired, IsInternal: false }).ToList();
        var families = fired.GroupBy(f => f.Family).Sum(family => family.Max(Weight));
        var mci = file.Year is { } year ? catalogue.MciOf(year) : null;
        var size = mci is { } unit ? (double)((file.Lot.Amount ?? 0) / unit) : 0;

        return new RiskReport
        {
            LotNumber = file.Lot.Number,
            AsOf = file.AsOf,
            CatalogueVersion = catalogue.Version,
            Findings = findings,
            Level = LevelOf(fired),
            Order = families * Math.Log10(1 + Math.Max(0, size)),
        };
    }

    private static Level LevelOf(List<Finding> fired)
    {
        var strong = fired.Where(f => f.Tier == Tier.T2).Select(f => f.Family).Distinct().Count();

        return fired switch
        {
            [] => Level.None,
            _ when fired.Any(f => f.Tier == Tier.T1 && f.Strength >= 0.5) || strong >= 3 => Level.High,
            _ when fired.Any(f => f.Tier == Tier.T1 || (f.Tier == Tier.T2 && f.Strength >= 0.7)) || strong == 2 => Level.Medium,
            _ => Level.Low,
        };
    }

    private static double Weight(Finding finding) => Weights[finding.Tier] * finding.Strength;
}

/// <summary>The order of work: none means "no sign among the checks that ran", never "all is well".</summary>
public enum Level { None, Low, Medium, High }
