using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Portal;

/// <summary>The portal's filters as they behave, not as they are declared.</summary>
internal static class Filter
{
    private static readonly HashSet<string> Moments = new(StringComparer.Ordinal)
    {
        "lastUpdateDate", "indexDate", "publishDate", "crdate", "signDate", "dateApply", "dateCreate", "timestamp", "approveDate",
        "revokeDate",
        "startDate", "endDate", "decisionDate", "dateAction",
    };

    /// <summary>Whether a row of this type passes every condition.</summary>
    public static bool Passes(JsonElement row, string type, JsonObject conditions)
    {
        foreach (var (name, wanted) in conditions)
            if (wanted is not null && !Passes(row, type, name, wanted))
                return false;
        return true;
    }

    private static bool Passes(JsonElement row, string type, string name, JsonNode wanted)
    {
        if (type == "PlnPoint" && (name is "dateCreate" or "timestamp" or "indexDate"))
            return string.IsNullOrEmpty(Ends(wanted).From) && InWindow(row, name, wanted);    // any beginning finds nothing
        return (type, name) switch
        {
            ("TrdApp", not "buyId") => false,
            ("Lots", "plnPointRootrecordId") or ("TrdBuy", "strKato" or "refTrdBuySigns") or ("Lots", "refTrdBuySigns") => false,
            ("Lots" or "PlnPoint", "nameDescriptionRu") => Words.Have(wanted, Join(row, "nameRu", "descriptionRu", "descRu")),
            ("Lots" or "PlnPoint", "nameDescriptionKz") => Words.Have(wanted, Join(row, "nameKz", "descriptionKz", "descKz")),
            ("Lots", "customerNameRu" or "customerNameKz") => Words.Have(wanted, Join(row, name)),
            ("Subject", "nameOrFullNameRu") => Words.Have(wanted, Join(row, "nameRu", "fullNameRu")),
            ("Subject", "nameOrFullNameKz") => Words.Have(wanted, Join(row, "nameKz", "fullNameKz")),
            ("TrdBuy", "commonName") => Words.Have(wanted, Join(row, "nameRu", "nameKz")),
            (_, "amount" or "totalSum") => InRange(row, name, wanted),
            _ when Moments.Contains(name) => InWindow(row, name, wanted),
            _ => Equal(row, name, wanted),
        };
    }

    /// <summary>[from, to], [from] or ["", to], both included, by the wall clock's text.</summary>
    private static bool InWindow(JsonElement row, string name, JsonNode wanted)
    {
        var (from, to) = Ends(wanted);
        if (Table.Text(row, name) is not { Length: > 0 } moment)
            return false;
        var seconds = moment.Length > 19 ? moment[..19] : moment;
        return (string.IsNullOrEmpty(from) || string.CompareOrdinal(seconds, from) >= 0)
            && (string.IsNullOrEmpty(to) || string.CompareOrdinal(seconds, to) <= 0);
    }

    private static bool InRange(JsonElement row, string name, JsonNode wanted)
    {
        var (from, to) = Ends(wanted);
        return row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && (from is null || value.GetDecimal() >= decimal.Parse(from, NumberStyles.Float, CultureInfo.InvariantCulture))
            && (to is null || value.GetDecimal() <= decimal.Parse(to, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static (string? From, string? To) Ends(JsonNode wanted) => wanted is JsonArray ends
        ? (ends.Count > 0 ? ends[0]?.ToString() : null, ends.Count > 1 ? ends[1]?.ToString() : null)
        : (wanted.ToString(), null);

    /// <summary>Any of the wanted values is the field's, or one of the field's; texts may ask for a part.</summary>
    private static bool Equal(JsonElement row, string name, JsonNode wanted)
    {
        if (!row.TryGetProperty(name, out var value))
            return false;
        var held = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Table.Text).ToList() : [Table.Text(value)];
        var asked = wanted is JsonArray list ? list.OfType<JsonNode>() : [wanted];
        return asked.Any(one => one.GetValueKind() == JsonValueKind.String
            ? held.Exists(text => text is not null && Words.Match(one.ToString(), text))
            : held.Contains(Table.Text(JsonSerializer.SerializeToElement(one))));
    }

    private static string Join(JsonElement row, params ReadOnlySpan<string> fields)
    {
        var text = "";
        foreach (var field in fields)
            text += " " + Table.Text(row, field);
        return text;
    }
}
