using System.Diagnostics;
using Bot.Lots;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Matching;

/// <summary>Building the index as the service does at its first start: from the documents of the store, here SQLite.</summary>
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
            return new { lots, lotsPerSecond = (int)(lots / seconds) };
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
