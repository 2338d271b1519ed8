using Bot.Lots;
using Fakes;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Xunit;

namespace Bot.Tests.Lots;

/// <summary>A start from the saved index answers as a start that reads all lots, or is such a start.</summary>
public sealed class SavedIndexTests : IDisposable
{
    private const int Lots = 120;
    private static readonly Lot Roof = new()
    {
        Id = 900_000_001,
        Number = "90000001-ЗЦП1",
        Amount = 4_800_000,
        Name = new("Шатырды жөндеу", "Ремонт кровли"),
        BuyerBin = "990140001234",
        BuyerName = new("№77 мектеп", "Школа №77"),
        Published = new DateTimeOffset(2026, 3, 1, 5, 0, 0, TimeSpan.Zero),
    };

    private readonly string folder = Directory.CreateTempSubdirectory("bot-saved-").FullName;
    private readonly PushedClock clock = new();

    private string IndexFile => Path.Combine(folder, Life.IndexFile);
    private string RegisterFile => Path.Combine(folder, Life.RegisterFile);

    [Fact]
    public async Task After_a_kill_the_next_start_answers_like_one_that_reads_all_lots()
    {
        await using var first = await Filled();
        await first.Register.Open(default);
        await first.Register.Save(default);
        var gone = await first.Store().Lots.Select(row => row.Id).FirstAsync();
        await first.Fill(Lots / 6, seed: 9);
        await first.Intake.Take("later", [Roof, new Deletion { Feed = Feed.Lots, ObjectId = gone }], null, default);

        await using var second = await Opened();

        Assert.Contains("Index opened: ", second.Log, StringComparison.Ordinal);
        Assert.Equal(Roof.Id, (await second.Ask("Ремонт кровли в школе №77")).Candidates[0].LotId);
        await first.Register.Refresh(default);    // the same as if it had never been killed
        await AnswersAlike(first, second);
        await AnswersLikeAFreshOne(second);
    }

    [Fact]
    public async Task What_changed_is_saved_at_a_stop_and_nothing_is_written_when_nothing_did()
    {
        await using (var first = await Filled())
        {
            await first.Register.Open(default);
            await first.Register.StopAsync(default);
        }

        await using (var second = await Opened())
        {
            File.SetLastWriteTimeUtc(IndexFile, DateTime.UnixEpoch);
            await second.Register.StopAsync(default);
            Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(IndexFile));
        }

        await using (var third = await Opened())
        {
            await third.Intake.Take("later", [Roof], null, default);
            await third.Register.Refresh(default);
            await third.Register.StopAsync(default);
        }

