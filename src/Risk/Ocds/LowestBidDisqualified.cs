namespace Risk.Ocds;

/// <summary>
/// R036, lowest bid disqualified: the lowest of the submitted bids in the main currency is disqualified (of equal ones the first decides),
/// at least one of them is valid, and an award is active. The release gets 1.
/// </summary>
internal sealed class LowestBidDisqualified(Desk desk, Prices prices) : Collector
{
    public override void Look(Release release)
    {
        if (!prices.MayBeCompared(release) || !HasActiveAward(release))
            return;
        var lowest = double.PositiveInfinity;
        var (isDisqualified, hasValid) = (false, false);
        foreach (ref readonly var bid in release.Bids)
        {
            if (!bid.IsSubmitted || !prices.Has(bid, release))
                continue;
            if (bid.Amount < lowest)
                (lowest, isDisqualified) = (bid.Amount, bid.Status == BidStatus.Disqualified);
            hasValid |= bid.Status == BidStatus.Valid;
        }

        if (isDisqualified && hasValid)
            desk.Mark(release, Code.R036);
    }

    private static bool HasActiveAward(Release release)
    {
        foreach (ref readonly var award in release.Awards)
            if (award.Status == AwardStatus.Active)
                return true;
        return false;
    }
}
