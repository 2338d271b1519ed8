using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>An answer waits for no disk; everything else does, on the same connection, also after a save that failed.</summary>
public sealed class UnhurriedTests : IDisposable
{
    private const int WithoutWaiting = 1, Waiting = 2;    // sqlite.org/pragma.html#pragma_synchronous
    private readonly string folder = Directory.CreateTempSubdirectory("bot-unhurried-").FullName;

    [Fact]
    public async Task Only_the_save_itself_does_not_wait_for_the_disk()
    {
        await using var db = await Open();
        List<int> seen = [await Synchronous(db)];
        db.SavedChanges += (_, _) => seen.Add(Synchronous(db).Result);
        db.Marks.Add(new Mark { Name = "one", Value = "1" });
        await db.SaveUnhurried(default);
        seen.Add(await Synchronous(db));

        Assert.Equal([Waiting, WithoutWaiting, Waiting], seen);
        Assert.Equal("1", await db.Remembered("one", default));
    }

    [Fact]
    public async Task After_a_save_that_failed_the_next_one_waits_again()
    {
        await using var db = await Open();
        db.Marks.Add(new Mark { Name = "one", Value = "1" });
        await db.SaveUnhurried(default);
        db.ChangeTracker.Clear();
        db.Marks.Add(new Mark { Name = "one", Value = "2" });

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveUnhurried(default));
        Assert.Equal(Waiting, await Synchronous(db));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<BotDb> Open()
    {
        var options = new DbContextOptionsBuilder<BotDb>();
        Databases.Choose(options, $"Data Source={Path.Combine(folder, "bot.db")};Pooling=False", new OneWriter());
        var db = new BotDb(options.Options);
        await db.Database.EnsureCreatedAsync();
        await db.Database.OpenConnectionAsync();
        return db;
    }

    private static Task<int> Synchronous(BotDb db) => db.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync();
}
