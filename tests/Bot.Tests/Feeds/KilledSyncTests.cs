using Bot.Tests.Durability;
using Fakes.Invented;
using Fakes.Portal;
using Xunit;
using Xunit.Abstractions;

namespace Bot.Tests.Feeds;

/// <summary>
/// kill -9 at fifty moments of a first fill and of a day's reading: in the end the register is, row for row, that of a run which nobody
/// disturbed, and no page was asked for twice but those that were on their way.
/// </summary>
[Collection(Processes.Name)]
public sealed class KilledSyncTests(ITestOutputHelper log)
{
    private const string Sync = "sync";
    private const int KillsOfTheFill = 26, KillsOfTheDay = 24, Invented = 400, DaysFilled = 25;
    private static readonly TimeSpan Starting = TimeSpan.FromMilliseconds(900), Serving = TimeSpan.FromMilliseconds(25), Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_register_is_the_same_when_the_program_is_killed_fifty_times()
    {
        var seed = KillTests.Seed();
        log.WriteLine($"BOT_TEST_SEED={seed}");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var from = today.AddDays(-DaysFilled);
        var store = Filled((ulong)seed, from, today.AddDays(-1));
        string[] fill = [Sync, "--from", $"{from:yyyy-MM-dd}"], day = [Sync];

        await Task.WhenAll(    // two registers side by side: starting the program takes one core
            Prove(store, fill, KillsOfTheFill, mostServed: 8, new Random(seed)),
            Prove(store, day, KillsOfTheDay, mostServed: 26, new Random(seed + 1)));
    }

    private async Task Prove(PortalStore store, string[] verb, int kills, int mostServed, Random random)
    {
        await using var fake = await FakePortal.Start(store);
        await using var undisturbed = At(fake);
        await using var killed = At(fake);
        var (code, output) = await undisturbed.Run(verb);
        Assert.True(code == 0, output);
        var asked = fake.Requests.Count;
        await Live(killed, fake, verb, kills, mostServed, random);

        await using var expected = undisturbed.Register();
        await using var actual = killed.Register();
        var truth = await RegisterDump.Of(expected);
        log.WriteLine($"{string.Join(' ', verb)}: killed {kills} times; {string.Join(", ", truth.Select(table => $"{table.Value.Count} {table.Key}"))}");
        string[] held = verb.Length > 1 ? ["lots", "announcements", "bids", "contracts", "contract_items", "acts"] : ["organisations"];    // one day may bring nothing else
        Assert.All(held, table => Assert.NotEmpty(truth[table]));
        RegisterDump.AreEqual(truth, await RegisterDump.Of(actual));
        var again = fake.Requests.Skip(asked).Where(IsOfAPeriod).GroupBy(request => (request.What, request.After)).Sum(same => same.Count() - 1);
        log.WriteLine($"{again} pages asked for twice");
        Assert.InRange(again, 0, kills);
    }

    private static PortalStore Filled(ulong seed, DateOnly from, DateOnly to)
    {
        var store = PortalStore.Invented(new InventOptions { Lots = Invented, Seed = seed, From = from, To = to });
        foreach (var organisation in store.All("Subject").Take(60).Select(row => row.GetProperty("pid").GetInt64()))
            store.Edit("Subject", organisation, to.ToDateTime(new TimeOnly(12, 0)), _ => { });
        return store;
    }

    /// <summary>What is always asked for whole is asked for again by every life that begins the day anew.</summary>
    private static bool IsOfAPeriod(PortalRequest request) => request.What.Contains('{', StringComparison.Ordinal)
        && !request.What.StartsWith("Plans", StringComparison.Ordinal) && !request.What.StartsWith("Rnu", StringComparison.Ordinal);

    private static async Task Live(Home home, FakePortal fake, string[] verb, int kills, int mostServed, Random random)
    {
        for (var life = 0; ; life++)
        {
            await using var bot = home.Begin(verb);
            if (life == kills)
            {
                Assert.True(await bot.End() == 0, bot.Output);
                return;
            }

            var until = fake.Requests.Count + random.Next(1, mostServed);
            if (random.Next(6) > 0)
                await Wait.For(() => fake.Requests.Count >= until || !bot.IsAlive, Patience);
            await Task.Delay(random.NextDouble() * (random.Next(6) > 0 ? Serving : Starting));
            await bot.Kill();
        }
    }

    private static Home At(FakePortal fake) => Home.MakeEmpty(
        "--Portal:Sources=graphql,rest", $"--Portal:Token={fake.Token}", $"--Portal:GraphQlUrl={fake.Url}/v3/graphql", $"--Portal:RestUrl={fake.Url}",
        "--Portal:RequestsPerSecond=1000");
}
