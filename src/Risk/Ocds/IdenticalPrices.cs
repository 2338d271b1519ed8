namespace Risk.Ocds;

/// <summary>
/// R028, identical bid prices: submitted bids of different tenderers have the same amount and currency, in a procedure where prices may be
/// compared. Each bid is held against the latest one before it with its price. The release and these tenderers get 1.
/// </summary>
internal sealed class IdenticalPrices(Desk desk, Prices prices) : Collector
{
    public override void Look(Release release)
    {
        if (!prices.MayBeCompared(release))
            return;
        for (var at = 1; at < release.Bids.Length; at++)
            if (Takes(release.Bids[at]) && Before(release.Bids, at) is >= 0 and var before)
                Compare(release, release.Tenderers(release.Bids[before]), release.Tenderers(release.Bids[at]));
    }

    private static bool Takes(in Bid bid) => bid.IsSubmitted && bid.HasPrice && bid.Tenderers.Count > 0;

    private static int Before(ReadOnlySpan<Bid> bids, int at)
    {
        var before = at - 1;
        while (before >= 0 && !(HaveOnePrice(bids[before], bids[at]) && Takes(bids[before])))
            before--;
        return before;
    }

    private static bool HaveOnePrice(in Bid one, in Bid other) => one.Amount == other.Amount && one.Currency == other.Currency;

    private void Compare(Release release, ReadOnlySpan<int> some, ReadOnlySpan<int> others)
    {
        if (AreAllIn(some, others) && AreAllIn(others, some))
            return;    // the same tenderers may bid again
        desk.Mark(release, Code.R028);
        foreach (var tenderer in some)
            desk.MarkTenderer(tenderer, release, Code.R028);
        foreach (var tenderer in others)
            desk.MarkTenderer(tenderer, release, Code.R028);
    }

    private static bool AreAllIn(ReadOnlySpan<int> some, ReadOnlySpan<int> others)
    {
        foreach (var tenderer in some)
            if (!others.Contains(tenderer))
                return false;
        return true;
    }
}
