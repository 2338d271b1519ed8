namespace Risk.Ocds;

/// <summary>
/// R030, late bid won: a valid bid came after /tender/tenderPeriod/endDate, and its tenderer is a supplier of an active award. The release
/// and these tenderers get 1. Dates are compared as instants, whatever their zones (<see cref="Moment.IsAfter"/>); what is no date is not
/// late. Cardinal compares the two texts letter by letter, so that 10:00+05:00 is later than 06:00Z: pass <paramref name="asTexts"/> for
/// that.
/// </summary>
internal sealed class LateBidWon(bool asTexts, Desk desk) : Collector
{
    private readonly HashSet<int> winners = [];

    public override void Look(Release release)
    {
        if (!release.Tender.End.IsText || !release.HasBids || !release.HasAwards)
            return;
        winners.Clear();
        foreach (ref readonly var award in release.Awards)
            if (award.Status == AwardStatus.Active)
                AddSuppliers(release, award);
        foreach (ref readonly var bid in release.Bids)
            if (bid.Status == BidStatus.Valid && winners.Count > 0 && bid.Date.IsText && IsLate(release, bid.Date))
                Mark(release, release.Tenderers(bid));
    }

    private void AddSuppliers(Release release, in Award award)
    {
        foreach (var supplier in release.Suppliers(award))
            winners.Add(supplier);
    }

    private bool IsLate(Release release, Piece date)
    {
        var received = release.Text(date);
        var deadline = release.Text(release.Tender.End);
        if (asTexts)
            return received.SequenceCompareTo(deadline) > 0;
        return Moment.Read(received) is { } moment && Moment.Read(deadline) is { } last && moment.IsAfter(last);
    }

    private void Mark(Release release, ReadOnlySpan<int> tenderers)
    {
        foreach (var tenderer in tenderers)
        {
            if (!winners.Contains(tenderer))
                continue;
            desk.Mark(release, Code.R030);
            desk.MarkTenderer(tenderer, release, Code.R030);
        }
    }
}
