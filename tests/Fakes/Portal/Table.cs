using System.Globalization;
using System.Text.Json;

namespace Fakes.Portal;

/// <summary>All objects of one type by id, newest id first, with look-ups by other fields that are made when they are asked for.</summary>
internal sealed class Table
{
    private readonly Dictionary<long, JsonElement> rows = [];
    private readonly Dictionary<string, ILookup<string, long>> lookups = new(StringComparer.Ordinal);
    private long[]? order;

    public int Count => rows.Count;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Ids from the largest to the smallest.</summary>
    public long[] Ids => order ??= [.. rows.Keys.OrderDescending()];

    public JsonElement? this[long id] => rows.TryGetValue(id, out var row) ? row : null;

    public void Put(long id, JsonElement row)
    {
        rows[id] = row;
        Forget();
    }

    public bool Remove(long id)
    {
        var removed = rows.Remove(id);
        Forget();
        return removed;
    }

    /// <summary>Rows whose field has this value.</summary>
    public IEnumerable<JsonElement> By(string field, string value)
    {
        if (!lookups.TryGetValue(field, out var lookup))
            lookups[field] = lookup = Ids.ToLookup(id => Text(rows[id], field) ?? "", StringComparer.Ordinal);
        return lookup[value].Select(id => rows[id]);
    }

    /// <summary>A scalar as text, whatever its kind; null where there is none.</summary>
    public static string? Text(JsonElement row, string field) => row.TryGetProperty(field, out var value) ? Text(value) : null;

    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        _ => null,
    };

    private void Forget()
    {
        order = null;
        lookups.Clear();
        Version++;
    }
}
