using Risk.Populations;

namespace Risk.Habits;

/// <summary>
/// Which contracts the law expects no competition for: of monopolies, or on a ground of the lawful list (art. 16(3)(1), (2), (23)–(27)).
/// </summary>
internal sealed class Openness
{
    private readonly Population population;
    private readonly Dictionary<int, Ground?> grounds = [];
    private readonly HashSet<long> monopolies = [];
    private readonly HashSet<short> oneSource;

    private Openness(Population population)
    {
        this.population = population;
        oneSource = [.. population.Catalogue.Methods.OneSource.Select(method => (short)method)];
        foreach (var (id, name) in population.Justifications)
            grounds[id] = population.Catalogue.Grounds.Of(name);
        foreach (var firm in population.Firms)
            if (firm.IsMonopoly)
                monopolies.Add(firm.Bin);
    }

    public static Openness Of(Population population) => new(population);

    public bool IsOneSource(in DealFact deal) => oneSource.Contains(deal.Method);

    /// <summary>Competition is not to be expected; null when a ground is given by a number whose meaning is not known.</summary>
    public bool? IsLawful(in DealFact deal)
    {
        if (monopolies.Contains(deal.Supplier))
            return true;
        if (!IsOneSource(deal))
            return false;
        var unknown = false;
        foreach (ref readonly var item in population.ItemsOf(deal))
        {
            if (item.Justification == 0)
                continue;
            if (!grounds.TryGetValue(item.Justification, out var ground))
                unknown = true;
            else if (ground is not null && ground.Is(GroundTrait.LawfulList))
                return true;
        }

        return unknown ? null : false;
    }
}
