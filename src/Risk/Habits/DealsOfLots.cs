using Risk.Populations;

namespace Risk.Habits;

/// <summary>The contract that each lot led to; of several the last.</summary>
internal sealed class DealsOfLots
{
    private readonly Dictionary<long, int> places = [];
    private readonly Population population;

    private DealsOfLots(Population population)
    {
        this.population = population;
        for (var place = 0; place < population.Deals.Count; place++)
            foreach (ref readonly var item in population.ItemsOf(population.Deals[place]))
                if (item.LotId != 0)
                    places[item.LotId] = place;
    }

    public static DealsOfLots Of(Population population) => new(population);

    public DealFact? Of(long lotId) => places.TryGetValue(lotId, out var place) ? population.Deals[place] : null;
}
