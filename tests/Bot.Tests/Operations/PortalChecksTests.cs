using System.Net.Http.Json;
using System.Text.Json;
using Bot.Feeds;
using Bot.Lots;
using Bot.Operations;
using Fakes.Portal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Procurement;
using Xunit;

namespace Bot.Tests.Operations;

/// <summary>The service with a portal that can be called: what the doctor says of it, and a cited number through the real sources.</summary>
public sealed class PortalChecksTests : IAsyncLifetime
{
    private static readonly PortalStore Store = PortalStore.Invented(seed: 21, lots: 50);
    private readonly string folder = Directory.CreateTempSubdirectory("bot-portal-").FullName;
    private FakePortal fake = null!;

    public async Task InitializeAsync() => fake = await FakePortal.Start(Store);

    public async Task DisposeAsync()
    {
        await fake.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Without_sources_the_portal_is_off()
    {
        await using var app = await House();

        Assert.Equal(["portal True"], await Look(app));
    }

    [Fact]
    public async Task Sources_that_answer_are_well_and_feeds_say_how_old_they_are()
    {
        await using var app = await House("--Portal:Sources=graphql,rest,zakup", $"--Portal:Token={FakePortal.UsualToken}");
        var before = await Look(app);
        await app.Services.GetRequiredService<Feeder>().Run(Course.Lots, null, null, default);
        var after = await Look(app);

        Assert.Equal(["portal ows-graphql True", "portal ows-rest True", "portal zakup True", "feed Lots False"], before[..4]);
        Assert.Equal("feed Lots True", after[3]);
    }

    [Fact]
    public async Task A_refused_token_is_said_with_what_to_do()
    {
        await using var app = await House("--Portal:Sources=graphql", "--Portal:Token=expired-long-ago");
        await app.Services.GetRequiredService<Feeder>().Run(Course.Lots, null, null, default);

        var checks = await Checks(app);

        Assert.All(checks.Where(check => check.Name is "portal ows-graphql" or "feed Lots"),
            check => Assert.Contains("Portal:Token", check.Do, StringComparison.Ordinal));
        Assert.DoesNotContain(checks, check => check.Says.Contains("expired-long-ago", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cited_number_is_brought_into_the_store_and_found_at_once()
    {
        await using var app = await House("--Portal:Sources=graphql", $"--Portal:Token={FakePortal.UsualToken}");
        await app.Services.GetRequiredService<Register>().Build(default);
        var number = Store.All("Lots")[7].GetProperty("lotNumber").GetString()!;

        var known = await app.Services.GetRequiredService<Retrieval>().Bring(new Wanted { LotNumber = number }, default);
        var unknown = await app.Services.GetRequiredService<Retrieval>().Bring(new Wanted { LotNumber = "10000001-ЗЦП1" }, default);

        await using var scope = app.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<LotSearch>().Find(number, [], default);
        Assert.Equal((true, false, true, number), (known, unknown, found.IsExact, found.Lots.Single().Lot.Number));
    }

    [Fact]
    public async Task Health_tells_how_old_the_data_is_and_which_feeds_are_stale()
    {
        await using var app = await House("--Portal:Sources=zakup");
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var before = await http.GetFromJsonAsync<JsonElement>("/health");
        await app.Services.GetRequiredService<Feeder>().Run(Course.Lots, null, null, default);
        var after = await http.GetFromJsonAsync<JsonElement>("/health");

        Assert.Equal((JsonValueKind.Null, "[\"Lots\"]"), (before.GetProperty("dataAsOf").ValueKind, before.GetProperty("staleFeeds").GetRawText()));
        Assert.Equal((JsonValueKind.String, "[]"), (after.GetProperty("dataAsOf").ValueKind, after.GetProperty("staleFeeds").GetRawText()));
    }

    private async Task<WebApplication> House(params string[] settings)
    {
        var app = Bot.House.Build([$"--ConnectionStrings:Bot=Data Source={Path.Combine(folder, "bot.db")};Pooling=False",
            $"--Keys:File={Path.Combine(folder, "bot.key")}", $"--Log:Folder={folder}", $"--Portal:GraphQlUrl={fake.Url}/v3/graphql",
            $"--Portal:RestUrl={fake.Url}", $"--Portal:ZakupUrl={fake.Url}", .. settings]);
        await app.Services.GetRequiredService<Opening>().Store(default);
        return app;
    }

    private static async Task<IReadOnlyList<Check>> Checks(WebApplication app) =>
        [.. (await app.Services.GetRequiredService<Doctor>().Look(default)).Checks
            .Where(check => check.Name.StartsWith("portal", StringComparison.Ordinal) || check.Name.StartsWith("feed", StringComparison.Ordinal))];

    private static async Task<List<string>> Look(WebApplication app) => [.. (await Checks(app)).Select(check => $"{check.Name} {check.Ok}")];
}
