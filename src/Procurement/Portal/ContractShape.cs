namespace Procurement.Portal;

/// <summary>Makes a contract of the portal's object Contract (or ObContract), with ContractUnits nested in it.</summary>
internal static class ContractShape
{
    public static Contract Read(JsonFields contract, long id) => new()
    {
        Id = id,
        RootId = contract.Id("rootId"),
        ParentId = contract.Id("parentId"),
        Number = contract.Text("contractNumberSys"),
        AnnouncementId = contract.Id("trdBuyId"),
        AnnouncementNumber = contract.Text("trdBuyNumberAnno"),
        Description = contract.Both("descriptionRu", "descriptionKz"),
        BuyerBin = contract.Business("customerBin"),
        SupplierBin = Supplier(contract),
        Sum = contract.Amount("contractSum"),
        SumWithVat = contract.Amount("contractSumWnds"),
        StatusId = contract.Code("refContractStatusId"),
        TypeId = contract.Code("refContractTypeId"),
        MethodId = contract.Code("faktTradeMethodsId"),
        SubjectType = contract.Code("refSubjectTypeId"),
        FinancialYear = contract.Code("finYear"),
        Created = contract.Moment("crdate"),
        SignedAt = contract.Moment("signDate"),
        Updated = contract.Moment("lastUpdateDate"),
        IsDeleted = contract.IsSet("deleted"),
        Items = [.. contract.Objects("ContractUnits").Where(unit => !unit.IsSet("deleted")).Select(Item)],
    };

    /// <summary>Suppliers may be private persons or foreigners with numbers of another kind: neither is kept, neither is a fault.</summary>
    private static string? Supplier(JsonFields contract) =>
        contract.Text("supplierBiin") is { } digits && Bin.IsForBusiness(digits) ? digits : null;

    private static ContractItem Item(JsonFields unit)
    {
        var plan = unit.Object(unit.Has("Plans") ? "Plans" : "ObPlans");
        return new ContractItem
        {
            LotId = unit.Id("lotId"),
            Enstru = Enstru(unit) ?? PlanShape.EnstruOf(plan),
            UnitPrice = unit.Amount("itemPrice"),
            Quantity = unit.Amount("quantity"),
            Sum = unit.Amount("totalSum"),
            UnitCode = plan.Text("refUnitsCode"),
            UnitName = plan.Object("RefUnits").Text("nameRu"),
            JustificationId = plan.Code("refJustificationId"),
            Details = plan.Text("extraDescRu") ?? plan.Text("descRu"),
            Places = PlaceCodes.Of(PlanShape.PlacesOf(plan)),
        };
    }

    /// <summary>The schema gives a list here; a unit with several codes has none that stands for it.</summary>
    private static string? Enstru(JsonFields unit)
    {
        var codes = unit.Texts("refEnstruCode").Distinct().ToList();
        return codes.Count == 1 ? codes[0] : null;
    }
}
