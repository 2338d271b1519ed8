using System.Diagnostics;

namespace Benchmarks.Messengers;

/// <summary>An even flow for a long time: the resident memory of the bot after five minutes against that at the end. Pace is off on both sides.</summary>
internal static class SoakMeasure
{
    private const int People = 20_000;
    private const int Parts = 12;    // five minutes of an hour
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    public static async Task<object> Run(string[] args, bool onPostgres)
    {
        var (rate, time) = (args.Number("--per-second", 20), TimeSpan.FromMinutes(args.Number("--minutes", 60)));
        await using var stage = await Stage.Set(onPostgres, realPace: false, People);
        await stage.StartReady();
        var people = new Flow(stage, People);
        List<(TimeSpan At, double Megabytes)> seen = [];
        var clock = Stopwatch.StartNew();
        var flow = OpenLoop.Run(rate, (int)(rate * time.TotalSeconds), _ => people.Next());
        while (!flow.IsCompleted)
        {
            seen.Add((clock.Elapsed, stage.Bot.Megabytes));
            await Task.WhenAny(flow, Task.Delay(Look));
        }

        var (latencies, part) = (await flow, time / Parts);
        var (early, late) = (Middle(seen, part, part / 2), Middle(seen, time, part / 2));
        var end = await stage.Health();
        return new
        {
            perSecond = rate,
            minutes = time.TotalMinutes,
            megabytesAfterATwelfth = Math.Round(early, 1),
            megabytesAtEnd = Math.Round(late, 1),
            growth = Math.Round(late / early - 1, 4),
            peakMegabytes = Math.Round(seen.Max(sample => sample.Megabytes), 1),
            everyTwelfth = Enumerable.Range(1, Parts).Select(number => Math.Round(Middle(seen, part * number, part / 2), 1)),
            notAcknowledged = latencies.Failed,
            waitingAtEnd = end.Waiting,
            unsentAtEnd = end.Unsent,
        };
    }

    /// <summary>The middle one of what was seen in the time before this moment: a collection just before or after it does not decide.</summary>
    private static double Middle(List<(TimeSpan At, double Megabytes)> seen, TimeSpan at, TimeSpan before) =>
        seen.Where(sample => sample.At <= at && sample.At > at - before).Select(sample => sample.Megabytes).DefaultIfEmpty(double.NaN).Order().ToList().At(.5);
}
