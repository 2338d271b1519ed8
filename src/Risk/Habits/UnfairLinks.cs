using Procurement;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>The register of unfair participants by the heads and founders that its entries name.</summary>
internal sealed class UnfairLinks
{
    private readonly Dictionary<long, List<UnfairListing>> ofFirms = [];

    private UnfairLinks(Population population)
    {
        var grounds = population.UnfairListings
            .SelectMany(listing => listing.Grounds, (listing, ground) => (Listing: listing, Ground: ground)).ToList();
        IsEmpty = !population.UnfairListings.Any();
        var byHead = grounds.Where(pair => pair.Ground.Head is not null).ToLookup(pair => pair.Ground.Head!.Value, pair => pair.Listing);
        foreach (var trait in population.Traits)
            if (trait.Trait.Kind == TraitKind.Head)
                foreach (var listing in byHead[trait.Trait])
                    Add(trait.Bin, listing);
        foreach (var (listing, ground) in grounds)
            foreach (var founder in ground.FounderBins)
                Add(Numbers.Bin(founder), listing);
        foreach (var listings in ofFirms.Values)
            listings.Sort((one, other) => one.Id.CompareTo(other.Id));
    }

    /// <summary>Not one entry is known: then nobody's absence means anything.</summary>
    public bool IsEmpty { get; }

    public static UnfairLinks Of(Population population) => new(population);

    /// <summary>Entries of other firms with the same head, or founded by this one, each once, in order of their ids.</summary>
    public IReadOnlyList<UnfairListing> Of(long supplier) => ofFirms.TryGetValue(supplier, out var listings) ? listings : [];

    private void Add(long firm, UnfairListing listing)
    {
        if (firm == 0 || Numbers.Bin(listing.SupplierBin) == firm)
            return;
        if (!ofFirms.TryGetValue(firm, out var listings))
            ofFirms[firm] = listings = [];
        if (!listings.Contains(listing))
            listings.Add(listing);
    }
}
