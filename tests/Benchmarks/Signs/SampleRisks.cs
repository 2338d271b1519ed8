using System.Diagnostics;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Risk;

namespace Benchmarks.Signs;

/// <summary>Every lot of the sample through every indicator, its case file read from the store: base rates and time.</summary>
internal static class SampleRisks
{
    public static async Task<int> Run()
    {
        var folder = TemporaryHouse.Folder();
        await using var app = await TemporaryHouse.Open(folder, sample: true);
        await using var scope = app.Services.CreateAsyncScope();
        var lots = await scope.ServiceProvider.GetRequiredService<RegisterDb>().Lots.Read(default);
        var signs = scope.ServiceProvider.GetRequiredService<LotSigns>();
        List<Finding> findings = [];
        List<double> milliseconds = [];
        foreach (var lot in lots)
        {
            var clock = Stopwatch.StartNew();
            findings.AddRange((await signs.Check(lot, lots.Max(other => other.Published) ?? DateTimeOffset.UnixEpoch, default)).Findings);
            milliseconds.Add(clock.Elapsed.TotalMilliseconds);
        }

        milliseconds.Sort();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return TemporaryHouse.Print(new
        {
            lots = lots.Count,
            p50Milliseconds = Math.Round(milliseconds.At(.5), 2),
            p99Milliseconds = Math.Round(milliseconds.At(.99), 2),
            states = findings.GroupBy(finding => finding.Code).ToDictionary(group => group.Key,
                group => group.GroupBy(finding => finding.State).ToDictionary(state => state.Key.ToString(), state => state.Count())),
        });
    }
}
