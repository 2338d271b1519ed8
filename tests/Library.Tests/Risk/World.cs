using Procurement;
using Risk;
using Risk.Populations;

namespace Library.Tests.Risk;

/// <summary>A small store to compare with: what a test puts in is all there is.</summary>
internal sealed record World
{
    public IReadOnlyList<Lot> Lots { get; init; } = [];
    public IReadOnlyList<Bid> Bids { get; init; } = [];
    public IReadOnlyList<Contract> Contracts { get; init; } = [];
    public IReadOnlyList<Act> Acts { get; init; } = [];
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];
    public IReadOnlyList<UnfairListing> Unfair { get; init; } = [];
    public IReadOnlyList<Reference> References { get; init; } = [];
    public Catalogue Catalogue { get; init; } = Catalogue.Current;
    public DateOnly? WholeFrom { get; init; } = new(2024, 1, 1);

    public Population AsOf(DateTimeOffset moment) => Tables().AsOf(moment);

    public PopulationTables Tables()
    {
        var tables = new PopulationTables(Catalogue) { LotsWholeFrom = WholeFrom, ContractsWholeFrom = WholeFrom };
        AddTo(tables);
        return tables;
    }

    public void AddTo(PopulationTables tables)
    {
        foreach (var lot in Lots)
            tables.Add(lot);
        foreach (var bid in Bids)
            tables.Add(bid);
        foreach (var contract in Contracts)
            tables.Add(contract);
        foreach (var act in Acts)
            tables.Add(act);
        foreach (var organisation in Organisations)
            tables.Add(organisation);
        foreach (var listing in Unfair)
            tables.Add(listing);
        foreach (var reference in References)
            tables.Add(reference);
    }
}
