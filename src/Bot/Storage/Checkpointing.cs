using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Storage;

/// <summary>
/// While much is written: folds SQLite's log into the file beside the writer instead of in its turn. Waiting for the disk was half of the
/// writer's time. On PostgreSQL the server does so itself.
/// </summary>
public sealed class Checkpointing : IAsyncDisposable
{
    /// <summary>Folded in whenever it has grown so far; the writer waits for all of it when it is eight times that, so that it begins anew.</summary>
    private const long Step = 32L << 20, Most = 8 * Step;
    private readonly SqliteConnection? connection;
    private readonly string log = "";
    private Task running = Task.CompletedTask;

    private Checkpointing(SqliteConnection? connection, string log) => (this.connection, this.log) = (connection, log);

    public static async Task<Checkpointing> Begin(RegisterDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
            return new Checkpointing(null, "");
        var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(cancellationToken);
        return new Checkpointing(connection, connection.DataSource + "-wal");
    }

    /// <summary>Between two transactions of the writer.</summary>
    public async Task Written()
    {
        if (connection is null || new FileInfo(log) is not { Exists: true, Length: > Step } grown)
            return;
        if (grown.Length > Most)
        {
            await running;
            await Fold("RESTART");
        }
        else if (running.IsCompleted)
            running = Task.Run(() => Fold("PASSIVE"));
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is null)
            return;
        await running;
        await Fold("TRUNCATE");
        await connection.DisposeAsync();
    }

    private async Task Fold(string how)
    {
        await using var fold = connection!.CreateCommand();
        fold.CommandText = $"PRAGMA synchronous=NORMAL; PRAGMA wal_checkpoint({how})";
        await fold.ExecuteNonQueryAsync();
    }
}
