using System.Globalization;
using System.Text.Json;

namespace Procurement.Portal;

/// <summary>The fields that hold lists.</summary>
internal readonly partial struct JsonFields
{
    public List<JsonFields> Objects(string name)
    {
        var found = new List<JsonFields>();
        foreach (var at in Elements(name))
        {
            if (json[at].Kind is JsonTokenType.StartObject)
                found.Add(new(json, at, complaint, isSnake));
            else
                complaint.Note($"{json.Path(at)} should be an object.");
        }
        return found;
    }

    /// <summary>A list of texts or numbers, as texts; the portal writes codes both ways.</summary>
    public List<string> Texts(string name)
    {
        var found = new List<string>();
        foreach (var at in Elements(name))
        {
            if (json[at].Kind is JsonTokenType.String or JsonTokenType.Number)
                found.Add(Raw(at).Trim());
            else
                complaint.Note($"{json.Path(at)} should be a text.");
        }
        return found;
    }

    /// <summary>A code where the portal's name says a list and its schema a number: the first, if it is a list.</summary>
    public int? FirstCode(string name)
    {
        if (Find(name) is not Absent and var at && json[at].Kind is not JsonTokenType.StartArray)
            return Code(name);
        return Texts(name) is [var first, ..] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code > 0 ? code : null;
    }

    private IEnumerable<int> Elements(string name)
    {
        var at = Find(name);
        if (at == Absent)
            return [];
        if (json[at].Kind is JsonTokenType.StartArray)
            return ElementsOf(at);
        Refuse<string>(name, "should be a list");
        return [];
    }

    private IEnumerable<int> ElementsOf(int list)
    {
        var all = json;
        return all.Children(list).Where(at => all[at].Kind is not JsonTokenType.Null);
    }
}
