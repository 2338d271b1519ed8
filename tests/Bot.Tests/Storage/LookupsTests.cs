using System.IO.Compression;
using Bot.Lots;
using Bot.Tests.Feeds;
using Fakes;
using Fakes.Invented;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>A first fill goes without look-ups; whatever happens to it, in the end all of them are there.</summary>
public sealed class LookupsTests
{
    private readonly PushedClock clock = new();

    [Theory]
    [EachDatabase]
    public async Task A_large_first_fill_ends_like_a_small_one(bool onPostgres)
    {
        await using var with = await FeedStage.Set(null, clock, onPostgres);
        await using var without = await FeedStage.Set(null, clock, onPostgres);
        var before = await Indexes(with);
        using var file = new MemoryStream();
        Invention.Lines(new InventOptions { Lots = 1500, Seed = 4 }, file);
        Assert.True(file.Length > 16 << 20, "The file is too small for a first fill.");
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(file.GetBuffer().AsSpan(0, (int)file.Length));
        (file.Position, packed.Position) = (0, 0);
        var meanwhile = new List<bool>();

        var small = await with.Intake.Take("small", packed, _ => meanwhile.Add(AreThere(with)), default);
        var large = await without.Intake.Take("large", file, _ => meanwhile.Add(!AreThere(without)), default);

        Assert.Equal((small.Inserted, 0, 0), (large.Inserted, small.Rejected.Count, large.Rejected.Count));
        Assert.All(meanwhile, Assert.True);
        Assert.Equal(before, await Indexes(with));
        Assert.Equal(before, await Indexes(without));
        RegisterDump.AreEqual(await with.Dump(), await without.Dump());
    }

    [Theory]
    [EachDatabase]
    public async Task What_a_killed_fill_has_left_out_the_next_start_makes(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        var before = await Indexes(stage);
        await using var db = stage.Register();
        using var large = new MemoryStream(new byte[17 << 20]);
        var held = await Lookups.Leave(db, large, default);
        Assert.NotNull(held);
        Assert.True((await Indexes(stage)).Count < before.Count);

        await using var next = stage.Register();
        Assert.False(await Lookups.Complete(next, default));    // the fill is alive
        await held.DisposeAsync();
        Assert.True(await Lookups.Complete(next, default));

        Assert.Equal(before, await Indexes(stage));
    }

    private static bool AreThere(FeedStage stage)
    {
        using var db = stage.Register();
        return Lookups.AreThere(db, default).GetAwaiter().GetResult();
    }

    private static async Task<List<string>> Indexes(FeedStage stage)
    {
        await using var db = stage.Register();
        return await db.Database.SqlQueryRaw<string>(db.Database.IsSqlite()
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index' ORDER BY 1"
            : "SELECT indexname::text AS \"Value\" FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1").ToListAsync();
    }
}
