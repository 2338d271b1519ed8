namespace Risk.Populations;

/// <summary>Puts the tables in order as of a moment: last versions, live lots, acts with their contracts, prices by thing.</summary>
internal sealed class PopulationOrder
{
    public required LotFact[] Lots { get; init; }
    public required DealFact[] Deals { get; init; }
    public required ItemFact[] Items { get; init; }
    public required BidFact[] Bids { get; init; }
    public required PriceFact[] Prices { get; init; }
    public required Dictionary<(long Enstru, ushort Unit), (int Start, int Count)> PriceGroups { get; init; }

    public static PopulationOrder Of(PopulationTables tables, DateTimeOffset asOf)
    {
        var today = Numbers.Day(asOf);
        var methods = tables.Catalogue.Methods;
        var lots = tables.Lots.Where(lot => !lot.IsDeleted && lot.Published > 0 && lot.Published <= today).ToArray();
        Array.Sort(lots, (one, other) => (one.Published, one.Id).CompareTo((other.Published, other.Id)));
        var deals = LastVersions(tables, today, methods);
        var items = tables.Items.ToArray();
        var bids = tables.Bids.Where(bid => bid.Day <= today).ToArray();
        Array.Sort(bids, (one, other) => (one.Day, one.LotId, one.BidId).CompareTo((other.Day, other.LotId, other.BidId)));
        var prices = PriceRows.Of(lots, deals, items, methods);

        return new PopulationOrder
        {
            Lots = lots,
            Deals = deals,
            Items = items,
            Bids = bids,
            Prices = prices,
            PriceGroups = PriceRows.Groups(prices),
        };
    }

    private static DealFact[] LastVersions(PopulationTables tables, int today, Methods methods)
    {
        var known = tables.Deals.Where(deal => deal.Day > 0 && deal.Day <= today).ToArray();
        Array.Sort(known, (one, other) => (one.Root, one.Version, one.Id).CompareTo((other.Root, other.Version, other.Id)));
        var acts = tables.Acts.Where(act => act.Approved <= today).ToLookup(act => act.Root);
        var last = new List<DealFact>(known.Length);
        for (var (place, first) = (0, 0); place < known.Length; place++)
        {
            if (known[place].Root != known[first].Root)
                first = place;
            if (place + 1 < known.Length && known[place + 1].Root == known[place].Root)
                continue;
            if (!known[place].IsDeleted && !methods.ContractsWithoutEffect.Contains(known[place].Status))
                last.Add(WithActs(known[place], known[first].Day, acts[known[place].Root]));
        }

        last.Sort((one, other) => (one.Day, one.Id).CompareTo((other.Day, other.Id)));
        return [.. last];
    }

    private static DealFact WithActs(DealFact deal, int firstDay, IEnumerable<ActFact> acts)
    {
        var (first, late, fine) = (0, 0, 0L);
        foreach (var act in acts)
        {
            first = act.Approved > 0 && (first == 0 || act.Approved < first) ? act.Approved : first;
            late = Math.Max(late, act.DaysLate);
            fine += act.FineTiyn;
        }

        return deal with { FirstDay = firstDay, FirstAct = first, DaysLate = late, FineTiyn = fine };
    }
}
