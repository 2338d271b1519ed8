namespace Fakes.Invented;

/// <summary>What is written together: the announcements of one chain of attempts, direct contracts, what was deleted of them.</summary>
internal sealed class Bundle
{
    public List<Purchase> Purchases { get; } = [];
    public List<PlanRow> LonePlans { get; } = [];
    public List<Deal> DirectDeals { get; } = [];
    public List<Removal> Removals { get; } = [];
    public List<Listing> Listings { get; } = [];

    /// <summary>Firms that entered with this bundle and were not written yet.</summary>
    public List<Organisation> Newcomers { get; } = [];

    /// <summary>Schemes planted in it, for the truth beside.</summary>
    public List<Planted> Planted { get; } = [];

    public IEnumerable<Deal> Deals => Purchases.SelectMany(purchase => purchase.Deals).Concat(DirectDeals);
    public int Lots => Purchases.Sum(purchase => purchase.Lots.Count);
}

/// <summary>An object that was deleted at the portal: a line of its journal.</summary>
internal sealed record Removal(long Id, string Service, string Title, long ObjectId, DateTime At);

/// <summary>An entry of the register of unfair participants.</summary>
internal sealed record Listing(long Id, Organisation Supplier, Organisation Buyer, DateOnly From, DateOnly Until);

/// <summary>A scheme that was planted: its code of the list of signs, what to look at, and the numbers of the objects.</summary>
internal sealed record Planted(string Scheme, string Note, IReadOnlyList<(string Type, long Id)> Objects);
