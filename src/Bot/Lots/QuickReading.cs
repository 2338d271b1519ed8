using Procurement;

namespace Bot.Lots;

/// <summary>
/// Records that are read by the million, member by member in the order in which the serializer writes them: that of their properties. A
/// property that is missing here only makes its documents slow to read; a test counts such documents.
/// </summary>
internal static class QuickReading
{
    private static readonly Dictionary<Type, Delegate> Known = new()
    {
        [typeof(Announcement)] = new FieldReader.One<Announcement>(ReadAnnouncement),
        [typeof(Bid)] = new FieldReader.One<Bid>(ReadBid),
        [typeof(Contract)] = new FieldReader.One<Contract>(ReadContract),
        [typeof(Act)] = new FieldReader.One<Act>(ReadAct),
        [typeof(PlanItem)] = new FieldReader.One<PlanItem>(ReadPlanItem),
        [typeof(Organisation)] = new FieldReader.One<Organisation>(ReadOrganisation),
    };

    /// <summary>Null for what the serializer has to read.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> document)
        where T : class
    {
        if (Of<T>.Own is not { } own)
            return null;
        var fields = new FieldReader(document);
        var record = own(ref fields);
        fields.End();
        return fields.IsWhole ? record : null;
    }

    private static Announcement ReadAnnouncement(ref FieldReader fields) => new()
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

    private static Bid ReadBid(ref FieldReader fields) => new()
    {
        Id = fields.Id("Id"u8),
        AnnouncementId = fields.Id("AnnouncementId"u8),
        SupplierBin = fields.Text("SupplierBin"u8),
        SupplierName = fields.Both("SupplierName"u8),
        HandedIn = fields.Moment("HandedIn"u8),
        Lots = fields.Each("Lots"u8, ReadBidLot),
        Traits = fields.Traits("Traits"u8),
    };

    private static BidLot ReadBidLot(ref FieldReader fields) => new()
    {
        LotId = fields.Id("LotId"u8),
        UnitPrice = fields.Sum("UnitPrice"u8),
        Amount = fields.Sum("Amount"u8),
        Discount = fields.Sum("Discount"u8),
        DiscountedAmount = fields.Sum("DiscountedAmount"u8),
        StatusId = fields.Int("StatusId"u8),
        StatusName = fields.Text("StatusName"u8),
    };

    private static Contract ReadContract(ref FieldReader fields) => new()
    {
        Id = fields.Id("Id"u8),
        RootId = fields.Long("RootId"u8),
        ParentId = fields.Long("ParentId"u8),
        Number = fields.Text("Number"u8),
        AnnouncementId = fields.Long("AnnouncementId"u8),
        AnnouncementNumber = fields.Text("AnnouncementNumber"u8),
        Description = fields.Both("Description"u8),
        BuyerBin = fields.Text("BuyerBin"u8),
        SupplierBin = fields.Text("SupplierBin"u8),
        Sum = fields.Sum("Sum"u8),
        SumWithVat = fields.Sum("SumWithVat"u8),
        Paid = fields.Sum("Paid"u8),
        StatusId = fields.Int("StatusId"u8),
        TypeId = fields.Int("TypeId"u8),
        MethodId = fields.Int("MethodId"u8),
        SubjectType = fields.Int("SubjectType"u8),
        FinancialYear = fields.Int("FinancialYear"u8),
        Created = fields.Moment("Created"u8),
        SignedAt = fields.Moment("SignedAt"u8),
        Ends = fields.Moment("Ends"u8),
        PlannedEnd = fields.Moment("PlannedEnd"u8),
        Done = fields.Moment("Done"u8),
        ResultsPublished = fields.Moment("ResultsPublished"u8),
        HasVat = fields.Flag("HasVat"u8),
        IsForYears = fields.Flag("IsForYears"u8),
        Currency = fields.Text("Currency"u8),
        CancelReasonId = fields.Int("CancelReasonId"u8),
        Payments = fields.Payments("Payments"u8),
        SupplierTraits = fields.Traits("SupplierTraits"u8),
        BuyerTraits = fields.Traits("BuyerTraits"u8),
        AmendmentGrounds = fields.Ints("AmendmentGrounds"u8),
        Updated = fields.Moment("Updated"u8),
        IsDeleted = fields.Flag("IsDeleted"u8) ?? false,
        Items = fields.Each("Items"u8, ReadContractItem),
        Acts = fields.Each("Acts"u8, ReadAct),
    };

    private static ContractItem ReadContractItem(ref FieldReader fields) => new()
    {
        LotId = fields.Long("LotId"u8),
        PlanItemId = fields.Long("PlanItemId"u8),
        Enstru = fields.Text("Enstru"u8),
        UnitPrice = fields.Sum("UnitPrice"u8),
        Quantity = fields.Sum("Quantity"u8),
        Sum = fields.Sum("Sum"u8),
        UnitCode = fields.Text("UnitCode"u8),
        UnitName = fields.Text("UnitName"u8),
        JustificationId = fields.Int("JustificationId"u8),
        Details = fields.Text("Details"u8),
        Places = fields.Texts("Places"u8),
    };

    private static Act ReadAct(ref FieldReader fields) => new()
    {
        Id = fields.Id("Id"u8),
        ContractId = fields.Long("ContractId"u8),
        ContractRootId = fields.Long("ContractRootId"u8),
        Dated = fields.Moment("Dated"u8),
        Approved = fields.Moment("Approved"u8),
        Revoked = fields.Moment("Revoked"u8),
        StatusId = fields.Int("StatusId"u8),
        DaysLate = fields.Int("DaysLate"u8),
        Fine = fields.Sum("Fine"u8),
        IsDeleted = fields.Flag("IsDeleted"u8) ?? false,
    };

    private static PlanItem ReadPlanItem(ref FieldReader fields) => new()
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

    private static Organisation ReadOrganisation(ref FieldReader fields) => new()
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

    private static class Of<T>
    {
        public static readonly FieldReader.One<T>? Own = Known.GetValueOrDefault(typeof(T)) as FieldReader.One<T>;
    }
}
