namespace Risk.Populations;

/// <summary>
/// Puts the tables in order as of a moment: live lots, last versions of contracts with their acts, bids handed in. Lots and bids are the
/// tables' own rows. A buyer's lots lie side by side, and so do its contracts and the bids for a lot: checks walk along them again and
/// again, and what is scattered over some hundred megabytes has to be fetched from memory piece by piece.
/// </summary>
internal sealed class PopulationOrder
{
    public required Known<LotFact> Lots { get; init; }
    public required Known<DealFact> Deals { get; init; }
    public required ItemFact[] Items { get; init; }
    public required Known<BidFact> Bids { get; init; }

    public static PopulationOrder Of(PopulationTables tables, DateTimeOffset asOf)
    {
        var today = Numbers.Day(asOf);
        var lots = Task.Run(() => LiveLots(tables.Lots, today));    // three tables that know nothing of each other: on all cores
        var bids = Task.Run(() => HandedIn(tables.Bids, today));
        var deals = LastVersions(tables, today);

        return new PopulationOrder { Lots = lots.Result, Deals = deals, Items = tables.Items.Lend(), Bids = bids.Result };
    }

    private static Known<LotFact> LiveLots(Rows<LotFact> rows, int today)
    {
        var lots = rows.Lend(static (in LotFact lot) => new SortKey(lot.Buyer, lot.Published, lot.Id));
        return Known<LotFact>.Of(lots, rows.Count, (in LotFact lot) => !lot.IsDeleted && lot.Published > 0 && lot.Published <= today,
            static (in LotFact lot) => new SortKey(lot.Published, lot.Id));
    }

    private static Known<BidFact> HandedIn(Rows<BidFact> rows, int today)
    {
        var bids = rows.Lend(static (in BidFact bid) => new SortKey(bid.LotId, bid.Day, bid.BidId));
        return Known<BidFact>.Of(bids, rows.Count, (in BidFact bid) => bid.Day <= today,
            static (in BidFact bid) => new SortKey(bid.Day, bid.LotId, bid.BidId));
    }

    private static Known<DealFact> LastVersions(PopulationTables tables, int today)
    {
        var versions = tables.Deals.Lend(static (in DealFact deal) => new SortKey(deal.Root, deal.Version, deal.Id)).AsSpan(0, tables.Deals.Count);
        var acts = tables.Acts.Lend(static (in ActFact act) => new SortKey(act.Root, act.Id)).AsSpan(0, tables.Acts.Count);
        var withoutEffect = tables.Catalogue.Methods.ContractsWithoutEffect;
        var last = new Rows<DealFact>();
        last.Expect(versions.Length);
        for (var (start, end, act) = (0, 0, 0); start < versions.Length; start = end)
        {
            var (firstDay, latest) = (0, -1);
            for (; end < versions.Length && versions[end].Root == versions[start].Root; end++)
                if (versions[end].Day > 0 && versions[end].Day <= today)
                    (firstDay, latest) = (latest < 0 ? versions[end].Day : firstDay, end);
            if (latest >= 0 && !versions[latest].IsDeleted && !withoutEffect.Contains(versions[latest].Status))
                last.Add(WithActs(versions[latest], firstDay, OfRoot(acts, versions[start].Root, ref act), today));
        }

        var ordered = last.Lend(static (in DealFact deal) => new SortKey(deal.Buyer, deal.Day, deal.Id));
        return Known<DealFact>.Of(ordered, last.Count, static (in DealFact _) => true, static (in DealFact deal) => new SortKey(deal.Day, deal.Id));
    }

    /// <summary>Acts of a contract, both being in order of the root.</summary>
    private static ReadOnlySpan<ActFact> OfRoot(ReadOnlySpan<ActFact> acts, long root, ref int next)
    {
        while (next < acts.Length && acts[next].Root < root)
            next++;
        var end = next;
        while (end < acts.Length && acts[end].Root == root)
            end++;
        return acts[next..end];
    }

    private static DealFact WithActs(in DealFact deal, int firstDay, ReadOnlySpan<ActFact> acts, int today)
    {
        var (first, late, fine) = (0, 0, 0L);
        foreach (ref readonly var act in acts)
        {
            if (act.Approved > today)
                continue;
            first = act.Approved > 0 && (first == 0 || act.Approved < first) ? act.Approved : first;
            late = Math.Max(late, act.DaysLate);
            fine += act.FineTiyn;
        }

        return deal with { FirstDay = firstDay, FirstAct = first, DaysLate = late, FineTiyn = fine };
    }
}
