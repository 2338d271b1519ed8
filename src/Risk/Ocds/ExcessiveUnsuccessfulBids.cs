namespace Risk.Ocds;

/// <summary>
/// R025, excessive unsuccessful bids: a tenderer with many valid bids (at least the percentile of all tenderers, one a release) wins a
/// smaller share of them than the limit, else than the lower fence of all tenderers, if that fence and the lower quartile are above 0. Only
/// releases whose awards are final, one of them active with one supplier. The tenderer gets the share.
/// </summary>
internal sealed class ExcessiveUnsuccessfulBids(UnsuccessfulBidLimits limits, Desk desk) : Collector
{
    private readonly Tally won = new();
    private readonly HashSet<int> counted = [];

    public override void Look(Release release)
    {
        if (!release.IsFinal || release.SingleWinner() is not (>= 0 and var winner))
            return;
        counted.Clear();
        foreach (ref readonly var bid in release.Bids)
            if (bid.Status == BidStatus.Valid && release.Single(bid.Tenderers) is >= 0 and var tenderer && counted.Add(tenderer))
                won.Add(tenderer, tenderer == winner ? 1 : 0, 1);
    }

    public override void Absorb(Collector other, Renaming renaming) =>
        won.Absorb(((ExcessiveUnsuccessfulBids)other).won, renaming.Organisations);

    public override void Conclude()
    {
        double[] bids = [.. won.Counted(1).Select(tenderer => (double)tenderer.All)];
        if (bids.Length == 0)
            return;
        Array.Sort(bids);
        var many = Quantiles.Of(bids, limits.Percentile / 100.0);
        var fence = Fence.Of([.. won.Counted(1).Select(Share)]);
        var (few, quartile) = limits.Ratio is { } ratio ? (ratio, 1) : (fence.Low, fence.Lower);
        if (!(few > 0) || !(quartile > 0))
            return;
        foreach (var tenderer in won.Counted(1))
            if (tenderer.All >= many && Share(tenderer) <= few)
                desk.Conclude(Group.Tenderer, tenderer.Name, Code.R025, Share(tenderer));
    }

    private static double Share((int Name, long Won, long All) tenderer) => (double)tenderer.Won / tenderer.All;
}
