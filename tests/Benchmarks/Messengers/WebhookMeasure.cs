using System.Diagnostics;

namespace Benchmarks.Messengers;

/// <summary>
/// The webhook under an even flow: how long until an update is acknowledged, its row durable; then, for each rate on a store of its own, whether
/// what waits for an answer grows. The pace to Telegram is not in the way: at its 30 a second the outbox would grow, whatever the bot can do.
/// </summary>
internal static class WebhookMeasure
{
    private const int Warm = 300, WarmPerSecond = 30;    // updates before the clock runs: code is compiled, caches are filled
    private const int People = 5_000;

    public static async Task<object> Run(string[] args, bool onPostgres)
    {
        var (rate, seconds) = (args.Number("--per-second", 200), args.Number("--seconds", 60));
        var acknowledged = await Measure(rate, seconds, onPostgres);
        List<object> sustained = [];
        foreach (var higher in args.Numbers("--rates", "500,1000"))
            sustained.Add(await Measure(higher, args.Number("--sustained", 600), onPostgres));
        return new { acknowledged, sustained };
    }

    private static async Task<object> Measure(int rate, int seconds, bool onPostgres)
    {
        await using var stage = await Stage.Set(onPostgres, realPace: false, People);
        await stage.StartReady();
        var people = new Flow(stage, People);
        await OpenLoop.Run(WarmPerSecond, Warm, _ => people.Next());
        var (start, done, cpu, clock) = (await stage.Health(), await stage.Answered(), stage.Bot.ProcessorTime, Stopwatch.StartNew());
        var flow = OpenLoop.Run(rate, rate * seconds, _ => people.Next());
        await Task.WhenAny(flow, Task.Delay(TimeSpan.FromSeconds(seconds / 2.0)));
        var half = await stage.Health();
        var latencies = await flow;
        var elapsed = clock.Elapsed.TotalSeconds;
        var (end, answered) = (await stage.Health(), await stage.Answered() - done);
        var processor = (stage.Bot.ProcessorTime - cpu).TotalMilliseconds;
        await Console.Error.WriteLineAsync($"{rate}/s: p99 {latencies.P99} ms, waiting {start.Waiting} → {half.Waiting} → {end.Waiting}");
        return new
        {
            perSecond = rate,
            seconds = Math.Round(elapsed, 1),
            p50Milliseconds = latencies.P50,
            p99Milliseconds = latencies.P99,
            worstMilliseconds = latencies.Worst,
            notAcknowledged = latencies.Failed,
            waitingAtStart = start.Waiting,
            waitingAtHalf = half.Waiting,
            waitingAtEnd = end.Waiting,
            grows = end.Waiting > start.Waiting + rate,    // by more than what one second brings
            answeredPerSecond = Math.Round(answered / elapsed, 1),
            unsentAtEnd = end.Unsent,
            botProcessorMillisecondsPerAnswered = answered == 0 ? 0 : Math.Round(processor / answered, 2),
        };
    }
}
