using Bot.Feeds;
using Bot.Lots;
using Fakes;
using Fakes.Portal;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>
/// A whole day at a portal that changes hour by hour and fails as it likes, read as the timetable says: in the end the register holds what
/// a calm reader of the same portal holds, and beside it what was deleted there.
/// </summary>
public sealed class DayOfFaultsTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 9, 1, 19, 0, 0, TimeSpan.Zero);    // in Astana
    private static readonly Trouble[] Faults =
    [
        Trouble.Errors, Trouble.TooMany(7), Trouble.TooMany(), Trouble.Server(500), Trouble.Server(502), Trouble.Server(503, 20), Trouble.Html, Trouble.Torn,
        Trouble.CursorStandsStill, Trouble.OverlappingPage, Trouble.ShortPage,
    ];
    private static readonly Trouble[] Spoils = [Trouble.NullFields, Trouble.KazakhCopies, Trouble.NoPlaces, Trouble.StaleStatuses];

    private readonly PushedClock clock = new(Midnight);

    [Theory]
    [InlineData(1)]
    public Task On_SQLite(int seed) => EndsEqualToTheTruth(onPostgres: false, seed);

    [PostgresTheory]
    [InlineData(3)]
    public Task On_PostgreSQL(int seed) => EndsEqualToTheTruth(onPostgres: true, seed);

    private async Task EndsEqualToTheTruth(bool onPostgres, int seed)
    {
        var store = PortalStore.Invented((ulong)seed, lots: 250, new DateOnly(2026, 8, 10), new DateOnly(2026, 8, 31));
        var day = new PortalDay(store, seed);
        day.Dawn();
        await using var fake = await FakePortal.Start(store, misbehaviour: Misbehaviour.On((ulong)seed, perMille: 150, Faults), clock: clock);
        await using var stage = await FeedStage.Set(fake, clock, onPostgres);
        await UntilWhole(() => stage.Fill(Midnight.AddDays(-24)));

        for (var hour = 0; hour < 24; hour++)
        {
            day.Hour(hour, PortalTime.InAstana(clock.GetUtcNow()).DateTime);
            foreach (var query in hour < 22 ? new[] { "query Lots", "query Announcements" } : [])
                fake.Misbehaviour.Next(Spoils[hour % Spoils.Length] with { Where = query });
            for (var time = 0; time < 6; time++)
            {
                clock.Push(TimeSpan.FromMinutes(10));
                await stage.Fresh();
            }

            if (hour is 1)
                await stage.Night();
        }

        for (var rounds = 0; rounds < 3 || !await IsWhole(stage); rounds++)
        {
            Assert.True(rounds < 12, "The feeds did not come to an end.");
            clock.Push(TimeSpan.FromMinutes(2));
            await stage.Fresh();
            await stage.Night();
        }

        var truth = await Truth(store);
        await IsTheTruth(truth, stage, day);
    }

    private static async Task IsTheTruth(Dictionary<string, List<string>> truth, FeedStage stage, PortalDay day)
    {
        await using var db = stage.Register();
        var rows = await stage.Dump();
        Assert.Empty(truth["organisations"].Except(rows["organisations"]));
        truth["organisations"] = rows["organisations"];    // those that did not change come by a file
        TakeOut(rows["lots"], day.DeletedLots);
        TakeOut(rows["contracts"], day.DeletedContracts);
        rows["contract_items"].RemoveAll(row => day.DeletedContracts.Contains(Number(row, 1)));
        truth["acts"].RemoveAll(row => !row.Contains("\"Approved\"", StringComparison.Ordinal));    // asked for by that day; before it, with their contract
        RegisterDump.AreEqual(truth, rows);

        foreach (var id in day.DeletedLots)
            Assert.True((await db.Lot(id, default))!.IsDeleted);
        foreach (var row in await db.Contracts.Where(row => day.DeletedContracts.Contains(row.Id)).ToListAsync())
            Assert.True(Documents.Read<Contract>(row.Document).IsDeleted);
        foreach (var chain in day.Amendments.GroupBy(amendment => amendment.Root))
        {
            var versions = await db.Contracts.Where(row => row.RootId == chain.Key).Select(row => row.Id).ToListAsync();
            Assert.Empty(chain.Select(amendment => amendment.Id).Except(versions));
        }

        Assert.NotEmpty(day.Published);
        Assert.All(day.Published, id => Assert.True(db.Bids.Any(bid => bid.AnnouncementId == id)));
    }

    /// <summary>Takes the rows of what was deleted out of a dump; each of them must be there.</summary>
    private static void TakeOut(List<string> rows, List<long> deleted)
    {
        Assert.NotEmpty(deleted);
        Assert.Equal(deleted.Distinct().Count(), rows.RemoveAll(row => deleted.Contains(Number(row, 0))));
    }

    private static long Number(string row, int column) => long.Parse(row.Split('|')[column], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What somebody holds who reads the same portal once, in full, on a calm day.</summary>
    private async Task<Dictionary<string, List<string>>> Truth(PortalStore store)
    {
        await using var calm = await FakePortal.Start(store, clock: clock);
        await using var reader = await FeedStage.Set(calm, clock);
        foreach (var feed in new[] { Feed.Announcements, Feed.Lots, Feed.Contracts, Feed.Acts })
            Assert.True(await reader.Read(new Course($"All:{feed}", feed, Stride.Whole)));
        await reader.Fresh();
        await reader.Night();
        return await reader.Dump();
    }

    private static async Task UntilWhole(Func<Task<bool>> fill)
    {
        var times = 0;
        while (!await fill())
            Assert.True(++times < 40, "The fill did not come to its end.");
    }

    private static async Task<bool> IsWhole(FeedStage stage)
    {
        await using var db = stage.Register();
        return !await db.Feeds.AnyAsync(feed => feed.Fault != null || feed.To != null) && !await db.Errands.AnyAsync();
    }
}
