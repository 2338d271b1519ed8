using Risk.Populations;

namespace Risk.Habits;

/// <summary>What a child's day of meals was announced for, by region bit, in order of day.</summary>
internal sealed class MealPrices
{
    private const int RegionBits = 32;
    private readonly List<(int Day, long Buyer, double Logarithm)>[] regions = new List<(int, long, double)>[RegionBits];

    private MealPrices(Population population)
    {
        for (var region = 0; region < RegionBits; region++)
            regions[region] = [];
        foreach (ref readonly var lot in population.Lots)
            if (lot is { MealPriceTiyn: > 0, Regions: not 0 } && LotAttempts.IsLast(population, lot))
                regions[System.Numerics.BitOperations.TrailingZeroCount(lot.Regions)]
                    .Add((lot.Published, lot.Buyer, Math.Log(lot.MealPriceTiyn / 100.0)));
    }

    public static MealPrices Of(Population population) => new(population);

    /// <summary>Logarithms of other buyers' prices in the lot's region since a day, in ascending order, and how many buyers they are of.</summary>
    public (List<double> Prices, int Buyers) Others(LotFact lot, int after)
    {
        var others = lot.Regions == 0 ? []
            : regions[System.Numerics.BitOperations.TrailingZeroCount(lot.Regions)].Where(one => one.Day > after && one.Buyer != lot.Buyer).ToList();

        return ([.. others.Select(one => one.Logarithm).Order()], others.Select(one => one.Buyer).Distinct().Count());
    }
}
