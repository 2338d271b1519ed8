using Risk.Habits;
using Risk.Populations;

namespace Risk;

/// <summary>The prices that a lot is compared with: the nearest group that is large enough to say what is ordinary.</summary>
internal sealed record PriceGroup(Benchmark Benchmark, PriceShelf Shelf, double Spread, decimal? MedianQuantity, decimal ClearFence)
{
    /// <summary>What is asked about: the thing, its pack and place, and whose own prices do not count.</summary>
    public readonly record struct Query(Population Population, long Enstru, ushort Unit, Pack Pack, uint Regions, long Buyer)
    {
        public PriceShelves Shelves => Population.Habit(PriceShelves.Of);

        /// <summary>Null when nothing comes in this pack.</summary>
        public ushort? PackNumber => Population.PackOf(Pack with { Boxed = 1 });

        public PriceWindow Window(ushort pack, PriceBasis basis, uint regions, int months) =>
            new(Enstru, Unit, pack, basis, regions, Shelves.DayBefore(months));
    }

    /// <summary>Others name packs, so a lot that names none cannot be compared.</summary>
    public static bool NamePacks(Query query, Catalogue catalogue, Procurement.Lot lot)
    {
        var rule = catalogue.Rules.Price;
        var (count, named) = query.Shelves.PacksOf(query.Enstru, query.Unit, query.Shelves.DayBefore(rule.Months[^1])).Without(query.Buyer);

        return named > 0 && (lot.Details.IsEmpty || Units.Has(catalogue.Units.Packs, lot.UnitCode, lot.UnitName)
            || named >= rule.PackNamedShare * count);
    }

    /// <summary>The first level that is large enough: contracts before planned prices, the region before the country.</summary>
    public static PriceGroup? Nearest(Query query, PriceRule rule)
    {
        if (query.PackNumber is not { } pack || query.Population.Prices(query.Enstru, query.Unit).Length < rule.Peers)
            return null;

        return Nearest(query, rule, pack, PriceBasis.Contract) ?? Nearest(query, rule, pack, PriceBasis.Planned);
    }

    /// <summary>Where the widest window holds too few prices, narrower ones need not be looked at.</summary>
    private static PriceGroup? Nearest(Query query, PriceRule rule, ushort pack, PriceBasis basis)
    {
        var widest = query.Window(pack, basis, 0, rule.Months[2]);
        if (!IsLargeEnough(query, widest, rule))
            return null;
        var (region, country) = (query.Window(pack, basis, query.Regions, rule.Months[0]), query.Window(pack, basis, 0, rule.Months[1]));
        var isPlanned = basis == PriceBasis.Planned;

        return query.Regions != 0 && IsLargeEnough(query, region, rule) ? Measure(isPlanned ? "planned_region" : "region", query, region, rule)
            : IsLargeEnough(query, country, rule) ? Measure(isPlanned ? "planned_country" : "country", query, country, rule)
            : Measure(isPlanned ? "planned_country_two_years" : "country_two_years", query, widest, rule);
    }

    /// <summary>Some region has enough prices of its own, so that a lot without a place may belong to it.</summary>
    public static bool ExistsInARegion(Query query, PriceRule rule) =>
        query.PackNumber is { } pack && new[] { PriceBasis.Contract, PriceBasis.Planned }.Any(basis =>
            Enumerable.Range(0, Population.MostRegions).Any(region => IsLargeEnough(query, query.Window(pack, basis, 1u << region, rule.Months[0]), rule)));

    private static bool IsLargeEnough(Query query, PriceWindow window, PriceRule rule)
    {
        var shelf = query.Shelves.Of(window);
        var own = shelf.PlacesOf(query.Buyer);

        return shelf.CountWithout(own) >= rule.Peers && shelf.BuyersWithout(own) >= rule.Buyers
            && (window.Basis == PriceBasis.Planned || shelf.SuppliersWithout(own) >= rule.Suppliers);
    }

    private static PriceGroup Measure(string level, Query query, PriceWindow window, PriceRule rule)
    {
        var shelf = query.Shelves.Of(window);
        var own = shelf.PlacesOf(query.Buyer);
        var count = shelf.CountWithout(own);
        var lower = shelf.LogarithmWithout(own, 0.25);
        var upper = shelf.LogarithmWithout(own, 0.75);
        var step = Math.Max(upper - lower, rule.LeastSpread);

        return new PriceGroup(
            new Benchmark(level, count, shelf.BuyersWithout(own), Tenge(shelf.LogarithmWithout(own, 0.5)), Tenge(upper),
                Tenge(upper + (rule.FenceFactor * step))),
            shelf,
            Math.Exp(upper - lower),
            shelf.QuantityWithout(own),
            Tenge(upper + (query.Population.Habit(PriceTails.Of).FactorFor(count) * step)));
    }

    /// <summary>How far beyond the fence a price lies, on the logarithm: 0 at the fence, 1 at so many times the clear fence's distance.</summary>
    public double StrengthAt(decimal price, double full)
    {
        var (own, begins, clear) = (Steps(price), Steps(Benchmark.Fence), Steps(ClearFence));
        return Math.Clamp((own - begins) / ((full * clear) - begins), 0, 1);
    }

    private double Steps(decimal price) => Math.Log((double)(price / Benchmark.UpperQuartile));

    /// <summary>So many others paid nearly as much that it is one of the thing's prices: the code hides several things.</summary>
    public bool IsPaidByOthers(decimal price, long buyer, PriceRule rule) =>
        Shelf.CountFromWithout(Shelf.PlacesOf(buyer), price * rule.AsDear) > Math.Max(1, rule.AsDearShare * Benchmark.Count);

    private static decimal Tenge(double logarithm) => decimal.Round((decimal)Math.Exp(logarithm), 2);
}
