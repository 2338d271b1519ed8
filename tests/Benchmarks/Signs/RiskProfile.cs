using System.Diagnostics;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Risk;

namespace Benchmarks.Signs;

/// <summary>Where the time of a lot goes: reading its case file, and each indicator by itself, in microseconds on one thread.</summary>
internal static class RiskProfile
{
    private const int Sample = 20_000, Page = 512;

    public static async Task<int> Of(string folder)
    {
        await using var app = await RiskStore.Open(folder);
        var market = app.Services.GetRequiredService<Bot.Signs.Market>();
        await market.Renew(default);
        var population = market.Now!;
        var catalogue = population.Catalogue;
        var (reading, judging) = (new Stopwatch(), new Stopwatch());
        Dictionary<string, (Stopwatch Clock, double First)> clocks = RiskCheck.Indicators.ToDictionary(one => one.Code, _ => (new Stopwatch(), 0.0));
        var (last, lots) = (0L, 0);
        for (var more = true; more && lots < Sample;)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var rows = scope.ServiceProvider.GetRequiredService<RegisterDb>().Lots.Where(row => row.Id > last).OrderBy(row => row.Id).Take(Page);
            reading.Start();
            var batch = await rows.Read(default);
            var files = await scope.ServiceProvider.GetRequiredService<CaseFiles>().Of(batch, population.AsOf, population, default);
            reading.Stop();
            foreach (var indicator in RiskCheck.Indicators)
            {
                var clock = clocks[indicator.Code].Clock;
                var (before, isFirst) = (clock.Elapsed, lots == 0);
                clock.Start();
                for (var at = 0; at < files.Count; at++)
                {
                    indicator.Judge(files[at], catalogue);
                    if (isFirst && at == 0)    // baselines are worked out on the first question
                    {
                        clocks[indicator.Code] = (clock, clock.Elapsed.TotalSeconds);
                        clock.Restart();
                    }
                }

                clock.Stop();
            }

            judging.Start();
            foreach (var file in files)
                RiskCheck.Run(file, catalogue);
            judging.Stop();
            (last, lots, more) = (batch.Count > 0 ? batch[^1].Id : last, lots + batch.Count, batch.Count == Page);
        }

        return TemporaryHouse.Print(new
        {
            lots,
            readingMicroseconds = Math.Round(reading.Elapsed.TotalMicroseconds / lots, 1),
            judgingMicroseconds = Math.Round(judging.Elapsed.TotalMicroseconds / lots, 1),
            indicators = clocks.OrderByDescending(one => one.Value.Clock.Elapsed).ToDictionary(
                one => one.Key, one => Math.Round(one.Value.Clock.Elapsed.TotalMicroseconds / lots, 2)),
            baselineSeconds = clocks.Where(one => one.Value.First > .05).ToDictionary(one => one.Key, one => Math.Round(one.Value.First, 2)),
        });
    }
}
