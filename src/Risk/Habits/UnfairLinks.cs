using Procurement;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>The register of unfair participants by the heads and founders that its entries name.</summary>
internal sealed class UnfairLinks
{
    private readonly ILookup<Trait, UnfairListing> byHead;
    private readonly ILookup<long, UnfairListing> byFounder;

    private UnfairLinks(Population population)
    {
        var grounds = population.UnfairListings
            .SelectMany(listing => listing.Grounds, (listing, ground) => (Listing: listing, Ground: ground)).ToList();
        IsEmpty = !population.UnfairListings.Any();
        byHead = grounds.Where(pair => pair.Ground.Head is not null).ToLookup(pair => pair.Ground.Head!.Value, pair => pair.Listing);
        byFounder = grounds.SelectMany(pair => pair.Ground.FounderBins, (pair, bin) => (Bin: Numbers.Bin(bin), pair.Listing))
            .Where(pair => pair.Bin != 0).ToLookup(pair => pair.Bin, pair => pair.Listing);
    }

    /// <summary>Not one entry is known: then nobody's absence means anything.</summary>
    public bool IsEmpty { get; }

    public static UnfairLinks Of(Population population) => new(population);

    /// <summary>Entries of other firms with the same head, or founded by this one.</summary>
    public IEnumerable<UnfairListing> Of(long supplier, Population population) =>
        population.TraitsOf(supplier).Where(trait => trait.Kind == TraitKind.Head).SelectMany(trait => byHead[trait])
            .Concat(byFounder[supplier])
            .Where(listing => Numbers.Bin(listing.SupplierBin) != supplier)
            .Distinct().OrderBy(listing => listing.Id);
}
