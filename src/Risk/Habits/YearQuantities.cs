using Risk.Populations;

namespace Risk.Habits;

/// <summary>How much of a thing buyers of one kind and size bought in a year. Size is the quarter in which all that a buyer announced lies
/// among its kind.</summary>
internal sealed class YearQuantities
{
    private const int Quarters = 4;
    private const byte Goods = 1;
    private readonly Dictionary<(byte Kind, long Buyer), int> sizes = [];
    private readonly Dictionary<(long Enstru, ushort Unit, byte Kind, int Size), List<(long Buyer, double Quantity)>> groups = [];

    private YearQuantities(Population population)
    {
        var sums = new Dictionary<(byte Kind, long Buyer), long>();
        var years = new Dictionary<(long Enstru, ushort Unit, byte Kind, long Buyer, int Year), double>();
        foreach (ref readonly var lot in population.Lots)
        {
            if (lot.BuyerKind == 0 || lot.Buyer == 0 || !LotAttempts.IsLast(population, lot))
                continue;
            var owner = (lot.BuyerKind, lot.Buyer);
            sums[owner] = sums.GetValueOrDefault(owner) + lot.AmountTiyn;
            if (lot is not { Subject: Goods, Enstru: > 0, Unit: > 0, Quantity: > 0 })
                continue;
            var key = (lot.Enstru, lot.Unit, lot.BuyerKind, lot.Buyer, lot.Year);
            years[key] = years.GetValueOrDefault(key) + lot.Quantity;
        }

        foreach (var kind in sums.GroupBy(owner => owner.Key.Kind))
        {
            var ordered = kind.OrderBy(owner => owner.Value).ThenBy(owner => owner.Key.Buyer).Select(owner => owner.Key).ToList();
            for (var place = 0; place < ordered.Count; place++)
                sizes[ordered[place]] = place * Quarters / ordered.Count;
        }

        foreach (var (key, quantity) in years)
        {
            var group = (key.Enstru, key.Unit, key.Kind, sizes[(key.Kind, key.Buyer)]);
            if (!groups.TryGetValue(group, out var list))
                groups[group] = list = [];
            list.Add((key.Buyer, quantity));
        }
    }

    public static YearQuantities Of(Population population) => new(population);

    /// <summary>Quantities of the other buyers' years, in ascending order; a buyer that is not known has none to compare with.</summary>
    public List<double> Others(in LotFact lot)
    {
        if (!sizes.TryGetValue((lot.BuyerKind, lot.Buyer), out var size)
            || !groups.TryGetValue((lot.Enstru, lot.Unit, lot.BuyerKind, size), out var list))
            return [];
        var buyer = lot.Buyer;
        return [.. list.Where(one => one.Buyer != buyer).Select(one => one.Quantity).Order()];
    }
}
