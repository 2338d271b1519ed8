using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Bot.Storage;

/// <summary>"Host=..." means PostgreSQL; anything else is a SQLite file. What differs between the two is said here and nowhere else.</summary>
public static class Databases
{
    public static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static void Choose(DbContextOptionsBuilder db, string connection)
    {
        if (IsPostgres(connection))
            db.UseNpgsql(connection, own => own.UseParameterizedCollectionMode(AsOneList));
        else
            db.UseSqlite(connection, own => own.UseParameterizedCollectionMode(AsOneList));
    }

    /// <param name="writer">The line in which the writers of this process stand; PostgreSQL needs none.</param>
    internal static void Choose(DbContextOptionsBuilder db, string connection, OneWriter writer)
    {
        Choose(db, connection);
        if (!IsPostgres(connection))
            db.AddInterceptors(writer);
    }

    /// <summary>The register beside it: a file of its own on SQLite, tables of its own in the same database on PostgreSQL.</summary>
    public static void ChooseRegister(DbContextOptionsBuilder db, string connection)
    {
        const string History = "__register_migrations";    // two lists of migrations may share a database
        if (IsPostgres(connection))
            db.UseNpgsql(connection, own => own.MigrationsHistoryTable(History).UseParameterizedCollectionMode(AsOneList));
        else
            db.UseSqlite(RegisterOf(connection), own => own.MigrationsHistoryTable(History).UseParameterizedCollectionMode(AsOneList));
        db.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);    // it is read here, and written in bulk
    }

    /// <summary>Some hundred ids are asked for at once: a parameter for each would take longer to read than the rows.</summary>
    private const ParameterTranslationMode AsOneList = ParameterTranslationMode.Parameter;

    /// <summary>bot.db has its register in bot.register.db.</summary>
    private static string RegisterOf(string connection)
    {
        var register = new SqliteConnectionStringBuilder(connection);
        register.DataSource = Path.ChangeExtension(register.DataSource, ".register" + Path.GetExtension(register.DataSource));
        return register.ConnectionString;
    }

    /// <exception cref="ArgumentException">The text is no connection to either database, or to one that forgets (memory).</exception>
    public static void Check(string connection)
    {
        try
        {
            if (IsPostgres(connection) ? new NpgsqlConnectionStringBuilder(connection).Host is { Length: > 0 } : FileOf(connection) is not null)
                return;
        }
        catch (ArgumentException broken)
        {
            throw NoConnection(broken);
        }

        throw NoConnection(null);
    }

    private static ArgumentException NoConnection(Exception? cause) => new(
        "ConnectionStrings:Bot is not a connection. Write \"Data Source=FILE\" for SQLite or \"Host=…;Database=…;Username=…\" for PostgreSQL.", cause);

    /// <summary>The file behind a SQLite connection, or null when there is none (PostgreSQL, memory).</summary>
    public static string? FileOf(string connection) =>
        IsPostgres(connection) || new SqliteConnectionStringBuilder(connection).DataSource is not { Length: > 0 } file || file == ":memory:"
            ? null
            : Path.GetFullPath(file);

    /// <summary>Pages of 8 KiB: seven lots on each, where four KiB would hold three and leave a quarter empty. Only a new file takes it.</summary>
    public static async Task PrepareRegister(RegisterDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
            await db.Run("PRAGMA page_size=8192; PRAGMA journal_mode=WAL", cancellationToken);
    }

    /// <summary>
    /// Room for the inner pages of the look-ups of a large register, for who walks through the whole of it: with SQLite's usual two
    /// megabytes a million lots read each page half as often again. To be given back by <see cref="EndWalk"/>.
    /// </summary>
    public static async Task BeginWalk(RegisterDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
            await db.Run("PRAGMA cache_size=-8192", cancellationToken);
    }

    /// <summary>The connection goes back to those who share it as it was.</summary>
    public static async Task EndWalk(RegisterDb db)
    {
        if (db.Database.IsSqlite())
            await db.Run("PRAGMA cache_size=-2000; PRAGMA shrink_memory", CancellationToken.None);
    }

    /// <summary>Readers must not wait for the writer: SQLite's write-ahead log. It stays set in the file.</summary>
    public static async Task Prepare(BotDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    /// <summary>Whether commits on this connection to a SQLite file return only when the disk has them. A killed process loses nothing either way.</summary>
    internal static void WaitForDisk(BotDb db, bool waits)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, waits ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"), connection.Handle);
    }

    /// <summary>Brings the database to its newest shape, and does nothing where it has it.</summary>
    public static async Task Migrate(DbContext db, CancellationToken cancellationToken)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return;
        if (db.Database.IsSqlite())    // a program that was killed in the middle has left its lock in the file, and nobody else would take it away
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        db.Database.SetCommandTimeout(0);    // a step over millions of rows takes minutes
        await db.Database.MigrateAsync(cancellationToken);
        db.Database.SetCommandTimeout(null);
    }

    /// <summary>A text of a row as its bytes in UTF-8. SQLite lends them as they lie, until the next row is asked for.</summary>
    public static ReadOnlySpan<byte> Bytes(DbDataReader row, int column) => row is SqliteDataReader { Handle: { } statement }
        ? raw.sqlite3_column_blob(statement, column)
        : Encoding.UTF8.GetBytes(row.GetString(column));

    public static async Task<bool> HasIndex(DbContext db, string name, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<string>(db.Database.IsSqlite()
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index' AND name = {0}"
            : "SELECT indexname AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema() AND indexname = {0}", name)
            .ToListAsync(cancellationToken)).Count > 0;

    /// <summary>Somebody has stored this already: a unique index said no.</summary>
    public static bool IsDuplicate(Exception? error) => error switch
    {
        SqliteException { SqliteExtendedErrorCode: UniqueIndex or PrimaryKey } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        null => false,
        _ => IsDuplicate(error.InnerException),
    };

    /// <summary>The database cannot take anything now: stopped, unreachable, locked for too long, disk full or broken.</summary>
    public static bool IsUnavailable(Exception? error) => error switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen } => true,
        PostgresException refused => refused.IsTransient || refused.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.AdminShutdown,
        NpgsqlException or TimeoutException => true,
        null => false,
        _ => IsUnavailable(error.InnerException),
    };

    private const int UniqueIndex = 2067, PrimaryKey = 1555;                                                  // sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14;
}
