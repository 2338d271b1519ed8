using System.Buffers;
using System.Text.Json;
using Bot.Storage;
using Procurement;

namespace Bot.Lots;

/// <summary>Records on their way into the store, as rows of their tables. Of one id twice the last counts.</summary>
internal sealed class Page : IDisposable
{
    private readonly ArrayBufferWriter<byte> document = new();
    private readonly Utf8JsonWriter json;
    private readonly PageTable lots = new(LotTable.Bulk), announcements = new(AnnouncementTable.Bulk), bids = new(AnnouncementTable.Bids),
        contracts = new(ContractTable.Bulk), acts = new(ActTable.Bulk), plans = new(PlanTable.Bulk), places = new(ReferenceTable.Places),
        organisations = new(ReferenceTable.Organisations), unfair = new(ReferenceTable.Unfair), references = new(ReferenceTable.References);

    public Page()
    {
        Tables = [lots, announcements, bids, contracts, acts, plans, places, organisations, unfair, references];
        json = new Utf8JsonWriter(document, new JsonWriterOptions
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        });
    }

    public IReadOnlyList<PageTable> Tables { get; }
    public PageTable Lots => lots;
    public PageTable AnnouncementRows => announcements;
    public PageTable ContractRows => contracts;
    public PageTable OrganisationRows => organisations;

    /// <summary>What contracts hold, written beside them when they are new or changed.</summary>
    public Dictionary<long, Contract> Contracts { get; } = [];

    public long Bytes => Tables.Sum(table => (long)table.Rows.Bytes);
    public int Count { get; private set; }

    /// <summary>What changes other rows, once they are looked up.</summary>
    public Dictionary<long, Announcement> Announcements { get; } = [];
    public List<Deletion> Deletions { get; } = [];

    /// <summary>The latest moment that any record speaks of: how far the file reaches.</summary>
    public DateTimeOffset? Latest { get; private set; }

    public void Add(object record)
    {
        Count++;
        switch (record)
        {
            case Lot lot:
                Latest = Later(lot.Updated ?? lot.Published);
                if (!lot.KnowsItsAnnouncement && lot.AnnouncementId is { } id && Announcements.TryGetValue(id, out var around))
                    lot = lot.Under(around);    // a source may give the announcement beside its lots instead of within
                LotTable.Write(lots.Begin(lot.Id), lot);
                Finish(lots, lot with { Updated = null });    // moves without a change of what is kept
                break;
            case Announcement announcement:
                Announcements[announcement.Id] = announcement;
                AnnouncementTable.Write(announcements.Begin(announcement.Id), announcement);
                Finish(announcements, announcement with { Updated = null });
                break;
            case Bid bid:
                AnnouncementTable.Write(bids.Begin(bid.Id), bid);
                Finish(bids, bid);
                break;
            case Contract contract:
                Contracts[contract.Id] = contract;
                ContractTable.Write(contracts.Begin(contract.Id), contract);
                Finish(contracts, contract with { Updated = null });
                break;
            case Act act:
                ActTable.Write(acts.Begin(act.Id), act);
                Finish(acts, act);
                break;
            case PlanItem plan:
                PlanTable.Write(plans.Begin(plan.Id), plan);
                Finish(plans, plan);
                break;
            case UnfairListing listing:
                ReferenceTable.Write(unfair.Begin(listing.Id), listing);
                Finish(unfair, listing);
                break;
            case Place place:
                ReferenceTable.Write(places.Begin(long.Parse(place.Code, System.Globalization.CultureInfo.InvariantCulture)), place);
                Finish(places, place);
                break;
            case Organisation organisation:
                ReferenceTable.Write(organisations.Begin(Columns.Number(organisation.Bin)!.Value), organisation);
                Finish(organisations, organisation);
                break;
            case Reference reference:
                ReferenceTable.Write(references.Begin(ReferenceTable.KeyOf(reference)), reference);
                Finish(references, reference);
                break;
            case Deletion deletion:
                Deletions.Add(deletion);
                break;
            default:
                throw new ArgumentException($"A {record.GetType().Name} has no table.", nameof(record));
        }
    }

    /// <summary>Puts what a record has become in its place.</summary>
    public void Replace(object record)
    {
        Add(record);
        Count--;
    }

    /// <summary>Empty again, with its memory kept for the next records.</summary>
    public void Clear()
    {
        (Count, Latest) = (0, null);
        Contracts.Clear();
        Announcements.Clear();
        Deletions.Clear();
        foreach (var table in Tables)
            table.Clear();
    }

    public void Dispose() => json.Dispose();

    private DateTimeOffset? Later(DateTimeOffset? moment) => Latest is null || moment > Latest ? moment ?? Latest : Latest;

    private void Finish<T>(PageTable table, T record)
    {
        document.ResetWrittenCount();
        json.Reset();
        Documents.Write(json, record);
        json.Flush();
        table.Finish(document.WrittenSpan);
    }
}

/// <summary>The rows of a page that go into one table.</summary>
internal sealed class PageTable(BulkTable bulk)
{
    private readonly Dictionary<long, int> rowOf = [];
    private readonly List<long> digests = [];

    public BulkTable Bulk => bulk;
    public RowBuffer Rows { get; } = new();

    /// <summary>Keys of the page's records, each once, with the row that counts and its digest.</summary>
    public IEnumerable<(long Key, int Row, long Digest)> Records => rowOf.Select(pair => (pair.Key, pair.Value, digests[pair.Value]));
    public IReadOnlyList<long> Keys => [.. rowOf.Keys];

    public long KeyOf(int row)
    {
        var values = Rows.Row(row);
        values.Next();
        return values.Number!.Value;
    }

    public void Clear()
    {
        rowOf.Clear();
        digests.Clear();
        Rows.Clear();
    }

    public bool Has(long key) => rowOf.ContainsKey(key);

    /// <summary>The document of the row that counts: the last of its values.</summary>
    public string DocumentOf(long key)
    {
        var values = Rows.Row(rowOf[key]);
        for (var column = 0; column < bulk.Given; column++)
            values.Next();
        return System.Text.Encoding.UTF8.GetString(values.Text);
    }

    public RowBuffer Begin(long key)
    {
        rowOf[key] = Rows.Count;
        return Rows.Begin();
    }

    public void Finish(ReadOnlySpan<byte> document)
    {
        var digest = Documents.DigestOf(document);
        digests.Add(digest);
        Rows.Number(digest).Text(document);
    }
}
