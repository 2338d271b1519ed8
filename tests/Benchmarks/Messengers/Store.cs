using Npgsql;

namespace Benchmarks.Messengers;

/// <summary>An empty store for one measurement: a folder with a SQLite file, or a database of the PostgreSQL that BOT_TEST_POSTGRES names.</summary>
internal sealed class Store : IAsyncDisposable
{
    private const string Name = "bot_messengers";
    private readonly bool onPostgres;

    private Store(string folder, bool onPostgres)
    {
        (Folder, this.onPostgres) = (folder, onPostgres);
        Connection = onPostgres ? $"{Server};Database={Name}" : $"Data Source={folder}/bot.db";
        Settings =
        [
            .. TemporaryHouse.Settings(folder), $"--ConnectionStrings:Bot={Connection}", $"--Signs:PopulationFile={folder}/bot.market",
            $"--Spool:Folder={folder}/spool",
        ];
    }

    public static string? Server => Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public string Folder { get; }
    public string Connection { get; }
    public string KeyFile => Path.Combine(Folder, "bot.key");
    public string[] Settings { get; }

    public static async Task<Store> Make(bool onPostgres)
    {
        if (onPostgres)
            await Ask($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", $"CREATE DATABASE {Name}");
        return new Store(TemporaryHouse.Folder(), onPostgres);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        if (!onPostgres)
            return;
        NpgsqlConnection.ClearAllPools();
        await Ask($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }

    private static async Task Ask(params string[] statements)
    {
        await using var admin = new NpgsqlConnection(Server + ";Database=postgres;Pooling=false");
        await admin.OpenAsync();
        foreach (var statement in statements)
            await new NpgsqlCommand(statement, admin).ExecuteNonQueryAsync();
    }
}
