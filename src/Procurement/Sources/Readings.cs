using System.Globalization;
using System.Text.Json;

namespace Procurement;

/// <summary>Reads the rows of a page, whatever they hold.</summary>
internal static class Readings
{
    public static List<Reading> Of(IEnumerable<JsonElement> rows, string? typeName)
    {
        var readings = new List<Reading>();
        foreach (var row in rows)
            readings.Add(Of(row, typeName, readings.Count + 1));
        return readings;
    }

    public static Reading Of(JsonElement row, string? typeName, long line = 1)
    {
        if (row.ValueKind is not JsonValueKind.Object)
            return Reading.Refused(line, "The row is not a JSON object.");
        try
        {
            return PortalReader.Read(row, typeName, line);
        }
        catch (InvalidOperationException)    // half of a surrogate pair, written as an escape: valid JSON, but not text
        {
            return Reading.Refused(line, "The row holds an escape that is not a character.");
        }
    }

    /// <summary>The field of an object, if it is an object and has it and it is not null.</summary>
    public static JsonElement? Field(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;

    /// <summary>A whole number, written as one or as text.</summary>
    public static long? Number(this JsonElement json, string name) => json.Field(name) switch
    {
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        { ValueKind: JsonValueKind.String } value
            when long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>The smallest id of the rows; null when none has one.</summary>
    public static long? Smallest(IEnumerable<JsonElement> rows, string id = "id") =>
        rows.Min(row => row.Number(id) is > 0 and var number ? number : (long?)null);
}
