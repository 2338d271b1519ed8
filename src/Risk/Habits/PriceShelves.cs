using System.Collections.Concurrent;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>The shelves that were asked for: a thing that is bought often is put in order once.</summary>
internal sealed class PriceShelves
{
    private readonly ConcurrentDictionary<PriceWindow, PriceShelf> shelves = [];
    private readonly ConcurrentDictionary<(long Enstru, ushort Unit), PackCensus> censuses = [];
    private readonly Population population;

    private PriceShelves(Population population) => this.population = population;

    public static PriceShelves Of(Population population) => new(population);

    public PriceShelf Of(PriceWindow window) => shelves.GetOrAdd(window, asked => new PriceShelf(population, asked));

    /// <summary>How many prices of a thing name a pack, since a day that is the same for all who ask.</summary>
    public PackCensus PacksOf(long enstru, ushort unit, int after) =>
        censuses.GetOrAdd((enstru, unit), thing => PackCensus.Of(population, thing.Enstru, thing.Unit, after));

    /// <summary>The first day that is out of a comparison of so many months.</summary>
    public int DayBefore(int months) => DateOnly.FromDayNumber(population.Today).AddMonths(-months).DayNumber;
}

/// <summary>How many prices of one thing there are, and how many of them name a pack; by buyer, to leave one out.</summary>
internal sealed record PackCensus(int Count, int Named, IReadOnlyDictionary<long, (int Count, int Named)> ByBuyer)
{
    public static PackCensus Of(Population population, long enstru, ushort unit, int after)
    {
        var byBuyer = new Dictionary<long, (int Count, int Named)>();
        foreach (ref readonly var price in population.Prices(enstru, unit))
        {
            if (price.Day <= after)
                continue;
            var (count, named) = byBuyer.GetValueOrDefault(price.Buyer);
            byBuyer[price.Buyer] = (count + 1, named + (population.Packs[price.Pack].IsUnnamed ? 0 : 1));
        }

        return new PackCensus(byBuyer.Values.Sum(own => own.Count), byBuyer.Values.Sum(own => own.Named), byBuyer);
    }

    public (int Count, int Named) Without(long buyer) =>
        ByBuyer.GetValueOrDefault(buyer) is var own ? (Count - own.Count, Named - own.Named) : default;
}
