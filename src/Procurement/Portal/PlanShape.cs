namespace Procurement.Portal;

/// <summary>Makes a plan item of the portal's object PlnPoint, and reads the ones that are nested in lots and contracts.</summary>
internal static class PlanShape
{
    public static PlanItem Read(JsonFields plan, long id) => new()
    {
        Id = id,
        RootId = plan.Id("rootrecordId"),
        BuyerBin = plan.Business("subjectBiin"),
        BuyerName = plan.Both("subjectNameRu", "subjectNameKz"),
        Name = plan.Both("nameRu", "nameKz"),
        Description = plan.Both("descRu", "descKz"),
        Details = plan.Both("extraDescRu", "extraDescKz"),
        Enstru = EnstruOf(plan),
        SubjectType = plan.Code("refSubjectTypeId"),
        MethodId = plan.Code("refTradeMethodsId"),
        JustificationId = plan.Code("refJustificationId"),
        UnitCode = plan.Text("refUnitsCode"),
        Count = plan.Amount("count"),
        UnitPrice = plan.Amount("price"),
        Amount = plan.Amount("amount"),
        Year = plan.Code("plnPointYear"),
        StatusId = plan.Code("refPlnPointStatusId"),
        Created = plan.Moment("dateCreate"),
        Approved = plan.Object("PlanActs").Moment("dateApproved") ?? plan.Moment("dateApproved"),
        Month = plan.Code("refMonthsId"),
        Places = PlaceCodes.Of(PlacesOf(plan)),
        SupplyTerm = plan.Text("supplyDateRu"),
        Prepayment = plan.Amount("prepayment"),
        IsDeleted = plan.IsSet("isDeleted"),
    };

    /// <summary>The plan items that still count; all of them when every one is marked as deleted.</summary>
    public static List<JsonFields> Live(List<JsonFields> plans)
    {
        var live = plans.FindAll(plan => !plan.IsSet("isDeleted"));
        return live.Count > 0 ? live : plans;
    }

    public static string? EnstruOf(JsonFields plan) => plan.Text("refEnstruCode") ?? plan.Object("RefEnstru").Text("code");

    public static string? KazakhNameOf(JsonFields plan) => plan.Text("nameKz") ?? plan.Object("RefEnstru").Text("nameKz");

    public static IEnumerable<string> PlacesOf(JsonFields plan) =>
        plan.Objects("PlansKato").Where(place => !place.IsSet("isDeleted")).Select(place => place.Text("refKatoCode")).OfType<string>();

    /// <summary>The value that all plan items of a lot share; a joined lot with several values has none.</summary>
    public static T? Agreed<T>(List<JsonFields> plans, Func<JsonFields, T?> value)
    {
        if (plans.Count == 0)
            return default;
        var first = value(plans[0]);
        for (var at = 1; at < plans.Count; at++)
            if (!EqualityComparer<T?>.Default.Equals(first, value(plans[at])))
                return default;
        return first;
    }

    /// <summary>The different texts of the plan items one after another.</summary>
    public static string? Joined(List<JsonFields> plans, string name)
    {
        if (plans.Count == 1)
            return plans[0].Text(name);
        var texts = plans.Select(plan => plan.Text(name)).OfType<string>().Distinct().ToList();
        return texts.Count > 0 ? string.Join("; ", texts) : null;
    }
}
