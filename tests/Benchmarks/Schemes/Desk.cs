using Procurement;

namespace Benchmarks.Schemes;

/// <summary>Writes deals as the portal's records; what is dated after the moment of judgement is left out, as it would be.</summary>
internal sealed class Desk(Ids ids, Chance chance)
{
    private readonly ContractDesk contracts = new(ids, chance);
    private readonly List<object> written = [];

    /// <summary>What was written since the last call.</summary>
    public IReadOnlyList<object> Take()
    {
        object[] taken = [.. written];
        written.Clear();
        return taken;
    }

    public Deal Write(Deal deal)
    {
        Write([deal]);
        return deal;
    }

    /// <summary>The lots of one announcement: same buyer, method and moments.</summary>
    public void Write(IReadOnlyList<Deal> deals)
    {
        var (first, timing) = (deals[0], deals[0].Timing);
        var id = ids.Announcement(timing.Published);
        foreach (var deal in deals)
        {
            Plan(deal);
            deal.AnnouncementId = id;
            deal.LotId = ids.Lot(timing.Published);
        }

        var announcement = Forms.AnnouncementOf(first, id, deals.Sum(deal => deal.Amount));
        written.Add(announcement);
        written.AddRange(deals.Select(deal => Forms.LotOf(deal, announcement)));
        if (timing.Results <= Days.AsOf)
            Bids(deals, id, timing);

        foreach (var deal in deals)
            written.AddRange(contracts.Of(deal, announcement));
    }

    /// <summary>A contract without announcement and lot.</summary>
    public void Write(DirectDeal deal)
    {
        deal.PlanRoot = deal.PlanItemId = ids.Plan(deal.Signed.AddDays(-deal.PlannedAhead));
        written.Add(Plans.Of(deal, deal.PlanItemId));
        written.AddRange(contracts.Of(deal));
    }

    private void Plan(Deal deal)
    {
        if (deal.Before is { } before)
        {
            (deal.PlanRoot, deal.PlanItemId) = (before.PlanRoot, before.PlanItemId);
            return;
        }

        var created = deal.Timing.Published.AddDays(-deal.PlannedAhead);
        deal.PlanRoot = deal.PlanItemId = ids.Plan(created);
        written.Add(Plans.Of(deal, deal.PlanItemId, created));
        if (deal.PlannedAhead >= 20 && chance.Is(.1))
        {
            deal.PlanItemId = ids.Plan(created.AddDays(5));
            written.Add(Plans.Of(deal, deal.PlanItemId, created.AddDays(5)));
        }
    }

    private void Bids(IReadOnlyList<Deal> deals, long announcement, Timing timing)
    {
        foreach (var offers in deals.SelectMany(deal => deal.Offers.Select(offer => (Deal: deal, Offer: offer)))
            .GroupBy(row => row.Offer.Supplier))
        {
            // Most hand in on the last day: half of the time that was given lies behind them at least.
            var handed = timing.BidsFrom + ((timing.BidsDue - timing.BidsFrom) * (1 - (.5 * Math.Pow(chance.Unit(), 2))));
            written.Add(new Bid
            {
                Id = ids.Bid(handed),
                AnnouncementId = announcement,
                SupplierBin = offers.Key.Bin,
                SupplierName = offers.Key.Organisation.Name,
                HandedIn = handed,
                Traits = offers.Key.BidTraits,
                Lots = [.. offers.Select(row => LineOf(row.Deal, row.Offer))],
            });
        }
    }

    private static BidLot LineOf(Deal deal, Offer offer) => new()
    {
        LotId = deal.LotId,
        UnitPrice = decimal.Round(offer.Amount / deal.Quantity, 2),
        Amount = offer.Amount,
        StatusId = Array.IndexOf(Ways.Statuses, offer.Status) + 1,
        StatusName = offer.Status,
    };
}
