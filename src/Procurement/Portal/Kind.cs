namespace Procurement.Portal;

/// <summary>Tells what an object of the portal is: by GraphQL's own __typename, else by the fields that only one type has.</summary>
internal static class Kind
{
    public const string Lot = "Lots", Announcement = "TrdBuy", Bid = "TrdApp", Contract = "Contract", Act = "ContractAct",
        Plan = "PlnPoint", Organisation = "Subject", Unfair = "RnuList", Journal = "Journal", Place = "RefKato",
        UnifiedLot = "ZakupLot", UnifiedAnnouncement = "ZakupAnnouncement", UnifiedPlan = "ZakupPlan";

    /// <summary>Types of the portal that say nothing about a purchase that we judge: they are passed over.</summary>
    private static readonly HashSet<string> NotKept = new(StringComparer.Ordinal)
    {
        "News", "TrdComplaintAppeal", "ComplaintAppeal", "QualifiedSuppliers", "qualifiedSuppliers", "ContractWaybill",
        "ContractWaybillItem", "ContractWaybillMember", "ContractPayment", "ContractSpecSum", "ContractTreas", "TreasuryPay",
        "PlnPointsKato", "PlnPointsSpec", "SubjectAddress", "SubjectUsers", "TrdBuyComm", "TrdBuyCancel", "TrdBuyPause",
    };

    /// <summary>
    /// The type's name; roots of the schema and the twins of the quasi-public module (Ob…) go by the main type's name. Null when it
    /// cannot be told.
    /// </summary>
    public static string? Of(JsonFields json, string? typeName) => (json.Text("__typename") ?? typeName) switch
    {
        null => ByFields(json),
        "ObLots" => Lot,
        "ObTrdBuy" => Announcement,
        "ObContract" => Contract,
        "Acts" => Act,
        "ObPlnPoint" or "Plans" or "ObPlans" => Plan,
        "Subjects" => Organisation,
        "Rnu" => Unfair,
        var name => name,
    };

    public static bool IsNotKept(string kind) => NotKept.Contains(kind);

    private static string? ByFields(JsonFields json)
    {
        if (json.Has("lotNumber"))
            return json.Has("announcementId") ? UnifiedLot : Lot;
        if (json.Has("contractNumberSys") || json.Has("contractSum"))
            return Contract;
        if (json.Has("numberAnno"))
            return Announcement;
        if (json.Has("plnPointYear") || json.Has("rootrecordId"))
            return Plan;
        return ByFieldsOfLesserKinds(json);
    }

    private static string? ByFieldsOfLesserKinds(JsonFields json)
    {
        if (json.Has("supplierBinIin") || json.Has("AppLots"))
            return Bid;
        if (json.Has("contractRootId") || json.Has("aktDate"))
            return Act;
        if (json.Has("serviceName") && json.Has("action"))
            return Journal;
        if (json.Has("announcementNumber"))
            return UnifiedAnnouncement;
        if (json.Has("unitPrice") && json.Has("enstru"))
            return UnifiedPlan;
        if ((json.Has("supplierBiin") || json.Has("supplierInnunp")) && json.Has("startDate"))
            return Unfair;
        return ByFieldsOfTables(json);
    }

    private static string? ByFieldsOfTables(JsonFields json)
    {
        if (json.Has("bin") && (json.Has("pid") || json.Has("nameRu") || json.Has("nameKz")))
            return Organisation;
        if (json.Has("symbolCode"))
            return "RefTradeMethods";
        if (json.Has("code") && (json.Has("parentCode") || json.Has("level")))
            return Place;
        return json.Has("id") && json.Has("amount") && json.Has("customerBin") ? Lot : null;    // a lot that lost its number
    }
}
