using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Portal;

/// <summary>Carries out a query that has been checked: filters, one page by the newest id first, the fields asked for, pageInfo.</summary>
internal sealed class Answering(PortalStore store, Func<string> now)
{
    private const int UsualLimit = 50, MostLimit = 200;

    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["Subjects"] = "Subject",
        ["Plans"] = "PlnPoint",
        ["ObPlans"] = "ObPlnPoint",
        ["Rnu"] = "RnuList",
        ["Acts"] = "ContractAct",
        ["ComplaintAppeal"] = "TrdComplaintAppeal",
        ["qualifiedSuppliers"] = "QualifiedSuppliers",
    };

    private readonly Relations relations = new(store);
    private readonly Dictionary<string, (int Version, string Filter, List<long> Ids)> remembered = new(StringComparer.Ordinal);

    /// <summary>The answer's bytes; a root field that misbehaves does so in its own rows.</summary>
    public byte[] Answer(Question question, IReadOnlyDictionary<string, JsonNode?> variables, Trouble? trouble)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Page? last = null;
        json.WriteStartObject();
        json.WriteStartObject("data");
        lock (store.Gate)
            foreach (var root in question.Selection)
                if (root.Name == "__typename")
                    json.WriteString("__typename", "Query");
                else
                    last = Root(json, root, variables, trouble);
        json.WriteEndObject();
        if (last is not null)
            last.WriteInfo(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private Page Root(Utf8JsonWriter json, Selected root, IReadOnlyDictionary<string, JsonNode?> variables, Trouble? trouble)
    {
        var type = Tables.GetValueOrDefault(root.Name, root.Name);
        var arguments = root.Arguments.ToDictionary(argument => argument.Key, argument => Values.Resolved(argument.Value, variables));
        var filter = arguments.GetValueOrDefault("filter") as JsonObject ?? [];
        var limit = Whole(arguments, "limit") is > 0 and var asked ? (int)Math.Min(asked, MostLimit) : UsualLimit;
        var after = Whole(arguments, "after");
        var page = Page.Cut(Matching(type, filter), after, limit, trouble);
        var shape = RowTrouble.Of(trouble, type);
        json.WriteStartArray(root.Name);
        foreach (var id in page.Ids)
            Row(json, shape.Applied(store.Table(type)[id]!.Value), type, root.Inside);
        json.WriteEndArray();
        return page;
    }

    private static long? Whole(Dictionary<string, JsonNode?> arguments, string name) =>
        arguments.GetValueOrDefault(name) is { } value ? (long)JsonSerializer.SerializeToElement(value).GetDecimal() : null;

    /// <summary>Ids that pass the filter, remembered while nothing changes: the next page asks the same.</summary>
    private List<long> Matching(string type, JsonObject filter)
    {
        var table = store.Table(type);
        var key = filter.ToJsonString() + (type == "TrdApp" ? now() : "");
        var version = table.Version;
        if (remembered.TryGetValue(type, out var known) && known.Version == version && known.Filter == key)
            return known.Ids;
        var rows = filter["buyId"] is { } buy && type == "TrdApp" ? table.By("buyId", buy.ToString())
            .Select(row => row.GetProperty("id").GetInt64())
            : type == "TrdApp" ? [] : table.Ids;
        var ids = rows.Where(id => Filter.Passes(table[id]!.Value, type, filter) && IsShown(type, table[id]!.Value)).OrderDescending()
            .ToList();
        if (type != "TrdApp")
            remembered[type] = (version, key, ids);
        return ids;
    }

    /// <summary>Bids are shown once the results are published.</summary>
    private bool IsShown(string type, JsonElement row) => type != "TrdApp"
        || (store.Table("TrdBuy")[row.GetProperty("buyId").GetInt64()] is { } announcement
            && Table.Text(announcement, "itogiDatePublic") is { Length: > 0 } published && string.CompareOrdinal(published, now()) <= 0);

    private void Row(Utf8JsonWriter json, JsonElement row, string type, IReadOnlyList<Selected> selection)
    {
        json.WriteStartObject();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var selected in selection.Where(selected => seen.Add(selected.Name)))
        {
            if (selected.Name == "__typename")
            {
                json.WriteString("__typename", type);
                continue;
            }

            var field = Schema.Instance.Field(type, selected.Name)!;
            json.WritePropertyName(selected.Name);
            if (field.Type.IsScalar)
                Scalar(json, row, field);
            else
                Objects(json, row, type, field, selected.Inside);
        }

        json.WriteEndObject();
    }

    private static void Scalar(Utf8JsonWriter json, JsonElement row, SchemaField field)
    {
        if (!row.TryGetProperty(field.Name, out var value))
            json.WriteNullValue();
        else
            value.WriteTo(json);
    }

    private void Objects(Utf8JsonWriter json, JsonElement row, string type, SchemaField field, IReadOnlyList<Selected> inside)
    {
        var objects = relations.Of(row, type, field.Name);
        if (field.Type.IsList)
        {
            json.WriteStartArray();
            foreach (var one in objects)
                Row(json, one, field.Type.Name, inside);
            json.WriteEndArray();
        }
        else if (objects.FirstOrDefault() is { ValueKind: JsonValueKind.Object } only)
        {
            Row(json, only, field.Type.Name, inside);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
