namespace Risk;

/// <summary>What all checks together say about one lot. The level is for the order of work; it is not a probability.</summary>
public sealed record RiskReport
{
    public required string LotNumber { get; init; }

    /// <summary>The buyer's business number; null when the lot does not tell.</summary>
    public string? BuyerBin { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    public required string CatalogueVersion { get; init; }

    /// <summary>The day of the population that the lot was compared with; null when there was none.</summary>
    public string? PopulationVersion { get; init; }

    /// <summary>One finding of every indicator, in the order of <see cref="RiskCheck.Indicators"/>, muted ones among them.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
    public required Level Level { get; init; }

    /// <summary>Sum of the family strengths times log10(1 + sum in MCI): orders lots of one level, never shown.</summary>
    public required double Order { get; init; }

    /// <summary>What may be told without a person looking at it first.</summary>
    public IEnumerable<Finding> Told => Findings.Where(f => !f.IsInternal);

    /// <summary>The signs that count, strongest first; muted ones and modifiers are not among them.</summary>
    public IReadOnlyList<Finding> Signs =>
        [.. Findings.Where(f => f.Counts).OrderByDescending(Families.Weight).ThenBy(f => f.Code, StringComparer.Ordinal)];

    /// <summary>At most two signs of different families, strongest first: what a short message has room for.</summary>
    public IReadOnlyList<Finding> Strongest => [.. Signs.DistinctBy(sign => sign.Family).Take(2)];

    /// <summary>Checks that came to an answer (fired or clear).</summary>
    public int Ran => Told.Count(f => !f.IsModifier && f.State is (State.Fired or State.Clear));

    /// <summary>Checks that make sense for this lot: those that ran and those that lacked data.</summary>
    public int Of => Told.Count(f => !f.IsModifier && f.State != State.NotApplicable);

    /// <summary>Fewer than half of the applicable checks could run; to be said next to the level.</summary>
    public bool DataInsufficient => Ran * 2 < Of;

    internal static RiskReport From(CaseFile file, Catalogue catalogue, IReadOnlyList<Finding> findings)
    {
        var told = file.Muted.Count == 0 ? findings : [.. findings.Select(finding => Muted(finding, file.Muted))];
        var counting = told.Where(f => f.Counts).ToList();
        var mci = file.Year is { } year ? catalogue.MciOf(year) : null;
        var size = mci is { } unit ? (double)((file.Lot.Amount ?? 0) / unit) : 0;

        return new RiskReport
        {
            LotNumber = file.Lot.Number,
            BuyerBin = file.Lot.BuyerBin,
            AsOf = file.AsOf,
            CatalogueVersion = catalogue.Version,
            PopulationVersion = file.Population?.Version,
            Findings = told,
            Level = LevelOf(counting),
            Order = Families.Strengths(counting).Values.Sum() * Math.Log10(1 + Math.Max(0, size)),
        };
    }

    /// <summary>A contradiction of a written rule is never muted; the rest become context.</summary>
    private static Finding Muted(Finding finding, IReadOnlySet<string> codes) =>
        finding is { State: State.Fired, Tier: not Tier.T1, IsModifier: false } && codes.Contains(finding.Code)
            ? finding with { Tier = Tier.T3, IsMuted = true }
            : finding;

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
}

/// <summary>The order of work: none means "no sign among the checks that ran", never "all is well".</summary>
public enum Level { None, Low, Medium, High }
