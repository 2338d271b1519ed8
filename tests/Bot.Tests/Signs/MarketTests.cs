using Bot.Lots;
using Bot.Operations;
using Bot.Signs;
using Fakes;
using Fakes.Invented;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Signs;

/// <summary>What lots are compared with comes from the saved file where that is as good as the store, and says the same.</summary>
public sealed class MarketTests : IDisposable
{
    private const int Lots = 300;
    private static readonly DateTimeOffset Now = new(2026, 9, 20, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Earlier = Now.AddDays(-120);

    private readonly string folder = Directory.CreateTempSubdirectory("bot-market-").FullName;

    private string PopulationFile => Path.Combine(folder, "bot.population");

    [Fact]
    public async Task A_moment_from_the_file_is_the_moment_from_the_store()
    {
        await using (var first = await Opened())
        {
            await Fill(first, seed: 4);
            await first.Services.GetRequiredService<Market>().Renew(default);
        }

        var fromFile = await Told(Earlier);
        File.Delete(PopulationFile);
        var fromStore = await Told(Earlier);

        Assert.NotEmpty(fromStore);
        Assert.Equal(fromStore, fromFile);
        Assert.False(File.Exists(PopulationFile));    // a moment of the past is not what the next start wants
    }

    [Fact]
    public async Task A_file_that_is_behind_the_store_is_not_used_for_a_moment()
    {
        await using (var first = await Opened())
        {
            await Fill(first, seed: 4);
            await first.Services.GetRequiredService<Market>().Renew(default);
            await Fill(first, seed: 9);
        }

        var before = await File.ReadAllBytesAsync(PopulationFile);
        var withFile = await Told(Now);
        Assert.Equal(before, await File.ReadAllBytesAsync(PopulationFile));
        File.Delete(PopulationFile);

        Assert.Equal(await Told(Now), withFile);
    }

    [Fact]
    public async Task A_renewed_population_answers_like_one_that_was_read_whole()
    {
        await using (var first = await Opened())
        {
            await Fill(first, seed: 4);
            await first.Services.GetRequiredService<Market>().Renew(default);
            await Fill(first, seed: 9);
        }

        var renewed = await Told(moment: null);
        File.Delete(PopulationFile);

        Assert.Equal(await Told(Now), renewed);
    }

    [Fact]
    public async Task A_start_writes_the_file_anew_only_when_the_store_has_changed()
    {
        await using var app = await Opened();
        await Fill(app, seed: 4);
        var market = app.Services.GetRequiredService<Market>();
        await market.Renew(default);
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(PopulationFile, longAgo);

        await market.Renew(default);
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(PopulationFile));

        await Fill(app, seed: 9);
        await market.Renew(default);
        Assert.NotEqual(longAgo, File.GetLastWriteTimeUtc(PopulationFile));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>What is said about every lot, in a new life of the service.</summary>
    /// <param name="moment">Null: now, the population being renewed.</param>
    private async Task<List<string>> Told(DateTimeOffset? moment)
    {
        await using var app = await Opened();
        var market = app.Services.GetRequiredService<Market>();
        await (moment is { } asOf ? market.Read(asOf, default) : market.Renew(default));
        List<string> lines = [];
        await foreach (var page in app.Services.GetRequiredService<AllSigns>().Judge(moment ?? Now, every: 1, page => page.ToList(), default))
            lines.AddRange(page.Select(one => SignsFile.Line(one.Lot, one.Report)));
        return lines;
    }

    private async Task<WebApplication> Opened()
    {
        var app = Bot.House.Build(
            [
                $"--ConnectionStrings:Bot=Data Source={Path.Combine(folder, "bot.db")};Pooling=False", $"--Keys:File={Path.Combine(folder, "bot.key")}",
                $"--Log:Folder={folder}", "--Log:Level=Fatal", $"--Signs:PopulationFile={PopulationFile}",
            ],
            services => services.AddSingleton<TimeProvider>(new PushedClock(Now)));
        await app.Services.GetRequiredService<Opening>().Store(default);
        return app;
    }

    private static async Task Fill(WebApplication app, ulong seed)
    {
        using var file = new MemoryStream();
        Invention.Lines(new InventOptions { Lots = Lots, Seed = seed }, file);
        file.Position = 0;
        await app.Services.GetRequiredService<Intake>().Take("file", file, null, default);
    }
}
