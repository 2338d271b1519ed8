namespace Risk.Ocds;

/// <summary>
/// R035, all except the winning bid disqualified: all awards are final, one tenderer alone has valid bids and is the only supplier of the
/// active awards, and at least so many others were disqualified. The release gets the number of these others; the winner gets 0.
/// </summary>
internal sealed class AllOthersDisqualified(DisqualifiedOthersLimit limit, Desk desk) : Collector
{
    private readonly HashSet<int> valid = [], suppliers = [], disqualified = [];

    public override void Look(Release release)
    {
        if (!release.IsFinal)
            return;
        Gather(release);
        if (valid.Count != 1 || !valid.SetEquals(suppliers))
            return;
        disqualified.ExceptWith(valid);
        if (disqualified.Count < Math.Max(limit.Tenderers, 1))
            return;
        desk.Mark(release, Code.R035, disqualified.Count);
        desk.MarkTenderer(valid.Single(), release, Code.R035, 0);
    }

    private void Gather(Release release)
    {
        valid.Clear();
        suppliers.Clear();
        disqualified.Clear();
        foreach (ref readonly var bid in release.Bids)
            if (bid.Status == BidStatus.Valid)
                Add(valid, release.Tenderers(bid));
            else if (bid.Status == BidStatus.Disqualified)
                Add(disqualified, release.Tenderers(bid));
        foreach (ref readonly var award in release.Awards)
            if (award.Status == AwardStatus.Active)
                Add(suppliers, release.Suppliers(award));
    }

    private static void Add(HashSet<int> set, ReadOnlySpan<int> names)
    {
        foreach (var name in names)
            set.Add(name);
    }
}
