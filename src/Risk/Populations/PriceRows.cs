namespace Risk.Populations;

/// <summary>
/// The prices that goods are compared by: of competitive contracts in force or executed, and the planned ones of announced competitive
/// lots, of several attempts the last.
/// </summary>
internal static class PriceRows
{
    private const byte Goods = 1;

    public static PriceFact[] Of(LotFact[] lots, DealFact[] deals, ItemFact[] items, Methods methods)
    {
        var (competitive, inForce) = (methods.Competitive.ToHashSet(), methods.ContractsInForce.ToHashSet());
        var withoutEffect = methods.LotsWithoutEffect.ToHashSet();
        var agreed = deals.Where(deal => deal.Subject == Goods && competitive.Contains(deal.Method) && inForce.Contains(deal.Status))
            .SelectMany(deal => new ArraySegment<ItemFact>(items, deal.FirstItem, deal.ItemCount), Agreed);
        var planned = lots.Where(lot => !withoutEffect.Contains(lot.Status))
            .GroupBy(lot => lot.PlanRoot == 0 ? -lot.Id : lot.PlanRoot)
            .Select(attempts => attempts.Last())
            .Where(lot => lot.Subject == Goods && competitive.Contains(lot.Method)).Select(Planned);
        var prices = agreed.Concat(planned).Where(price => price is { Enstru: > 0, Unit: > 0, PriceTiyn: > 0, Buyer: > 0 }).ToArray();
        Array.Sort(prices, (one, other) =>
            (one.Enstru, one.Unit, one.Day, one.Basis, one.Origin).CompareTo((other.Enstru, other.Unit, other.Day, other.Basis, other.Origin)));
        return prices;
    }

    public static Dictionary<(long Enstru, ushort Unit), (int Start, int Count)> Groups(PriceFact[] prices)
    {
        var groups = new Dictionary<(long, ushort), (int, int)>();
        for (var (start, end) = (0, 0); start < prices.Length; start = end)
        {
            while (end < prices.Length && prices[end].Enstru == prices[start].Enstru && prices[end].Unit == prices[start].Unit)
                end++;
            groups[(prices[start].Enstru, prices[start].Unit)] = (start, end - start);
        }

        return groups;
    }

    private static PriceFact Agreed(DealFact deal, ItemFact item) => new()
    {
        Enstru = item.Enstru,
        Unit = item.Unit,
        Pack = item.Pack,
        Basis = PriceBasis.Contract,
        Origin = deal.Id,
        Day = deal.Day,
        Buyer = deal.Buyer,
        Supplier = deal.Supplier,
        PriceTiyn = item.PriceTiyn,
        Quantity = item.Quantity,
        Regions = item.Regions,
    };

    private static PriceFact Planned(LotFact lot) => new()
    {
        Enstru = lot.Enstru,
        Unit = lot.Unit,
        Pack = lot.Pack,
        Basis = PriceBasis.Planned,
        Origin = lot.Id,
        Day = lot.Published,
        Buyer = lot.Buyer,
        PriceTiyn = lot.PriceTiyn,
        Quantity = lot.Quantity,
        Regions = lot.Regions,
    };
}
