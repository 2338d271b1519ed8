namespace Risk.Ocds;

/// <summary>R018, single bid received: /tender/numberOfTenderers is 1 in a procedure that is open to several. The release gets 1.</summary>
internal sealed class SingleBid(SingleBidLimits limits, Desk desk) : Collector
{
    private readonly MethodFilter methods = new(limits.Methods);

    public override void Look(Release release)
    {
        if (release.Tender.HasOneTenderer && methods.Lets(release))
            desk.Mark(release, Code.R018);
    }
}
