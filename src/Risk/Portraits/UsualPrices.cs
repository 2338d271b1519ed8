using Risk.Populations;

namespace Risk.Portraits;

/// <summary>The median planned price of every thing that enough lots want, in the same unit and pack.</summary>
internal sealed class UsualPrices(Dictionary<(long Enstru, ushort Unit, ushort Pack), double> medians)
{
    private const int Fewest = 12;    // as in KZ-01
    private const byte Goods = 1;

    public static UsualPrices Of(Population population)
    {
        var groups = new Dictionary<(long, ushort, ushort), List<double>>();
        foreach (ref readonly var lot in population.Lots)
            if (KeyOf(lot) is { } key)
            {
                if (!groups.TryGetValue(key, out var prices))
                    groups[key] = prices = [];
                prices.Add(lot.PriceTiyn);
            }

        return new UsualPrices(groups.Where(group => group.Value.Count >= Fewest)
            .ToDictionary(group => group.Key, group => Quantiles.Of([.. group.Value.Order()], .5)));
    }

    /// <summary>How many times the usual price a lot's planned price is; null where nothing is usual.</summary>
    public double? Times(LotFact lot) => KeyOf(lot) is { } key && medians.TryGetValue(key, out var median) ? lot.PriceTiyn / median : null;

    private static (long, ushort, ushort)? KeyOf(in LotFact lot) =>
        lot is { Subject: Goods, Enstru: > 0, Unit: > 0, PriceTiyn: > 0 } ? (lot.Enstru, lot.Unit, lot.Pack) : null;
}
