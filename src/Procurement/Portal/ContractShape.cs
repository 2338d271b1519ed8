using System.Globalization;

namespace Procurement.Portal;

/// <summary>Makes a contract of the portal's object Contract (or ObContract), with ContractUnits nested in it.</summary>
internal static class ContractShape
{
    private const int ForYears = 2;    // RefContractYearType: 1 of one year, 2 of several
    private static readonly string[] Tenge = ["KZT", "398"];    // letters and digits of ISO 4217

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
        SupplierBin = Supplier.NumberOf(contract, "supplierBiin"),
        Sum = contract.Amount("contractSum"),
        SumWithVat = contract.Amount("contractSumWnds"),
        Paid = contract.Amount("faktSum"),
        StatusId = contract.Code("refContractStatusId"),
        TypeId = contract.Code("refContractTypeId"),
        MethodId = contract.Code("faktTradeMethodsId"),
        SubjectType = contract.Code("refSubjectTypeId"),
        FinancialYear = contract.Code("finYear"),
        Created = contract.Moment("crdate"),
        SignedAt = contract.Moment("signDate"),
        Ends = contract.Moment("ecEndDate"),
        PlannedEnd = contract.Moment("planExecDate"),
        Done = contract.Moment("faktExecDate"),
        ResultsPublished = contract.Moment("trdBuyItogiDatePublic"),
        HasVat = contract.Has("withNds") ? contract.IsSet("withNds") : null,
        IsForYears = contract.Code("refContractYearTypeId") is { } years ? years == ForYears : null,
        Currency = contract.Text("refCurrencyCode") is { } currency && !Tenge.Contains(currency) ? currency : null,
        CancelReasonId = contract.Code("refContractCancelId"),
        Payments = PaymentShape.Of(contract),
        SupplierTraits = Supplier.NumberOf(contract, "supplierBiin") is null ? [] : TraitsOf.Supplier(contract),
        BuyerTraits = TraitsOf.Buyer(contract),
        AmendmentGrounds = [.. contract.Texts("refAmendmAgreemJustifId").Select(Number).OfType<int>()],
        Updated = contract.Moment("lastUpdateDate"),
        IsDeleted = contract.IsSet("deleted"),
        Items = [.. contract.Objects("ContractUnits").Where(unit => !unit.IsSet("deleted")).Select(Item)],
        Acts = ActShape.Of(contract, id),
    };

    /// <summary>A code out of a list, where 0 is the portal's way to say "none".</summary>
    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static ContractItem Item(JsonFields unit)
    {
        var plan = unit.Object(unit.Has("Plans") ? "Plans" : "ObPlans");
        return new ContractItem
        {
            LotId = unit.Id("lotId"),
            PlanItemId = unit.Id("plnPointId") ?? plan.Id("id"),
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
