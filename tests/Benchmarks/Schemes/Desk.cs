using System.Globalization;
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

        var announcement = AnnouncementOf(first, id, deals.Sum(deal => deal.Amount));
        written.Add(announcement);
        written.AddRange(deals.Select(deal => LotOf(deal, announcement)));
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

    private static Announcement AnnouncementOf(Deal deal, long id, decimal sum) => new()
    {
        Id = id,
        Number = string.Create(CultureInfo.InvariantCulture, $"{id}-1"),
        Title = new Bilingual(deal.Product.Name, null),
        Sum = sum,
        MethodId = deal.Method,
        SubjectType = deal.Product.Type,
        StatusId = deal.Timing.Results <= Days.AsOf ? 350 : 220,
        OrganiserBin = deal.Buyer.Bin,
        OrganiserName = deal.Buyer.Name,
        InvitedBin = deal.Method == Ways.AfterFailure ? deal.Winner?.Bin : null,
        ParentId = deal.Before?.AnnouncementId,
        IsRepeat = deal.IsRepeat,
        Places = deal.Place is null ? deal.Buyer.Organisation.Places : [deal.Place],
        Published = deal.Timing.Published,
        BidsFrom = deal.Timing.BidsFrom,
        BidsDue = deal.Timing.BidsDue,
        ResultsPublished = deal.Timing.Results <= Days.AsOf ? deal.Timing.Results : null,
        DiscussionFrom = deal.Timing.DiscussionFrom,
        DiscussionUntil = deal.Timing.DiscussionUntil,
        Commission = deal.Method == Ways.Tender ? deal.Buyer.Traits.Take(1).ToList() : [],
        IsConstruction = deal.IsConstruction,
        SystemId = 3,
    };

    private static Lot LotOf(Deal deal, Announcement announcement) => new()
    {
        Id = deal.LotId,
        Number = new LotNumber(deal.PlanRoot, Ways.SymbolOf(deal.Method), deal.Attempt).ToString(),
        AnnouncementId = announcement.Id,
        AnnouncementNumber = announcement.Number,
        AnnouncementTitle = announcement.Title,
        Name = new Bilingual(deal.Product.Name, null),
        Description = new Bilingual(deal.Product.Characteristic, null),
        Details = new Bilingual(deal.Details, null),
        BuyerBin = deal.Buyer.Bin,
        BuyerName = deal.Buyer.Name,
        Amount = deal.Amount,
        Count = deal.Quantity,
        UnitPrice = deal.UnitPrice,
        UnitCode = deal.Product.UnitCode,
        UnitName = deal.Product.UnitName,
        Enstru = deal.Product.Enstru,
        SubjectType = deal.Product.Type,
        MethodId = deal.Method,
        PlannedMethodId = deal.PlannedMethod ?? deal.Before?.PlannedMethod ?? deal.Before?.Method ?? deal.Method,
        StatusId = deal.Timing.Results <= Days.AsOf ? deal.LotStatus : 220,
        Places = announcement.Places,
        Published = deal.Timing.Published,
        BidsFrom = deal.Timing.BidsFrom,
        BidsDue = deal.Timing.BidsDue,
        ResultsPublished = announcement.ResultsPublished,
        IsRepeat = deal.IsRepeat,
        DiscussionFrom = deal.Timing.DiscussionFrom,
        DiscussionUntil = deal.Timing.DiscussionUntil,
        SystemId = 3,
        PlanItemIds = [deal.PlanItemId],
        SupplyTerm = Plans.TermOf(deal.SupplyDays),
        Prepayment = deal.Prepayment,
        IsConstruction = deal.IsConstruction,
        DesignSign = deal.DesignSign,
        FileCount = 2,
    };

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
