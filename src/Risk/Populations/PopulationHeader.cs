using Procurement;

namespace Risk.Populations;

/// <summary>What a file of tables says before its rows: what it is of, how many rows follow, and everything that repeats.</summary>
internal sealed record PopulationHeader
{
    public required string CatalogueVersion { get; init; }
    public required long Mark { get; init; }
    public DateOnly? LotsWholeFrom { get; init; }
    public DateOnly? ContractsWholeFrom { get; init; }
    public required IReadOnlyList<Unit> Units { get; init; }
    public required IReadOnlyList<Pack> Packs { get; init; }
    public required IReadOnlyList<string> BuyerKinds { get; init; }
    public required IReadOnlyList<string> Regions { get; init; }
    public required IReadOnlyDictionary<int, string> Justifications { get; init; }
    public required IReadOnlyList<UnfairListing> Unfair { get; init; }

    /// <summary>Lots, bids, contracts, their subjects, acts, firms, traits.</summary>
    public required int Lots { get; init; }
    public required int Bids { get; init; }
    public required int Deals { get; init; }
    public required int Items { get; init; }
    public required int Acts { get; init; }
    public required int Firms { get; init; }
    public required int Traits { get; init; }

    public static PopulationHeader Of(PopulationTables tables, long mark) => new()
    {
        CatalogueVersion = tables.Catalogue.Version,
        Mark = mark,
        LotsWholeFrom = tables.LotsWholeFrom,
        ContractsWholeFrom = tables.ContractsWholeFrom,
        Units = tables.Units.Things,
        Packs = tables.Packs.Things,
        BuyerKinds = tables.BuyerKinds.Things,
        Regions = tables.Regions.Things,
        Justifications = tables.Justifications,
        Unfair = [.. tables.Unfair.Values.OrderBy(listing => listing.Id)],
        Lots = tables.Lots.Count,
        Bids = tables.Bids.Count,
        Deals = tables.Deals.Count,
        Items = tables.LiveItems,
        Acts = tables.Acts.Count,
        Firms = tables.Firms.Count,
        Traits = tables.Traits.Count,
    };

    /// <summary>Tables with everything that this header holds, and no rows yet.</summary>
    public PopulationTables Tables(Catalogue catalogue)
    {
        var tables = new PopulationTables(catalogue) { LotsWholeFrom = LotsWholeFrom, ContractsWholeFrom = ContractsWholeFrom };
        tables.Units.Restore(Units);
        tables.Packs.Restore(Packs);
        tables.BuyerKinds.Restore(BuyerKinds);
        tables.Regions.Restore(Regions);
        foreach (var (id, name) in Justifications)
            tables.Justifications[id] = name;
        foreach (var listing in Unfair)
            tables.Unfair[listing.Id] = listing;
        return tables;
    }
}
