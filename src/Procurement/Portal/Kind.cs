namespace Procurement.Portal;

/// <summary>Tells what an object of the portal is: by GraphQL's own __typename, else by the fields that only one type has.</summary>
internal static class Kind
{
    public const string Lot = "Lots", Contract = "Contract", Plan = "PlnPoint", Organisation = "Subject", Place = "RefKato";

    /// <summary>The type's name, with the twins of the quasi-public module (Ob…) under the main type's name.</summary>
    public static string? Of(JsonFields json, string? typeName) => (json.Text("__typename") ?? typeName) switch
    {
        null => ByFields(json),
        "ObLots" => Lot,
        "ObContract" => Contract,
        "ObPlnPoint" or "Plans" or "ObPlans" => Plan,
        "Subjects" => Organisation,
        var name => name,
    };

    private static string? ByFields(JsonFields json)
    {
        if (json.Has("lotNumber"))
            return Lot;
        if (json.Has("contractNumberSys") || json.Has("contractSum"))
            return Contract;
        if (json.Has("numberAnno"))
            return "TrdBuy";
        if (json.Has("plnPointYear") || json.Has("rootrecordId"))
            return Plan;
        if (json.Has("bin") && (json.Has("pid") || json.Has("nameRu") || json.Has("nameKz")))
            return Organisation;
        if (json.Has("symbolCode"))
            return "RefTradeMethods";
        if (json.Has("code") && (json.Has("parentCode") || json.Has("level")))
            return Place;
        return json.Has("id") && json.Has("amount") && json.Has("customerBin") ? Lot : null;    // a lot that lost its number
    }
}
