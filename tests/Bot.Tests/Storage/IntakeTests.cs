using System.Text;
using Bot.Lots;
using Bot.Tests.Feeds;
using Fakes;
using Fakes.Invented;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>What comes into the register, when it comes again, changed, doubled or in between.</summary>
public sealed class IntakeTests
{
    private readonly PushedClock clock = new();

    [Theory]
    [EachDatabase]
    public async Task The_same_file_again_writes_nothing(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        var first = await Load(stage, Invented(lots: 60));
        Assert.Equal((0, 0), (first.Rejected.Count, first.Updated));
        Assert.True(first.Inserted > 200);
        var (rows, stamps, bytes) = (await stage.Dump(), await Stamps(stage), Bytes(stage, onPostgres));

        clock.Push(TimeSpan.FromHours(1));
        var again = await Load(stage, Invented(lots: 60));

        Assert.Equal((0L, 0L, first.Inserted + first.Unchanged), (again.Inserted, again.Updated, again.Unchanged));
        RegisterDump.AreEqual(rows, await stage.Dump());
        Assert.Equal(stamps, await Stamps(stage));
        Assert.Equal(bytes, Bytes(stage, onPostgres));
    }

    [Theory]
    [EachDatabase]
    public async Task A_changed_row_keeps_the_stamp_that_brought_it(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Lot(1), Lot(2));
        clock.Push(TimeSpan.FromHours(1));

        var report = await Take(stage, Lot(1) with { Amount = 7 }, Lot(2), Lot(3));

        Assert.Equal((1, 1, 1), (report.Inserted, report.Updated, report.Unchanged));
        await using var db = stage.Register();
        var rows = await db.Lots.OrderBy(row => row.Id).ToListAsync();
        Assert.True(rows[0].Changed > rows[0].FirstSeen);
        Assert.Equal(rows[1].Changed, rows[1].FirstSeen);
        Assert.Equal((rows[0].FirstSeen, rows[0].Changed), (rows[1].FirstSeen, rows[2].FirstSeen));
    }

    [Theory]
    [EachDatabase]
    public async Task Of_one_id_twice_in_a_page_the_last_counts(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Lot(1));

        await Take(stage, Lot(1) with { Amount = 2 }, Lot(2) with { Amount = 2 }, Lot(1) with { Amount = 3 }, Lot(2) with { Amount = 3 });

        await using var db = stage.Register();
        Assert.Equal((3, 3), ((await db.Lot(1, default))!.Amount, (await db.Lot(2, default))!.Amount));
    }

    [Theory]
    [EachDatabase]
    public async Task Items_of_a_contract_are_replaced_with_it(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Of(1, "a", "b", "c"), Of(2, "d"));

        await Take(stage, Of(1, "b"), Of(2, "d"));

        await using var db = stage.Register();
        Assert.Equal([(1L, "b"), (2L, "d")], (await db.ContractItems.OrderBy(item => item.Id).ToListAsync()).Select(item => (item.ContractId, item.Enstru!)));
    }

    [Theory]
    [EachDatabase]
    public async Task Whoever_reads_on_sees_every_change_once(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, [.. Enumerable.Range(1, 50).Select(id => (object)Lot(id))]);
        var (position, seen, random) = (default(Position), new List<(long Id, decimal? Amount)>(), new Random(3));
        for (var round = 0; round < 30; round++)
        {
            await using var db = stage.Register();
            var rows = await position.After(db.Lots).Take(7).ToListAsync();
            seen.AddRange(rows.Select(row => (row.Id, row.ToLot().Amount)));
            if (rows is [.., var last])
                position = Position.Parse(new Position(last.Changed, last.Id).ToString());
            if (round < 10)    // without time passing: stamps rise all the same
                await Take(stage, Lot(random.Next(1, 60)) with { Amount = 1000 + round }, Lot(random.Next(1, 60)) with { Amount = 2000 + round });
        }

        await using var now = stage.Register();
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.All(await now.Lots.ToListAsync(), row => Assert.Contains((row.Id, row.ToLot().Amount), seen));
        Assert.Equal(position, await Position.Last(now, default));
    }

    private static Task<IntakeReport> Take(FeedStage stage, params object[] records) => stage.Intake.Take("page", records, null, default);

    private static async Task<IntakeReport> Load(FeedStage stage, Stream file) => await stage.Intake.Take("file", file, null, default);

    private static MemoryStream Invented(int lots)
    {
        var file = new MemoryStream();
        Invention.Lines(new InventOptions { Lots = lots, Seed = 4 }, file);
        return new MemoryStream(file.ToArray());
    }

    private static Lot Lot(long id) => new() { Id = id, Number = $"{id}-ЗЦП1", Amount = 1 };

    private static Contract Of(long id, params string[] codes) =>
        new() { Id = id, Items = [.. codes.Select(code => new ContractItem { Enstru = code })] };

    private static async Task<List<(string, long)>> Stamps(FeedStage stage)
    {
        await using var db = stage.Register();
        return [.. (await db.Set<Bot.Storage.StampRow>().OrderBy(stamp => stamp.Name).ToListAsync()).Select(stamp => (stamp.Name, stamp.Last))];
    }

    /// <summary>The database's file and its log, whole.</summary>
    private static string Bytes(FeedStage stage, bool onPostgres)
    {
        if (onPostgres)
            return "";
        using var db = stage.Register();
        var path = db.Database.GetDbConnection().DataSource;
        var hashes = new[] { path, path + "-wal" }.Where(File.Exists).Select(file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
        return new StringBuilder().AppendJoin(' ', hashes).ToString();
    }
}
