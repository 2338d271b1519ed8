using Risk.Populations;

namespace Risk.Habits;

/// <summary>Plan items that more than one lot tried to buy: of all others the only attempt is the last one.</summary>
internal sealed class Repeated
{
    private readonly HashSet<long> plans = [];

    private Repeated(Population population)
    {
        var seen = new HashSet<long>(population.Lots.Count);
        foreach (ref readonly var lot in population.Lots)
            if (lot.PlanRoot != 0 && !seen.Add(lot.PlanRoot))
                plans.Add(lot.PlanRoot);
    }

    public static Repeated Of(Population population) => new(population);

    public bool Has(long planRoot) => plans.Contains(planRoot);
}
