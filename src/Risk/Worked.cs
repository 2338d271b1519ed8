using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>
/// What several checks work out of one case file, kept for the next of them. Safe for many threads: what two work out at once is the same.
/// </summary>
internal sealed class Worked(CaseFile file)
{
    private Kept<Catalogue, IReadOnlyList<Deal>?>? deals;
    private Kept<Catalogue, Race?>? race;
    private Kept<Population, LotFact>? fact;
    private Kept<Lot, LotFact>? bare;
    private Kept<Lot, BuildingText?>? building;
    private Subject? subject;

    /// <summary>A copy of a file with other contents begins anew.</summary>
    public bool IsOf(CaseFile other) => ReferenceEquals(file, other);

    public IReadOnlyList<Deal>? Deals(Catalogue catalogue) =>
        (ReferenceEquals(deals?.By, catalogue) ? deals : deals = new(catalogue, Deal.WorkOut(file, catalogue)))!.Value;

    public Race? Race(Catalogue catalogue) =>
        (ReferenceEquals(race?.By, catalogue) ? race : race = new(catalogue, Risk.Race.WorkOut(file, file.Lot, catalogue)))!.Value;

    /// <summary>The lot as a fact of a population.</summary>
    public LotFact Fact(Population population) =>
        (ReferenceEquals(fact?.By, population) ? fact : fact = new(population, population.FactOf(file.Lot, Bare)))!.Value;

    /// <summary>The lot as a fact, without the numbers that only a population has.</summary>
    public LotFact Bare => (bare ??= new(file.Lot, LotFact.Of(file.Lot, Building))).Value;

    /// <summary>What the lot's words say about building; null where they say nothing.</summary>
    public BuildingText? Building => (building ??= new(file.Lot, BuildingText.Read(file.Lot))).Value;

    /// <summary>The lot as what a judgement is about.</summary>
    public Subject Subject => subject ??= new("lot", file.Lot.Number);

    private sealed record Kept<TBy, TValue>(TBy By, TValue Value);
}
