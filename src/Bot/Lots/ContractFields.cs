using Procurement;

namespace Bot.Lots;

/// <summary>The members of contracts, their subjects and acts, in the order of their properties.</summary>
internal static class ContractFields
{
    public static Contract Contract(ref FieldReader fields) => new()
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
        Items = fields.Each("Items"u8, ContractItem),
        Acts = fields.Each("Acts"u8, Act),
    };

    private static ContractItem ContractItem(ref FieldReader fields) => new()
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

    public static Act Act(ref FieldReader fields) => new()
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
}
