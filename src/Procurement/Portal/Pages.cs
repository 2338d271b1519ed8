using System.Text.Json;

namespace Procurement.Portal;

/// <summary>Finds the rows of a page, whichever service it came from.</summary>
internal static class Pages
{
    /// <summary>
    /// The rows with the type that the page gives them: a list; GraphQL's {"data":{"Lots":[…]}}; REST's {"items":[…]}; the unified
    /// platform's {"results":[…]}; packages of the contracting standard, {"releases":[…]} and {"records":[{"compiledRelease":…}]}; else
    /// the object itself is the only row. Null when the page holds errors and no rows.
    /// </summary>
    public static List<(JsonElement Row, string? TypeName)>? RowsOf(JsonElement page, string? typeName)
    {
        if (page.ValueKind is JsonValueKind.Array)
            return Rows(page, typeName);
        if (page.ValueKind is not JsonValueKind.Object)
            return null;
        if (page.TryGetProperty("data", out var data) && data.ValueKind is JsonValueKind.Object)
            return [.. data.EnumerateObject().SelectMany(root => RowsOf(root, typeName))];
        if (page.TryGetProperty("errors", out _))
            return null;
        foreach (var name in (ReadOnlySpan<string>)["items", "results", "releases", "records"])
        {
            if (page.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array)
                return Rows(list, typeName);
        }
        return [(page, typeName)];
    }

    /// <summary>The root's name is a type's name; an alias in lower case is not, and leaves it to the fields.</summary>
    private static List<(JsonElement Row, string? TypeName)> RowsOf(JsonProperty root, string? typeName)
    {
        if (root.Value.ValueKind is not JsonValueKind.Array)
            return [];
        return Rows(root.Value, typeName ?? (root.Name.Length > 0 && char.IsAsciiLetterUpper(root.Name[0]) ? root.Name : null));
    }

    private static List<(JsonElement Row, string? TypeName)> Rows(JsonElement list, string? typeName) =>
        [.. list.EnumerateArray().Select(row => (Inner(row), typeName))];

    private static JsonElement Inner(JsonElement row) =>
        row.ValueKind is JsonValueKind.Object && row.TryGetProperty("compiledRelease", out var release) ? release : row;
}
