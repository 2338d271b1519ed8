using System.Diagnostics;
using Bot.Lots;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Matching;

/// <summary>
/// The index as the service has it: at its first start from the documents of the store, here SQLite, and at later ones from its file.
/// </summary>
internal static class FromStore
{
    private const int Page = 4_000, Most = 200_000;

    public static async Task<object> Measure(LotSet set)
    {
        var folder = TemporaryHouse.Folder();
        try
        {
            await using var app = await TemporaryHouse.Open(folder, sample: true);
            var intake = app.Services.GetRequiredService<Intake>();
            foreach (var page in set.Lots().Take(Most).Chunk(Page))
                await intake.Take("lots", page, null, default);
            var register = app.Services.GetRequiredService<Register>();
            var clock = Stopwatch.StartNew();
            await register.Build(default);
            var (seconds, lots) = (clock.Elapsed.TotalSeconds, (await register.Index).Count);
            Say.Line($"  built from the store (SQLite): {lots} lots in {seconds:F1} s, {lots / seconds:F0} lots/s");
            clock.Restart();
            await register.Save(default);
            var (saved, megabytes) = (clock.Elapsed.TotalSeconds, new FileInfo(Path.Combine(folder, "bot.index")).Length / 1e6);
            Say.Line($"  saved in {saved:F2} s, {megabytes:F0} MB");
            await using var next = await TemporaryHouse.Open(folder, sample: false);
            clock.Restart();
            await next.Services.GetRequiredService<Register>().Open(default);
            var opened = clock.Elapsed.TotalSeconds;
            Say.Line($"  opened in {opened:F2} s");
            return new { lots, lotsPerSecond = (int)(lots / seconds), savedSeconds = saved, megabytes, openedSeconds = opened };
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
