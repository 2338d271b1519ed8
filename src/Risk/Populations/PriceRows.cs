namespace Risk.Populations;

/// <summary>
/// The prices that goods are compared by: of competitive contracts in force or executed, and the planned ones of announced competitive
/// lots, of several attempts the last.
/// </summary>
internal static class PriceRows
{
    private const byte Goods = 1;

    public static PriceFact[] Of(
        Group<LotFact> lots, GroupIndex<LotFact> attempts, Group<DealFact> deals, ItemFact[] items, Methods methods)
    {
        var (prices, count) = (new Rows<PriceFact>(), 0);
        Each(lots, attempts, deals, items, methods, (in PriceFact _) => count++);
        prices.Expect(count);    // some hundred megabytes that would move again and again
        Each(lots, attempts, deals, items, methods, prices.Add);
        var ordered = prices.Lend(static (in PriceFact price) => new SortKey(
            price.Enstru, ((long)price.Unit << 32) | (uint)price.Day, ((long)price.Basis << 60) | price.Origin));
        return ordered.Length == prices.Count ? ordered : ordered[..prices.Count];
    }

    private delegate void Taking(in PriceFact price);

    private static void Each(
        Group<LotFact> lots, GroupIndex<LotFact> attempts, Group<DealFact> deals, ItemFact[] items, Methods methods, Taking take)
    {
        var (competitive, inForce) = (methods.Competitive.ToHashSet(), methods.ContractsInForce.ToHashSet());
        var withoutEffect = methods.LotsWithoutEffect.ToHashSet();
        foreach (ref readonly var deal in deals)
            if (deal.Subject == Goods && competitive.Contains(deal.Method) && inForce.Contains(deal.Status))
                foreach (ref readonly var item in items.AsSpan(deal.FirstItem, deal.ItemCount))
                    Add(take, Agreed(deal, item));
        foreach (ref readonly var lot in lots)
            if (lot.Subject == Goods && competitive.Contains(lot.Method) && IsLast(lot, attempts, withoutEffect))
                Add(take, Planned(lot));
    }

    private static void Add(Taking take, in PriceFact price)
    {
        if (price is { Enstru: > 0, Unit: > 0, PriceTiyn: > 0, Buyer: > 0 })
            take(price);
    }

    /// <summary>Of several attempts with effect the last one counts.</summary>
    private static bool IsLast(in LotFact lot, GroupIndex<LotFact> attempts, HashSet<int> withoutEffect)
    {
        if (withoutEffect.Contains(lot.Status))
            return false;
        var same = attempts.Of(lot.PlanRoot);
        for (var place = same.Count - 1; place >= 0; place--)
            if (!withoutEffect.Contains(same[place].Status))
                return same[place].Id == lot.Id;
        return true;
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

    private static PriceFact Agreed(in DealFact deal, in ItemFact item) => new()
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

    private static PriceFact Planned(in LotFact lot) => new()
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
