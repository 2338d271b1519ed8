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

    /// <summary>A copy of a file with other contents begins anew.</summary>
    public bool IsOf(CaseFile other) => ReferenceEquals(file, other);

    public IReadOnlyList<Deal>? Deals(Catalogue catalogue) =>
        (ReferenceEquals(deals?.By, catalogue) ? deals : deals = new(catalogue, Deal.WorkOut(file, catalogue)))!.Value;

    public Race? Race(Catalogue catalogue) =>
        (ReferenceEquals(race?.By, catalogue) ? race : race = new(catalogue, Risk.Race.WorkOut(file, file.Lot, catalogue)))!.Value;

    public LotFact Fact(Population population) =>
        (ReferenceEquals(fact?.By, population) ? fact : fact = new(population, population.FactOf(file.Lot)))!.Value;

    private sealed record Kept<TBy, TValue>(TBy By, TValue Value);
}
