using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bot.Storage;

/// <summary>
/// Held while a first fill goes without look-ups. It ends with the process that holds it, however that ends, so that others can tell a fill
/// that goes on from one that was killed.
/// </summary>
public sealed class FillLock : IAsyncDisposable
{
    private const long Number = 0x6b756e5f66696c6c;    // any number that nobody else takes
    private readonly FileStream? file;
    private readonly NpgsqlConnection? session;

    private FillLock(FileStream? file, NpgsqlConnection? session) => (this.file, this.session) = (file, session);

    /// <returns>Null when somebody else holds it.</returns>
    public static async Task<FillLock?> TryTake(RegisterDb db, CancellationToken cancellationToken) => db.Database.IsSqlite()
        ? TryFile(((SqliteConnection)db.Database.GetDbConnection()).DataSource + ".filling")
        : await TrySession(db.Database.GetConnectionString()!, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (file is not null)
            await file.DisposeAsync();
        if (session is not null)
            await session.DisposeAsync();
    }

    private static FillLock? TryFile(string path)
    {
        try
        {
            return new FillLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose), null);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<FillLock?> TrySession(string connection, CancellationToken cancellationToken)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await session.OpenAsync(cancellationToken);
        await using var ask = new NpgsqlCommand($"SELECT pg_try_advisory_lock({Number})", session);
        if (await ask.ExecuteScalarAsync(cancellationToken) is true)
            return new FillLock(null, session);
        await session.DisposeAsync();
        return null;
    }
}
