using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fakes.Invented;

namespace Fakes.Portal;

/// <summary>
/// What the fake portal holds: objects in the shape of its GraphQL types, each with __typename. A test adds, edits and deletes them while
/// the portal runs, and reads from here what the truth is.
/// </summary>
public sealed class PortalStore
{
    private static readonly Dictionary<string, string> Services = new(StringComparer.Ordinal)
    {
        ["Lots"] = "lots",
        ["TrdBuy"] = "trd_buy",
        ["Contract"] = "contract",
        ["PlnPoint"] = "plans",
        ["Subject"] = "subject",
        ["RnuList"] = "rnu",
        ["ContractAct"] = "acts",
        ["TrdApp"] = "trd_app",
    };

    private readonly Dictionary<string, Table> tables = new(StringComparer.Ordinal);
    private long journal = 1_000_000_000;

    internal Lock Gate { get; } = new();

    /// <summary>A store full of invented procedures; see <see cref="Invention"/>.</summary>
    public static PortalStore Invented(ulong seed, int lots, DateOnly? from = null, DateOnly? to = null)
    {
        var options = new InventOptions { Seed = seed, Lots = lots };
        return Invented(options with { From = from ?? options.From, To = to ?? options.To });
    }

    public static PortalStore Invented(InventOptions options)
    {
        var store = new PortalStore();
        using var lines = new LinesIntoStore(store);
        Invention.Lines(options, lines);
        return store;
    }

    /// <summary>A store of the objects in a file, one a line.</summary>
    public static PortalStore Of(Stream jsonLines)
    {
        var store = new PortalStore();
        using var reader = new StreamReader(jsonLines);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                store.Put(line);
        return store;
    }

    /// <summary>Adds an object, or puts it in the place of the one with its type and id.</summary>
    public void Put(string json) => Put(JsonElement.Parse(json));

    public void Put(JsonObject thing) => Put(JsonSerializer.SerializeToElement(thing));

    public void Put(JsonElement thing)
    {
        var type = thing.GetProperty("__typename").GetString()!;
        lock (Gate)
            Table(type).Put(IdOf(type, thing), thing);
    }

    /// <summary>Edits an object; the moment of its change, in portal time, goes into lastUpdateDate and indexDate.</summary>
    public void Edit(string type, long id, DateTime at, Action<JsonObject> edit)
    {
        lock (Gate)
        {
            var thing = JsonObject.Create(Table(type)[id] ?? throw new ArgumentException($"There is no {type} {id}."))!;
            edit(thing);
            var moment = at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            (thing["lastUpdateDate"], thing["indexDate"]) = (moment, moment);
            Put(thing);
            Journal(type, id, "U", moment);
        }
    }

    /// <summary>Takes an object off the portal: it is gone, and the journal says so.</summary>
    public void Delete(string type, long id, DateTime at)
    {
        lock (Gate)
            if (Table(type).Remove(id))
                Journal(type, id, "D", at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    /// <summary>Everything of a type, newest id first.</summary>
    public IReadOnlyList<JsonElement> All(string type)
    {
        lock (Gate)
            return [.. Table(type).Ids.Select(id => Table(type)[id]!.Value)];
    }

    public JsonElement? Get(string type, long id)
    {
        lock (Gate)
            return Table(type)[id];
    }

    public int Count(string type)
    {
        lock (Gate)
            return Table(type).Count;
    }

    internal Table Table(string type)
    {
        if (!tables.TryGetValue(type, out var table))
            tables[type] = table = new Table();
        return table;
    }

    private void Journal(string type, long id, string action, string at)
    {
        if (!Services.TryGetValue(type, out var service))
            return;
        var row = ++journal;
        Put(new JsonObject
        {
            ["__typename"] = "Journal",
            ["id"] = row,
            ["objectId"] = id,
            ["action"] = action,
            ["dateAction"] = at,
            ["serviceName"] = service,
            ["serviceTitle"] = service,
            ["url"] = $"/v3/{service.Replace('_', '-')}/{id}",
        });
    }

    /// <summary>Organisations are numbered by pid, places by their code, everything else by id.</summary>
    private static long IdOf(string type, JsonElement thing)
    {
        var field = type switch { "Subject" => "pid", "RefKato" => "code", _ => "id" };
        return thing.TryGetProperty(field, out var value)
            && long.TryParse(Fakes.Portal.Table.Text(value), CultureInfo.InvariantCulture, out var id)
            ? id : throw new ArgumentException($"An object of the type {type} needs a number in {field}.");
    }
}
