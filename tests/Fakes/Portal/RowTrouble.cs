using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Portal;

/// <summary>Spoils rows the way the portal does; the truth in the store stays as it is.</summary>
internal sealed class RowTrouble
{
    private static readonly RowTrouble None = new(_ => { });
    private static readonly string[] NeverNull = ["amount", "count", "customerBin", "lastUpdateDate", "refLotStatusId", "contractSum",
        "supplierBiin", "orgBin"];

    private readonly Action<JsonObject> spoil;

    private RowTrouble(Action<JsonObject> spoil) => this.spoil = spoil;

    public static RowTrouble Of(Trouble? trouble, string type) => trouble?.Kind switch
    {
        TroubleKind.NullFields => new RowTrouble(row => Each(row, NeverNull, (row, name) => row[name] = null)),
        TroubleKind.KazakhCopies => new RowTrouble(CopyRussian),
        TroubleKind.NoPlaces => new RowTrouble(row =>
            Each(row, ["plnPointKatoList", "kato", "katoList"], (row, name) => row[name] = new JsonArray())),
        TroubleKind.StaleStatuses when type is "Lots" => new RowTrouble(row => row["refLotStatusId"] = 220),
        TroubleKind.StaleStatuses when type is "TrdBuy" => new RowTrouble(row => row["refBuyStatusId"] = 220),
        _ => None,
    };

    public JsonElement Applied(JsonElement row)
    {
        if (this == None)
            return row;
        var spoilt = JsonObject.Create(row)!;
        spoil(spoilt);
        return JsonSerializer.SerializeToElement(spoilt);
    }

    private static void CopyRussian(JsonObject row)
    {
        foreach (var (name, value) in row.ToList())
            if (name.EndsWith("Ru", StringComparison.Ordinal) && row.ContainsKey(name[..^2] + "Kz"))
                row[name[..^2] + "Kz"] = value?.DeepClone();
    }

    private static void Each(JsonObject row, IEnumerable<string> names, Action<JsonObject, string> change)
    {
        foreach (var name in names.Where(row.ContainsKey))
            change(row, name);
    }
}
