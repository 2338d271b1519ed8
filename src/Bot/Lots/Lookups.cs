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
    [
        LotTable.Bulk, AnnouncementTable.Bulk, AnnouncementTable.Bids, ContractTable.Bulk, ContractTable.Items,
        ActTable.Bulk, PlanTable.Bulk, ReferenceTable.Unfair, ReferenceTable.References,
    ];

    /// <summary>Takes the look-ups away when the file is worth it. Returns the lock to hold until they are made again, or null.</summary>
    public static async Task<FillLock?> Leave(RegisterDb db, Stream file, CancellationToken cancellationToken) =>
        file.CanSeek && file.Length - file.Position >= LargeFile ? await Leave(db, cancellationToken) : null;

    /// <summary>Takes the look-ups away for a first fill that is known to be large.</summary>
    public static async Task<FillLock?> Leave(RegisterDb db, CancellationToken cancellationToken)
    {
        if (await db.Lots.Take(FewRows).CountAsync(cancellationToken) >= FewRows || await FillLock.TryTake(db, cancellationToken) is not { } mine)
            return null;
        foreach (var name in Tables.SelectMany(table => table.Indexes(db).Keys))
            await db.Run($"DROP INDEX IF EXISTS \"{name}\"", cancellationToken);
        return mine;
    }

    /// <summary>Whether questions by anything but an id are answered quickly; while a fill goes on they would read the whole table.</summary>
    public static async Task<bool> AreThere(RegisterDb db, CancellationToken cancellationToken) => await Databases.HasIndex(db, "IX_lots_Changed", cancellationToken);

    /// <summary>Makes what a fill that was killed has left out; while one goes on it does nothing. Returns whether all are there.</summary>
    public static async Task<bool> Complete(RegisterDb db, CancellationToken cancellationToken)
    {
        if (await AreThere(db, cancellationToken))
            return true;
        await using var mine = await FillLock.TryTake(db, cancellationToken);
        if (mine is null)
            return false;
        await Create(db, cancellationToken);
        return true;
    }

    /// <summary>Makes those that are missing; the one that tells that all are there comes last.</summary>
    public static async Task Create(RegisterDb db, CancellationToken cancellationToken)
    {
        foreach (var (_, statement) in Tables.SelectMany(table => table.Indexes(db)).OrderBy(index => index.Key == "IX_lots_Changed"))
            await db.Run(statement, cancellationToken);
    }
}
