using Procurement;

namespace Bot.Lots;

/// <summary>The members of records about purchases and organisations, in the order of their properties.</summary>
internal static class PurchaseFields
{
    public static Announcement Announcement(ref FieldReader fields) => new()
    {
        Id = fields.Id("Id"u8),
        Number = fields.Text("Number"u8),
        Title = fields.Both("Title"u8),
        Sum = fields.Sum("Sum"u8),
        MethodId = fields.Int("MethodId"u8),
        SubjectType = fields.Int("SubjectType"u8),
        StatusId = fields.Int("StatusId"u8),
        OrganiserBin = fields.Text("OrganiserBin"u8),
        OrganiserName = fields.Both("OrganiserName"u8),
        InvitedBin = fields.Text("InvitedBin"u8),
        ParentId = fields.Long("ParentId"u8),
        IsRepeat = fields.Flag("IsRepeat"u8),
        Places = fields.Texts("Places"u8),
        Published = fields.Moment("Published"u8),
        BidsFrom = fields.Moment("BidsFrom"u8),
        BidsDue = fields.Moment("BidsDue"u8),
        ResultsPublished = fields.Moment("ResultsPublished"u8),
        DiscussionFrom = fields.Moment("DiscussionFrom"u8),
        DiscussionUntil = fields.Moment("DiscussionUntil"u8),
        Cancelled = fields.Moment("Cancelled"u8),
        Paused = fields.Moment("Paused"u8),
        Complained = fields.Moment("Complained"u8),
        Commission = fields.Traits("Commission"u8),
        IsConstruction = fields.Flag("IsConstruction"u8) ?? false,
        IsBySingleOrganiser = fields.Flag("IsBySingleOrganiser"u8) ?? false,
        Updated = fields.Moment("Updated"u8),
        SystemId = fields.Int("SystemId"u8),
    };

    public static Bid Bid(ref FieldReader fields) => new()
    {
        Id = fields.Id("Id"u8),
        AnnouncementId = fields.Id("AnnouncementId"u8),
        SupplierBin = fields.Text("SupplierBin"u8),
        SupplierName = fields.Both("SupplierName"u8),
        HandedIn = fields.Moment("HandedIn"u8),
        Lots = fields.Each("Lots"u8, BidLot),
        Traits = fields.Traits("Traits"u8),
    };

    private static BidLot BidLot(ref FieldReader fields) => new()
    {
        LotId = fields.Id("LotId"u8),
        UnitPrice = fields.Sum("UnitPrice"u8),
        Amount = fields.Sum("Amount"u8),
        Discount = fields.Sum("Discount"u8),
        DiscountedAmount = fields.Sum("DiscountedAmount"u8),
        StatusId = fields.Int("StatusId"u8),
        StatusName = fields.Text("StatusName"u8),
    };

    public static PlanItem PlanItem(ref FieldReader fields) => new()
    {
        Id = fields.Id("Id"u8),
        RootId = fields.Long("RootId"u8),
        BuyerBin = fields.Text("BuyerBin"u8),
        BuyerName = fields.Both("BuyerName"u8),
        Name = fields.Both("Name"u8),
        Description = fields.Both("Description"u8),
        Details = fields.Both("Details"u8),
        Enstru = fields.Text("Enstru"u8),
        SubjectType = fields.Int("SubjectType"u8),
        MethodId = fields.Int("MethodId"u8),
        JustificationId = fields.Int("JustificationId"u8),
        UnitCode = fields.Text("UnitCode"u8),
        Count = fields.Sum("Count"u8),
        UnitPrice = fields.Sum("UnitPrice"u8),
        Amount = fields.Sum("Amount"u8),
        Year = fields.Int("Year"u8),
        StatusId = fields.Int("StatusId"u8),
        Created = fields.Moment("Created"u8),
        Approved = fields.Moment("Approved"u8),
        Month = fields.Int("Month"u8),
        Places = fields.Texts("Places"u8),
        SupplyTerm = fields.Text("SupplyTerm"u8),
        Prepayment = fields.Sum("Prepayment"u8),
        IsDeleted = fields.Flag("IsDeleted"u8) ?? false,
    };

    public static Organisation Organisation(ref FieldReader fields) => new()
    {
        Bin = fields.Key("Bin"u8),
        PortalId = fields.Long("PortalId"u8),
        Name = fields.Both("Name"u8),
        Places = fields.Texts("Places"u8),
        Registered = fields.Moment("Registered"u8),
        ParentBin = fields.Text("ParentBin"u8),
        IsBuyer = fields.Flag("IsBuyer"u8),
        IsSupplier = fields.Flag("IsSupplier"u8),
        Oked = fields.Int("Oked"u8),
        Size = fields.Int("Size"u8),
        Traits = fields.Traits("Traits"u8),
        IsMonopoly = fields.Flag("IsMonopoly"u8) ?? false,
    };
}
