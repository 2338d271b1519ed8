namespace Risk.Ocds;

/// <summary>
/// What is looked for and by which limits; the names in a file are those of Cardinal, see <see cref="SettingsFile"/>.
/// An indicator whose record is null does not run.
/// </summary>
public sealed record OcdsSettings
{
    /// <summary>Every indicator with its own limits: what runs without a settings file.</summary>
    public static OcdsSettings Everything { get; } = new()
    {
        R003 = new(),
        R018 = new(),
        R024 = new(),
        R025 = new(),
        R028 = true,
        R030 = true,
        R035 = new(),
        R036 = true,
        R038 = new(),
        R048 = new(),
        R058 = new(),
    };

    /// <summary>Answer as the older engine does where we know better: R030 compares texts, R048 has no guard against no spread.</summary>
    public bool Cardinal { get; init; }

    /// <summary>Bids in other currencies are left out of price comparisons; null: the first currency that is met.</summary>
    public string? Currency { get; init; }

    /// <summary>Procurement method details whose prices may be compared; none: all but the next list's.</summary>
    public IReadOnlyList<string> PriceComparison { get; init; } = [];

    /// <summary>Procurement method details whose prices may not be compared; counts only if the list above is empty.</summary>
    public IReadOnlyList<string> NoPriceComparison { get; init; } = [];

    /// <summary>Procurement method details that no indicator looks at.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Indicators that were asked for and that we do not have.</summary>
    public IReadOnlyList<string> NotRun { get; init; } = [];

    public SubmissionPeriodLimits? R003 { get; init; }
    public SingleBidLimits? R018 { get; init; }
    public RatioLimit? R024 { get; init; }
    public UnsuccessfulBidLimits? R025 { get; init; }
    public bool R028 { get; init; }
    public bool R030 { get; init; }
    public DisqualifiedOthersLimit? R035 { get; init; }
    public bool R036 { get; init; }
    public DisqualifiedBidLimits? R038 { get; init; }
    public VarietyLimits? R048 { get; init; }
    public RatioLimit? R058 { get; init; }
}

/// <summary>R003.</summary>
/// <param name="Days">Fewer whole days than this are too short.</param>
public sealed record SubmissionPeriodLimits(long Days = 15)
{
    /// <summary>Only these procurement methods; none: all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Other limits, in days, by procurement method details.</summary>
    public IReadOnlyDictionary<string, long> DaysByDetails { get; init; } = new Dictionary<string, long>();
}

/// <summary>R018.</summary>
public sealed record SingleBidLimits
{
    /// <summary>Only these procurement methods; none: all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = ["open", "selective"];
}

/// <summary>R024 and R058.</summary>
/// <param name="Ratio">Limit of (second price − winning price) ÷ winning price; null: the fence of all ratios.</param>
public sealed record RatioLimit(double? Ratio = null);

/// <summary>R025.</summary>
/// <param name="Percentile">0 to 100: tenderers with at least as many bids as this percentile of them are looked at.</param>
/// <param name="Ratio">Limit of won ÷ submitted; null: the fence of all ratios.</param>
public sealed record UnsuccessfulBidLimits(int Percentile = 75, double? Ratio = null);

/// <summary>R035.</summary>
/// <param name="Tenderers">At least this many others were disqualified; 0 counts as 1.</param>
public sealed record DisqualifiedOthersLimit(long Tenderers = 1);

/// <summary>R038.</summary>
/// <param name="Ratio">Limit of disqualified ÷ submitted bids; null: the fence of all ratios.</param>
/// <param name="MinimumSubmittedBids">Tenderers with fewer bids are left out.</param>
/// <param name="MinimumContractingProcesses">Buyers and procuring entities with fewer bids (sic: as in Cardinal) are left out.</param>
public sealed record DisqualifiedBidLimits(double? Ratio = null, long MinimumSubmittedBids = 2, long MinimumContractingProcesses = 2);

/// <summary>R048.</summary>
/// <param name="Digits">How many first characters of a classification make its class.</param>
/// <param name="Classes">Limit of different classes; null: the fence of all suppliers.</param>
/// <param name="MinimumContractingProcesses">Suppliers with fewer are left out.</param>
public sealed record VarietyLimits(int Digits = 2, long? Classes = null, long MinimumContractingProcesses = 20);
