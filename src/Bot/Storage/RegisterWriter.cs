using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Storage;

/// <summary>
/// One transaction of writing into the register. There is one writer at a time, on all nodes together, so stamps rise in the order of
/// commits: who has read up to a stamp has missed nothing. What the two databases do differently stands in the two classes below this one.
/// </summary>
public abstract class RegisterWriter : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;

    private protected RegisterWriter(RegisterDb db, IDbContextTransaction transaction, long stamp) => (Db, this.transaction, Stamp) = (db, transaction, stamp);

    public RegisterDb Db { get; }

    /// <summary>Milliseconds since 1970 of this writing, later than every writing before it.</summary>
    public long Stamp { get; }

    public static async Task<RegisterWriter> Begin(RegisterDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
            await SqliteWriter.Prepare(db, cancellationToken);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!db.Database.IsSqlite())
            await PostgresWriter.WaitForTurn(db, cancellationToken);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var stamp = await db.Run($"""
            INSERT INTO "stamps" ("Name", "Last") VALUES ('register', {now}) ON CONFLICT ("Name")
            DO UPDATE SET "Last" = CASE WHEN {now} > "stamps"."Last" THEN {now} ELSE "stamps"."Last" + 1 END RETURNING "Last"
            """, cancellationToken) ?? now;
        return db.Database.IsSqlite() ? new SqliteWriter(db, transaction, stamp) : new PostgresWriter(db, transaction, stamp);
    }

    /// <summary>The digests of those keys that the table has.</summary>
    public static Task<Dictionary<long, long>> Digests(RegisterDb db, BulkTable table, IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        db.Database.IsSqlite() ? SqliteWriter.Ask(db, table, keys, cancellationToken) : PostgresWriter.Ask(db, table, keys, cancellationToken);

    /// <summary>Writes the rows that are named; those whose keys the table has are replaced and keep their first stamp. Keys are different ones.</summary>
    /// <param name="areNew">No key is in the table: the shorter way.</param>
    public abstract Task Put(BulkTable table, RowBuffer rows, IReadOnlyList<int> which, bool areNew, CancellationToken cancellationToken);

    public Task Commit(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return transaction.DisposeAsync();
    }
}

/// <summary>A number that only rises: the last stamp that was given, how far files reach.</summary>
public sealed class StampRow
{
    public required string Name { get; init; }
    public required long Last { get; set; }
}

public static class StampShelf
{
    extension(RegisterDb db)
    {
        public DbSet<StampRow> Stamps => db.Set<StampRow>();

        public Task RaiseStamp(string name, long value, CancellationToken cancellationToken) => db.Run($"""
            INSERT INTO "stamps" ("Name", "Last") VALUES ('{name}', {value}) ON CONFLICT ("Name")
            DO UPDATE SET "Last" = CASE WHEN {value} > "stamps"."Last" THEN {value} ELSE "stamps"."Last" END
            """, cancellationToken);
    }
}

internal sealed class StampTable : IEntityTypeConfiguration<StampRow>, IRegisterTable
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<StampRow> stamp)
    {
        stamp.ToTable("stamps");
        stamp.HasKey(s => s.Name);
        stamp.Property(s => s.Name).HasMaxLength(32);
    }
}
