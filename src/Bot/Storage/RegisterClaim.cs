using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Storage;

/// <summary>
/// Says that somebody living does a piece of work on the register. On SQLite everybody is on one machine: a file held open ends with its
/// holder, however that ends, so the next one need not wait. On PostgreSQL nodes cannot see each other, and only time tells.
/// </summary>
public sealed class RegisterClaim : IDisposable
{
    private readonly FileStream? file;

    private RegisterClaim(FileStream? file) => this.file = file;

    /// <summary>Nobody else who is alive does it, whatever the database says.</summary>
    public bool IsSure => file is not null;

    /// <returns>Null when somebody who is alive does it.</returns>
    public static RegisterClaim? Try(RegisterDb db, string work)
    {
        if (!db.Database.IsSqlite())
            return new RegisterClaim(null);
        var path = $"{((SqliteConnection)db.Database.GetDbConnection()).DataSource}.{work.Replace(':', '-').ToLowerInvariant()}";
        try
        {
            return new RegisterClaim(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file?.Dispose();
}
