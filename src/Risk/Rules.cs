namespace Risk;

/// <summary>Thresholds of the rules that no law sets: chosen here, dated with the catalogue.</summary>
public sealed record Rules(PriceRule Price, SplittingRule Splitting, BunchingRule Bunching, BrandRule Brand);

/// <summary>KZ-01. Fences are on the logarithm of the price; months are those of the three levels of comparison.</summary>
public sealed record PriceRule
{
    /// <summary>Why the fences lie where they do.</summary>
    public required string Reason { get; init; }
    public required int Peers { get; init; }
    public required int Buyers { get; init; }
    public required int Suppliers { get; init; }
    public required double FenceFactor { get; init; }

    /// <summary>
    /// The fence of the second tier in a small store. Beyond the usual one lies one price of 285 of an ordinary group, which over a
    /// country's lots are thousands; Hoaglin and Iglewicz (1987) showed 2.2 to be the factor by which a whole ordinary group seldom has one outside.
    /// </summary>
    public required double ClearFenceFactor { get; init; }

    /// <summary>Moves the fence of the second tier out where prices stray further than in theory.</summary>
    public required TailRule Tail { get; init; }

    /// <summary>So many times the clear fence's distance from the upper quartile makes full strength: a price at the fence is a doubtful one.</summary>
    public required double StrongDistance { get; init; }

    /// <summary>More than this share of the others (one is always allowed) who paid nearly as much: it is a price of the thing, too.</summary>
    public required double AsDearShare { get; init; }

    /// <summary>Nearly as much: at least this share of the price.</summary>
    public required decimal AsDear { get; init; }
    public required double LeastSpread { get; init; }
    public required decimal LeastRatio { get; init; }
    public required double StrongRatio { get; init; }
    public required decimal LeastQuantityShare { get; init; }
    public required decimal LeastOverpaymentMci { get; init; }
    public required decimal SuspectRatio { get; init; }

    /// <summary>A valid offer of less than this share of the plan's sum says that the plan is a slip of the pen.</summary>
    public required decimal LeastOfferShare { get; init; }
    public required double WidestGroup { get; init; }
    public required IReadOnlyList<int> Months { get; init; }
    public required double PackNamedShare { get; init; }
    public required int EvidencePeers { get; init; }
}

/// <summary>KZ-01: where the second tier begins in a store whose prices have heavy tails, <see cref="Habits.PriceTails"/>.</summary>
/// <param name="Sizes">Groups of at least so many prices, and fewer than the next, are looked at together.</param>
/// <param name="LeastPrices">With fewer prices in all the theory's fence stands: in a small store a few dear purchases would be the tail.</param>
/// <param name="LeastOfSize">With fewer prices of a size all sizes are taken.</param>
/// <param name="Near">The tail is drawn through what this share of prices exceeds …</param>
/// <param name="Far">… and what this share exceeds.</param>
/// <param name="Share">By chance no more than this share of prices may lie beyond.</param>
/// <param name="RoundedTo">In steps above the upper quartile; upwards.</param>
public sealed record TailRule(IReadOnlyList<int> Sizes, int LeastPrices, int LeastOfSize, double Near, double Far, double Share,
    double RoundedTo);

/// <summary>KZ-02 and KZ-15: how purchases are put together as "homogeneous".</summary>
public sealed record SplittingRule
{
    public required int GroupDigits { get; init; }
    public required int NarrowDigits { get; init; }

    /// <summary>Beginnings of codes (medicines, reagents) whose goods do not replace each other: only equal codes are a group.</summary>
    public required IReadOnlyList<string> FullCodeGroups { get; init; }
    public required int LeastContracts { get; init; }
    public required double StrongRatio { get; init; }
}

/// <summary>KZ-15: several purchases just under a limit within some days, against the country's own ratio.</summary>
/// <param name="LeastNational">Fewer purchases of others near a limit tell nothing of the country's habit.</param>
public sealed record BunchingRule(int Days, decimal From, int Least, double Tail, int LeastNational);

/// <summary>KZ-20: within how many characters "or equivalent" belongs to a brand, and "for the printer" before it.</summary>
public sealed record BrandRule(int EquivalentWithin, int InstalledWithin);
