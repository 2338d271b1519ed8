namespace Risk.Ocds;

/// <summary>
/// R038, excessive disqualified bids: the share of disqualified among submitted bids reaches the limit, else the upper fence of its group,
/// if that is above 0: for buyers, procuring entities and tenderers with enough bids. Each of them gets the share.
/// </summary>
internal sealed class ExcessiveDisqualifiedBids(DisqualifiedBidLimits limits, Desk desk) : Collector
{
    private readonly Tally buyers = new(), entities = new(), tenderers = new();

    public override void Look(Release release)
    {
        var (disqualified, submitted) = (0, 0);
        foreach (ref readonly var bid in release.Bids)
        {
            if (!bid.IsSubmitted)
                continue;
            var hit = bid.Status == BidStatus.Disqualified ? 1 : 0;
            disqualified += hit;
            submitted++;
            foreach (var tenderer in release.Tenderers(bid))
                tenderers.Add(tenderer, hit, 1);
        }

        if (release.Buyer >= 0)
            buyers.Add(release.Buyer, disqualified, submitted);
        if (release.Tender.ProcuringEntity >= 0)
            entities.Add(release.Tender.ProcuringEntity, disqualified, submitted);
    }

    public override void Absorb(Collector other, Renaming renaming)
    {
        var more = (ExcessiveDisqualifiedBids)other;
        buyers.Absorb(more.buyers, renaming.Organisations);
        entities.Absorb(more.entities, renaming.Organisations);
        tenderers.Absorb(more.tenderers, renaming.Organisations);
    }

    public override void Conclude()
    {
        Conclude(Group.Buyer, buyers, limits.MinimumContractingProcesses);
        Conclude(Group.ProcuringEntity, entities, limits.MinimumContractingProcesses);
        Conclude(Group.Tenderer, tenderers, limits.MinimumSubmittedBids);
    }

    private void Conclude(Group group, Tally tally, long least)
    {
        var high = limits.Ratio ?? Fence.Of([.. tally.Counted(least).Select(Share)]).High;
        if (!(high > 0))
            return;
        foreach (var organisation in tally.Counted(least))
            if (Share(organisation) >= high)
                desk.Conclude(group, organisation.Name, Code.R038, Share(organisation));
    }

    private static double Share((int Name, long Disqualified, long All) organisation) =>
        (double)organisation.Disqualified / organisation.All;
}
