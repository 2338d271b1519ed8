using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Lots;

/// <summary>
/// The look-ups of the register's tables. A first fill of a large file goes without them and makes them at its end: sorting once is several
/// times faster than growing six trees at random. A fill that was killed leaves none; the next start makes them.
/// </summary>
internal static class Lookups
{
    /// <summary>Below this a file is in within seconds either way.</summary>
    private const long LargeFile = 16 << 20;

    /// <summary>With more rows than this in the store, making all look-ups anew costs more than it saves.</summary>
    private const int FewRows = 10_000;

    private static readonly BulkTable[] Tables =
        [LotTable.Bulk, AnnouncementTable.Bids, ContractTable.Bulk, ContractTable.Items, ActTable.Bulk, PlanTable.Bulk, ReferenceTable.Unfair, ReferenceTable.References];

    public static async Task<bool> IsWorthFilling(RegisterDb db, Stream file, CancellationToken cancellationToken) =>
        file.CanSeek && file.Length - file.Position >= LargeFile && await db.Lots.Take(FewRows).CountAsync(cancellationToken) < FewRows;

    /// <summary>Whether questions by anything but an id are answered quickly; while a fill goes on they would read the whole table.</summary>
    public static async Task<bool> AreThere(RegisterDb db, CancellationToken cancellationToken) => await Databases.HasIndex(db, "IX_lots_Changed", cancellationToken);

    public static async Task Drop(RegisterDb db, CancellationToken cancellationToken)
    {
        foreach (var name in Tables.SelectMany(table => table.Indexes(db).Keys))
            await db.Run($"DROP INDEX IF EXISTS \"{name}\"", cancellationToken);
    }

    /// <summary>Makes those that are missing; the one that tells that all are there comes last.</summary>
    public static async Task Create(RegisterDb db, CancellationToken cancellationToken)
    {
        foreach (var (_, statement) in Tables.SelectMany(table => table.Indexes(db)).OrderBy(index => index.Key == "IX_lots_Changed"))
            await db.Run(statement, cancellationToken);
    }
}
