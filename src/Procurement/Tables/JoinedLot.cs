using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procurement.Tables;

/// <summary>
/// Puts rows together that are one lot: a joined lot has a row for each of its plan items, one after another. Everything else passes
/// through at once.
/// </summary>
internal sealed class JoinedLot
{
    /// <summary>A field of ours in the JSON, which no shape reads: rows with the same value are one lot.</summary>
    public const string Key = "joined";

    private JsonObject? held;
    private long heldLine;

    public IEnumerable<Reading> Take(JsonObject row, long line)
    {
        if (held is not null && row[Key] is { } key && (string?)key == (string?)held[Key])
        {
            Join(row);
            return [];
        }
        var before = End();
        if (row[Key] is null)
            return [.. before, .. Read(row, line)];
        (held, heldLine) = (row, line);
        return before;
    }

    public IReadOnlyList<Reading> End()
    {
        if (held is null)
            return [];
        var readings = Read(held, heldLine);
        held = null;
        return readings;
    }

    private static IReadOnlyList<Reading> Read(JsonObject json, long line) =>
        PortalReader.ReadAll(JsonSerializer.SerializeToElement(json), null, line);

    private void Join(JsonObject row)
    {
        var item = row["Plans"]![0]!;
        row["Plans"]!.AsArray().Clear();
        held!["Plans"]!.AsArray().Add(item);
        if (Number(held) is { } before && Number(row) is { } more)
            held["amount"] = before + more;
        else
            held.Remove("amount");
        held.Remove("count");    // items of a joined lot are counted in units of their own
        foreach (var name in (ReadOnlySpan<string>)["nameRu", "descriptionRu"])
            held[name] = Both((string?)held[name], (string?)row[name]);
    }

    private static decimal? Number(JsonObject json) => (decimal?)json["amount"];

    private static string? Both(string? one, string? other) =>
        one is null || other is null || one.Split("; ").Contains(other) ? one ?? other : $"{one}; {other}";
}
