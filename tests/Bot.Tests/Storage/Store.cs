using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Storage;

/// <summary>An empty database of one's own, made from the model, on either server; a new context for every unit of work.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-store-").FullName;
    private readonly string connection;

    private Store(string? database)
    {
        connection = database is null ? $"Data Source={Path.Combine(folder, "bot.db")};Pooling=False" : Bot.Tests.Postgres.Database(database);
        Keys = KeyRing.Open(Path.Combine(folder, "bot.key"));
        Seal = new Seal(Keys);
    }

    public KeyRing Keys { get; }
    public Seal Seal { get; }

    public static async Task<Store> Empty(bool onPostgres, bool ofRegister = false)
    {
        var store = new Store(onPostgres ? await NewOnPostgres() : null);
        await using DbContext db = ofRegister ? store.OpenRegister() : store.Open();
        await db.Database.EnsureCreatedAsync();
        return store;
    }

    public static async Task<Store> Migrated(bool onPostgres, bool ofRegister = false)
    {
        var store = new Store(onPostgres ? await NewOnPostgres() : null);
        await using DbContext db = ofRegister ? store.OpenRegister() : store.Open();
        await Databases.Migrate(db, default);
        return store;
    }

    public BotDb Open()
    {
        var options = new DbContextOptionsBuilder<BotDb>();
        Databases.Choose(options, connection);
        return new BotDb(options.Options);
    }

    public RegisterDb OpenRegister()
    {
        var options = new DbContextOptionsBuilder<RegisterDb>();
        Databases.ChooseRegister(options, connection);
        return new RegisterDb(options.Options);
    }

    public async Task<T> In<T>(Func<BotDb, Task<T>> work)
    {
        await using var db = Open();
        return await work(db);
    }

    public Task Save(params object[] rows) => In(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    /// <summary>Every row that a query gives, as one line.</summary>
    public Task<List<string>> Lines(string sql) => In(db => db.Database.SqlQueryRaw<string>(sql).ToListAsync());

    public async Task<List<string>> LinesOfRegister(string sql)
    {
        await using var db = OpenRegister();
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await using (var db = Open())
            await db.Database.EnsureDeletedAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> NewOnPostgres()
    {
        var name = $"bot_store_{Guid.NewGuid():n}";
        await Bot.Tests.Postgres.Run($"CREATE DATABASE {name}");
        return name;
    }
}