        await using var fourth = await Opened();
        Assert.Contains("0 of them newer", fourth.Log, StringComparison.Ordinal);
        Assert.Equal([Life.IndexFile], Directory.EnumerateFiles(folder, Life.IndexFile + "*").Select(Path.GetFileName));
        await AnswersLikeAFreshOne(fourth);
    }

    [Fact]
    public async Task It_is_saved_after_it_was_built_and_every_six_hours_when_something_changed()
    {
        await using var life = await Filled();
        await life.Register.Open(default);
        await life.Register.StartAsync(default);
        await Pushing(TimeSpan.FromSeconds(1), () => File.Exists(IndexFile));
        File.SetLastWriteTimeUtc(IndexFile, DateTime.UnixEpoch);

        await life.Intake.Take("later", [Roof], null, default);
        await Pushing(TimeSpan.FromHours(1), () => File.GetLastWriteTimeUtc(IndexFile) != DateTime.UnixEpoch);

        await using var next = await Opened();
        Assert.Contains($"{await Count(life)} lots, 0 of them newer", next.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("cut")]
    [InlineData("one bit")]
    [InlineData("another file")]
    public async Task A_broken_file_is_told_in_one_line_and_the_index_is_built_and_saved_anew(string damage)
    {
        await Saved();
        Damage(damage);

        await using (var second = await Opened())
        {
            Assert.Equal(["The saved index is not used", "Index built"], second.Log.Split('\n').Select(line => line.Split(" (")[0].Split(':')[0]));
            await AnswersLikeAFreshOne(second);
            await second.Register.Save(default);
        }

        await using var third = await Opened();
        Assert.StartsWith("Index opened", third.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_store_with_fewer_lots_does_not_get_the_index()
    {
        await Saved();
        File.Delete(RegisterFile);
        await using (var other = await Life.Begin(folder, clock))
            await other.Fill(Lots / 4, seed: 7);

        await using var second = await Opened();

        Assert.Contains("another store", second.Log, StringComparison.Ordinal);
        await AnswersLikeAFreshOne(second);
    }

    [Fact]
    public async Task An_older_copy_of_the_store_does_not_get_the_index_though_it_has_grown_since()
    {
        await using (var first = await Filled())
        {
            Life.Copy(RegisterFile, RegisterFile + ".backup");
            await first.Intake.Take("lost with the restoring", [Roof], null, default);
            await first.Register.Open(default);
            await first.Register.Save(default);
        }

        File.Move(RegisterFile + ".backup", RegisterFile, overwrite: true);
        clock.Push(TimeSpan.FromDays(1));
        await using (var restored = await Life.Begin(folder, clock))
            await restored.Fill(Lots / 4, seed: 7);
        await using var second = await Opened();

        Assert.Contains("a later state of this one", second.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Roof.Id, (await second.Ask("Ремонт кровли в школе №77")).Candidates.Select(candidate => candidate.LotId));
        await AnswersLikeAFreshOne(second);
    }

    [Fact]
    public async Task Without_a_file_and_with_one_that_cannot_be_written_it_works_as_well()
    {
        await using var off = await Filled("");
        await off.Register.Open(default);
        await off.Register.StopAsync(default);
        await using var barred = await Life.Begin(folder, clock, Path.Combine(folder, "bot.db", "below a file", Life.IndexFile));
        await barred.Register.Open(default);
        await barred.Register.StopAsync(default);

        Assert.False(File.Exists(IndexFile));
        Assert.Contains("The index could not be saved", barred.Log, StringComparison.Ordinal);
        await AnswersLikeAFreshOne(barred);
    }

    [Theory]
    [InlineData(100_000, 0, 26_000, false)]
    [InlineData(100_000, 0, 26_001, true)]
    [InlineData(100_000, 26_000, 1, true)]
    [InlineData(0, 0, 1_000, false)]
    public void An_index_is_old_when_a_quarter_of_its_lots_came_one_by_one(int lots, long taken, long more, bool isOld) =>
        Assert.Equal(isOld, new IndexMark(default, taken).IsOld(lots, more));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Life> Filled(string? indexFile = null)
    {
        var life = await Life.Begin(folder, clock, indexFile);
        await life.Fill(Lots);
        return life;
    }

    private async Task<Life> Opened() => await (await Life.Begin(folder, clock)).Opened();

    private async Task Saved()
    {
        await using var first = await Filled();
        await first.Register.Open(default);
        await first.Register.Save(default);
    }

    private void Damage(string damage)
    {
        var bytes = File.ReadAllBytes(IndexFile);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(IndexFile, damage switch
        {
            "empty" => [],
            "cut" => bytes[..(bytes.Length / 3)],
            "one bit" => bytes,
            _ => "PNG"u8.ToArray(),
        });
    }

    /// <summary>
    /// The lot that is meant is the same. How sure one is hangs a little on what names in two languages taught, which only a build learns.
    /// </summary>
    private async Task AnswersLikeAFreshOne(Life life)
    {
        await using var fresh = await (await Life.Begin(folder, clock, "")).Opened();
        Assert.StartsWith("Index built", fresh.Log, StringComparison.Ordinal);
        await AnswersAlike(fresh, life, same: 1, tolerance: 0.03);
    }

    /// <summary>Asked for every fifth lot in its own words.</summary>
    private static async Task AnswersAlike(Life expected, Life actual, int same = int.MaxValue, double tolerance = 0)
    {
        Assert.Equal(await Count(expected), await Count(actual));
        await using var db = expected.Store();
        foreach (var lot in db.Lots.AsEnumerable().Select(row => row.ToLot()).Where((_, at) => at % 5 == 0))
        {
            var text = $"{lot.Name.Ru} {lot.BuyerName.Ru} {lot.Amount}";
            var (one, other) = ((await expected.Ask(text)).Candidates, (await actual.Ask(text)).Candidates);
            Assert.Equal(one.Take(same).Select(candidate => candidate.LotId), other.Take(same).Select(candidate => candidate.LotId));
            Assert.All(one.Zip(other).Take(same), pair => Assert.Equal(pair.First.Confidence, pair.Second.Confidence, tolerance));
        }
    }

    private static async Task<int> Count(Life life) => (await life.Register.Index).Count;

    /// <summary>Lets time pass until it has come.</summary>
    private async Task Pushing(TimeSpan step, Func<bool> has)
    {
        for (var time = 0; !has() && time < 100; time++)
        {
            await clock.SomebodyWaits(TimeSpan.FromSeconds(1));
            clock.Push(step);
        }

        Assert.True(has());
    }
}
