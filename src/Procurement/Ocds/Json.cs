using System.Globalization;
using System.Text.Json.Nodes;

namespace Procurement.Ocds;

/// <summary>Builds JSON without empty fields: the standard forbids none, but says that absent is not null.</summary>
internal static class Json
{
    private const decimal MostMoney = 1e18m;

    /// <summary>An object of the fields that have a value; null when none has.</summary>
    public static JsonObject? Object(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
                json.Add(name, value);
        }
        return json.Count > 0 ? json : null;
    }

    public static JsonArray? List(IEnumerable<JsonNode?> values)
    {
        var list = new JsonArray([.. values.Where(value => value is not null)]);
        return list.Count > 0 ? list : null;
    }

    /// <summary>Tenge.</summary>
    public static JsonObject? Money(decimal? amount) => amount is null ? null : Object(("amount", amount), ("currency", "KZT"));

    /// <summary>What the known sums come to; null when none is known, or when one is beyond all money.</summary>
    public static decimal? Total(IEnumerable<decimal?> amounts)
    {
        decimal? total = null;
        foreach (var amount in amounts.OfType<decimal>())
        {
            if (amount > MostMoney)
                return null;
            total = (total ?? 0) + amount;
        }
        return total;
    }

    public static JsonObject? Period(DateTimeOffset? start, DateTimeOffset? end) => Object(("startDate", Of(start)), ("endDate", Of(end)));

    /// <summary>UTC in ISO 8601, with a fraction of a second only where there is one.</summary>
    public static string? Of(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
