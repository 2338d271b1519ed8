using System.Globalization;
using Procurement;

namespace Benchmarks.Schemes;

/// <summary>Deals filled into the portal's forms of announcement and lot.</summary>
internal static class Forms
{
    public static Announcement AnnouncementOf(Deal deal, long id, decimal sum) => new()
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

    public static Lot LotOf(Deal deal, Announcement announcement) => new()
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
}
