using System.Text.Json;

namespace Procurement.Portal;

/// <summary>The fields that hold lists.</summary>
internal readonly partial struct JsonFields
{
    public List<JsonFields> Objects(string name)
    {
        var found = new List<JsonFields>();
        foreach (var (element, place) in Elements(name))
        {
            if (element.ValueKind is JsonValueKind.Object)
                found.Add(new(element, $"{place}.", complaint, isSnake));
            else
                complaint.Note($"{place} should be an object.");
        }
        return found;
    }

    /// <summary>A list of texts or numbers, as texts; the portal writes codes both ways.</summary>
    public List<string> Texts(string name)
    {
        var found = new List<string>();
        foreach (var (element, place) in Elements(name))
        {
            if (element.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                found.Add(element.ToString().Trim());
            else
                complaint.Note($"{place} should be a text.");
        }
        return found;
    }

    private IEnumerable<(JsonElement Element, string Place)> Elements(string name)
    {
        if (Value(name) is not { } value)
            yield break;
        if (value.ValueKind is not JsonValueKind.Array)
        {
            complaint.Note($"{path}{name} should be a list.");
            yield break;
        }
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            if (element.ValueKind is not JsonValueKind.Null)
                yield return (element, $"{path}{name}[{index}]");
            index++;
        }
    }
}
