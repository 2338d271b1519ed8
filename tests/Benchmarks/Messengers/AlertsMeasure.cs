using System.Diagnostics;
using System.Globalization;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Benchmarks.Messengers;

/// <summary>
/// One new lot of a buyer whom ten thousand follow, with Telegram's limits on: how long until all have heard of it, at what pace, and how
/// long one of them waits meanwhile for an answer.
/// </summary>
internal static class AlertsMeasure
{
    private const int Window = 10;    // seconds, over which the pace is counted
    private const double Wanted = 25, Tolerance = .05;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(30);

    public static async Task<object> Run(string[] args, bool onPostgres)
    {
        var count = args.Number("--followers", 10_000);
        var lot = NewLot.Invent();
        await using var stage = await Stage.Set(onPostgres, realPace: true, count, services => Following.Enrol(services, count, lot.Buyer));
        await stage.StartReady();
        using var letters = new Letterbox(stage.Telegram);
        await Ask(stage, letters, new Townsman(0));    // the first answer of a fresh process is slow
        var cpu = stage.Bot.ProcessorTime;
        var before = DateTimeOffset.UtcNow;
        await stage.Run("import", lot.File);
        var came = DateTimeOffset.UtcNow;
        var answers = await AskUntilAllHaveHeard(stage, letters, count);
        await Task.Delay(Every);    // the last that left are written down
        var alerts = (await stage.Telegram.CallsAfter(0)).Where(call => call.IsMessage && call.At >= before && call.Text!.Contains(lot.Number, StringComparison.Ordinal)).ToList();
        File.Delete(lot.File);
        return await Figures(stage, count, alerts, came, answers, stage.Bot.ProcessorTime - cpu);
    }

    private static async Task<Latencies> AskUntilAllHaveHeard(Stage stage, Letterbox letters, int count)
    {
        var (dice, clock, most) = (new Random(1), Stopwatch.StartNew(), TimeSpan.FromSeconds(120 + 2 * count / Wanted));
        List<Task<double?>> asked = [];
        while (clock.Elapsed < most)
        {
            asked.Add(Ask(stage, letters, new Townsman(dice.Next(count))));
            await Task.Delay(Every);
            var told = await Told(stage, OutboxState.Sent) + await Told(stage, OutboxState.Unknown) + await Told(stage, OutboxState.Refused);
            if (asked.Count % 10 == 0)
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:F0} s: {told} have heard"));
            if (told >= count)
                break;
        }

        var times = await Task.WhenAll(asked);
        return new Latencies([.. times.OfType<double>().Order()], times.Count(time => time is null));
    }

    private static async Task<double?> Ask(Stage stage, Letterbox letters, Townsman person)
    {
        var meant = DateTimeOffset.UtcNow;
        await stage.Telegram.Say(person, "/mine");
        return (await letters.Wait(person.Chat, meant, Patience, call => !call.Text!.Contains(NewLot.Prefix, StringComparison.Ordinal)))?.At is { } at
            ? (at - meant).TotalMilliseconds : null;
    }

    private static Task<int> Told(Stage stage, OutboxState state) =>
        stage.Look((db, _) => db.Outbox.CountAsync(message => message.Kind == OutboxKind.Alert && message.State == state));

    private static async Task<object> Figures(Stage stage, int count, List<Call> alerts, DateTimeOffset came, Latencies answers, TimeSpan processor)
    {
        var (refused, tooEarly) = await stage.Telegram.Pace();
        var first = alerts.Select(call => call.At).DefaultIfEmpty(came).Min();
        var last = alerts.Select(call => call.At).DefaultIfEmpty(came).Max();
        var windows = alerts.GroupBy(call => (int)((call.At - first).TotalSeconds / Window)).OrderBy(window => window.Key)
            .Take((int)((last - first).TotalSeconds / Window)).Select(window => window.Count() / (double)Window).ToList();    // the last one is not full
        return new
        {
            followers = count,
            delivered = alerts.Select(call => call.Chat).Distinct().Count(),
            secondsToFirst = Math.Round((first - came).TotalSeconds, 1),
            secondsToAll = Math.Round((last - came).TotalSeconds, 1),
            perSecond = Math.Round(alerts.Count / Math.Max(1, (last - first).TotalSeconds), 2),
            slowestTenSeconds = windows.DefaultIfEmpty().Min(),
            fastestTenSeconds = windows.DefaultIfEmpty().Max(),
            tenSecondsWithinFivePercent = windows.Count == 0 ? 0 : Math.Round(windows.Count(rate => Math.Abs(rate - Wanted) <= Wanted * Tolerance) / (double)windows.Count, 3),
            refusedWith429 = refused,
            sentTooEarly = tooEarly,
            answers = answers.Sorted.Count,
            notAnswered = answers.Failed,
            answerP50Milliseconds = answers.P50,
            answerP95Milliseconds = answers.P95,
            answerWorstMilliseconds = answers.Worst,
            sentTwice = alerts.GroupBy(call => call.Chat).Sum(chat => chat.Count() - 1),
            unknown = await stage.Look((db, _) => db.Outbox.CountAsync(message => message.State == OutboxState.Unknown)),
            botProcessorSeconds = Math.Round(processor.TotalSeconds, 1),
        };
    }
}
