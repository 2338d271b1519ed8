using System.Globalization;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>Places, organisations and reference tables share one shelf: (table, key).</summary>
internal sealed class ReferenceShelving : Shelving<object, ReferenceRow, (string Table, string Key)>
{
    public const string Places = "RefKato", Organisations = "Subject";

    public override Task<(int Inserted, int Updated, int Unchanged)> Put(
        BotDb db, IReadOnlyList<object> records, DateTimeOffset now, CancellationToken cancellationToken) =>
        base.Put(db, [.. records.Where(record => record is Place or Organisation or Reference)], now, cancellationToken);

    protected override (string Table, string Key) KeyOf(object record) => record switch
    {
        Place place => (Places, place.Code),
        Organisation organisation => (Organisations, organisation.Bin),
        Reference reference => (reference.Table, reference.Id.ToString(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException("Not a reference.", nameof(record)),
    };

    protected override long DigestOf(object record) => record switch
    {
        Place place => Digest.Of(place),
        Organisation organisation => Digest.Of(organisation),
        Reference reference => Digest.Of(reference),
        _ => throw new ArgumentException("Not a reference.", nameof(record)),
    };

    protected override long DigestOf(ReferenceRow row) => row.Digest;

    protected override async Task<Dictionary<(string Table, string Key), ReferenceRow>> Known(
        BotDb db, List<(string Table, string Key)> keys, CancellationToken cancellationToken)
    {
        var names = keys.Select(key => key.Key).ToList();
        var rows = await db.References.Where(row => names.Contains(row.Key)).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (row.Table, row.Key));
    }

    protected override ReferenceRow New(object record, DateTimeOffset now)
    {
        var (table, key) = KeyOf(record);
        var row = new ReferenceRow { Table = table, Key = key, Document = "", Digest = 0 };
        Change(row, record, now);
        return row;
    }

    protected override void Change(ReferenceRow row, object record, DateTimeOffset now) => (row.Document, row.Digest) = (record switch
    {
        Place place => Documents.Write(place),
        Organisation organisation => Documents.Write(organisation),
        _ => Documents.Write((Reference)record),
    }, DigestOf(record));
}
