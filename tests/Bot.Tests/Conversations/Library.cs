using Bot.Lots;
using Bot.Operations;
using Bot.Signs;
using Matching;
using Microsoft.Extensions.DependencyInjection;
using Procurement;
using Risk;
using Risk.Populations;

namespace Bot.Tests.Conversations;

/// <summary>
/// The bundled sample, loaded once for all stories: a database to copy, and the index over it. Loading it for each of some hundred
/// replays would tell us nothing more.
/// </summary>
internal static class Library
{
    private static readonly Lazy<Task<(string File, LotIndex Index, IReadOnlyDictionary<string, Place> Places)>> Sqlite = new(FillSqlite);
    private static readonly Lazy<Task<Population>> Compared = new(ReadPopulation);
    private static readonly Lazy<Task> OnPostgres = new(FillPostgres);
    private static readonly string Folder = Directory.CreateTempSubdirectory("bot-library-").FullName;
    private const string Template = "bot_library";

    /// <summary>What lots are compared with, as of the night before the stories begin.</summary>
    public static Task<Population> Population() => Compared.Value;

    public static async Task<(LotIndex Index, IReadOnlyDictionary<string, Place> Places)> Register() =>
        ((await Sqlite.Value).Index, (await Sqlite.Value).Places);

    public static async Task<string> CopyTo(string folder)
    {
        var copy = Path.Combine(folder, "bot.db");
        File.Copy((await Sqlite.Value).File, copy);
        File.Copy(Path.Combine(Folder, "bot.register.db"), Path.Combine(folder, "bot.register.db"));
        File.Copy(Path.Combine(Folder, "bot.key"), Path.Combine(folder, "bot.key"));
        return $"Data Source={copy};Pooling=False";
    }

    public static async Task<string> CopyToPostgres(string folder)
    {
        await OnPostgres.Value;
        var name = $"bot_{Guid.NewGuid():n}";
        await Postgres.Run($"CREATE DATABASE {name} TEMPLATE {Template}");
        File.Copy(Path.Combine(Folder, "bot.key"), Path.Combine(folder, "bot.key"));
        return Postgres.Database(name) + ";Pooling=false";
    }

    private static async Task<(string, LotIndex, IReadOnlyDictionary<string, Place>)> FillSqlite()
    {
        var file = Path.Combine(Folder, "bot.db");
        await using var app = await Fill($"Data Source={file};Pooling=False");
        var register = app.Services.GetRequiredService<Register>();
        await register.Build(CancellationToken.None);
        return (file, await register.Index, register.Places);
    }

    private static async Task<Population> ReadPopulation()
    {
        var (file, _, _) = await Sqlite.Value;
        await using var app = Bot.House.Build([$"--ConnectionStrings:Bot=Data Source={file};Pooling=False", $"--Keys:File={Path.Combine(Folder, "bot.key")}"]);
        await using var scope = app.Services.CreateAsyncScope();
        var tables = new PopulationTables(Catalogue.Current);
        await scope.ServiceProvider.GetRequiredService<MarketReading>().Fill(tables, 0, CancellationToken.None);
        return tables.AsOf(Transcript.StartOfTime);
    }

    private static async Task FillPostgres()
    {
        await Sqlite.Value;    // its key file serves both
        await Postgres.Run($"DROP DATABASE IF EXISTS {Template}");
        await Postgres.Run($"CREATE DATABASE {Template}");
        await using var app = await Fill(Postgres.Database(Template) + ";Pooling=false");
    }

    private static async Task<Microsoft.AspNetCore.Builder.WebApplication> Fill(string connection)
    {
        var app = Bot.House.Build([$"--ConnectionStrings:Bot={connection}", $"--Keys:File={Path.Combine(Folder, "bot.key")}", $"--Log:Folder={Folder}"]);
        await app.Services.GetRequiredService<Opening>().Store(CancellationToken.None);
        await app.Services.GetRequiredService<SampleLoading>().Load(_ => { }, CancellationToken.None);
        var looking = app.Services.GetRequiredService<Alerts.NewLots>();
        while (await looking.Notice(CancellationToken.None) > 0)
        {
        }

        return app;
    }
}
