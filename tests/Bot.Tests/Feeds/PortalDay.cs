using System.Text.Json;
using System.Text.Json.Nodes;
using Fakes.Portal;

namespace Bot.Tests.Feeds;

/// <summary>
/// What happens at a portal in a day, hour by hour: new procedures, edits, amendments, acts, results, deletions. Everything is drawn from
/// what the store holds, so that it has the portal's own shapes.
/// </summary>
internal sealed class PortalDay(PortalStore store, int seed)
{
    private const long New = 40_000_000, Step = 10_000;    // added to an id: above all that are there, and never twice the same
    private readonly Random random = new(seed);
    private readonly Queue<long> unpublished = new();
    private int made;

    public List<long> DeletedLots { get; } = [];
    public List<long> DeletedContracts { get; } = [];

    /// <summary>Amendments by the root of the contract that they amend.</summary>
    public List<(long Root, long Id)> Amendments { get; } = [];
    public List<long> Published { get; } = [];

    /// <summary>Before the day: some announcements have not had their results yet.</summary>
    public void Dawn()
    {
        var withBids = store.All("TrdApp").Select(bid => bid.GetProperty("buyId").GetInt64()).Distinct().Take(14);
        foreach (var id in withBids)
        {
            Change("TrdBuy", id, row => row["itogiDatePublic"] = null);
            unpublished.Enqueue(id);
        }
    }

    /// <param name="at">Astana time.</param>
    public void Hour(int hour, DateTime at)
    {
        Begin(at);
        foreach (var lot in Some("Lots", 3))
            store.Edit("Lots", lot, at.AddMinutes(3), row => row["amount"] = random.Next(1_000, 9_000_000) + 0.25m);
        foreach (var announcement in Some("TrdBuy", 2))
            store.Edit("TrdBuy", announcement, at.AddMinutes(13), row => row["endDate"] = $"{at.AddDays(random.Next(5, 20)):yyyy-MM-dd HH:mm:ss}");
        if (hour % 2 == 0 && unpublished.TryDequeue(out var due))
        {
            store.Edit("TrdBuy", due, at.AddMinutes(21), row => row["itogiDatePublic"] = $"{at.AddMinutes(21):yyyy-MM-dd HH:mm:ss}");
            Published.Add(due);
        }

        if (hour % 2 == 1)
            Amend(at);
        if (hour % 3 == 0)
            Sign(at);
        if (hour % 3 == 1)
            DeletedLots.AddRange(Gone("Lots", at));
        if (hour % 6 == 2)
            DeletedContracts.AddRange(Gone("Contract", at));
    }

    /// <summary>A new announcement with its lots, like one that is there.</summary>
    private void Begin(DateTime at)
    {
        var like = Some("TrdBuy", 1)[0];
        var (moment, shift) = ($"{at:yyyy-MM-dd HH:mm:ss}", New + (++made * Step));
        var lots = store.All("Lots").Where(lot => lot.GetProperty("trdBuyId").GetInt64() == like).ToList();
        Put(store.Get("TrdBuy", like)!.Value, row =>
        {
            row["id"] = like + shift;
            row["numberAnno"] = $"{like + shift}-1";
            (row["publishDate"], row["lastUpdateDate"], row["itogiDatePublic"]) = (moment, moment, null);
        });
        foreach (var lot in lots)
            Put(lot, row =>
            {
                row["id"] = lot.GetProperty("id").GetInt64() + shift;
                (row["trdBuyId"], row["trdBuyNumberAnno"], row["lastUpdateDate"]) = (like + shift, $"{like + shift}-1", moment);
            });
    }

    private void Amend(DateTime at)
    {
        var old = store.Get("Contract", Some("Contract", 1)[0])!.Value;
        var (id, root) = (old.GetProperty("id").GetInt64() + New + (++made * Step), Number(old, "rootId") ?? old.GetProperty("id").GetInt64());
        Put(old, row =>
        {
            (row["parentId"], row["id"], row["rootId"], row["refContractTypeId"]) = (row["id"]!.DeepClone(), id, root, 2);
            (row["contractSum"], row["lastUpdateDate"]) = (random.Next(1_000, 90_000) + 0.5m, $"{at:yyyy-MM-dd HH:mm:ss}");
        });
        Amendments.Add((root, id));
    }

    private void Sign(DateTime at)
    {
        var like = store.All("ContractAct")[0];
        Put(like, row => (row["id"], row["approveDate"]) = (like.GetProperty("id").GetInt64() + New + (++made * Step), $"{at:yyyy-MM-dd HH:mm:ss}"));
        if (Number(like, "contractId") is { } contract && store.Get("Contract", contract) is not null)
            store.Edit("Contract", contract, at, _ => { });
    }

    private IEnumerable<long> Gone(string type, DateTime at)
    {
        var ids = store.All(type).Select(row => row.GetProperty("id").GetInt64()).Where(id => id % 100_000_000 < New).ToArray();
        var id = random.GetItems(ids, 1)[0];    // one of yesterday: what comes and goes between two readings is never seen
        store.Delete(type, id, at.AddMinutes(30));
        yield return id;
    }

    private List<long> Some(string type, int count)
    {
        var ids = store.All(type).Select(row => row.GetProperty("id").GetInt64()).Where(id => type != "TrdBuy" || !unpublished.Contains(id)).ToArray();
        return [.. random.GetItems(ids, count).Distinct()];
    }

    private void Change(string type, long id, Action<JsonObject> change) => Put(store.Get(type, id)!.Value, change);

    private void Put(JsonElement old, Action<JsonObject> change)
    {
        var row = JsonObject.Create(old)!;
        change(row);
        store.Put(row);
    }

    private static long? Number(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt64() : null;
}
