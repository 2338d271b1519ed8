using System.Diagnostics;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Benchmarks.Messengers;

/// <summary>
/// Updates that come one to five times each, out of order, while the bot is killed again and again; whoever brings them tries until they are
/// acknowledged, as Telegram does. At the end: was each acted on once, was anything told twice, how long was nobody there after each kill.
/// </summary>
internal static class KilledMeasure
{
    private const int SecondsApart = 10;    // between kills, on the average, unless the flow is told its rate
    private const int Fastest = 200;
    private const int Nearby = 300;         // deliveries among which the order is drawn
    private const int MostCopies = 5;
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500), ToSettle = TimeSpan.FromMinutes(30), Soon = TimeSpan.FromMinutes(1);

    public static async Task<object> Run(string[] args, bool onPostgres)
    {
        var (count, kills, seed) = (args.Number("--updates", 2000), args.Number("--kills", 10), args.Number("--seed", Environment.TickCount & 0xFFFF));
        await Console.Error.WriteLineAsync($"--seed {seed}");
        var plan = new Errand(count);
        var deliveries = Deliveries(count, new Random(seed));
        var rate = args.Number("--per-second", Math.Clamp(deliveries.Count / (kills * SecondsApart), 1, Fastest));
        await using var stage = await Stage.Set(onPostgres, realPace: false, plan.People);
        await stage.StartReady();
        var clock = Stopwatch.StartNew();
        var flow = OpenLoop.Run(rate, deliveries.Count, async next =>
        {
            while (!await stage.Deliver(Errand.Update(deliveries[next])))
                await Task.Delay(Again);
            return true;
        });
        var deaths = await new Killer(stage, new Random(seed + 1)).Run(kills, TimeSpan.FromSeconds(deliveries.Count / (double)rate), flow);
        await flow;
        var brought = clock.Elapsed;
        var isSettled = await Settle(stage);
        return new
        {
            updates = count,
            deliveries = deliveries.Count,
            seed,
            deliveredInSeconds = Math.Round(brought.TotalSeconds),
            settledInSeconds = Math.Round(clock.Elapsed.TotalSeconds),
            isSettled,
            kills = deaths,
            acted = await stage.Look((db, seal) => Reckoning.Acts(db, seal, plan)),
            sent = await Reckoning.Sendings(stage),
        };
    }

    /// <summary>Each update one to five times; those that are near each other in any order.</summary>
    private static List<int> Deliveries(int count, Random dice) =>
    [
        .. Enumerable.Range(0, count).SelectMany(update => Enumerable.Repeat(update, dice.Next(1, MostCopies + 1)))
            .Select((update, place) => (update, place: place + dice.NextDouble() * Nearby)).OrderBy(pair => pair.place).Select(pair => pair.update),
    ];

    /// <summary>Everything was answered and has left, and nobody is to be woken soon.</summary>
    private static async Task<bool> Settle(Stage stage)
    {
        for (var until = DateTimeOffset.UtcNow + ToSettle; DateTimeOffset.UtcNow < until; await Task.Delay(Again))
        {
            var soon = DateTimeOffset.UtcNow + Soon;
            if (await stage.Look(async (db, _) => !await db.Inbox.AnyAsync(entry => entry.State == InboxState.Waiting || entry.State == InboxState.Held)
                && !await db.Outbox.AnyAsync(message => message.State == OutboxState.Pending || message.State == OutboxState.Leaving)
                && !await db.Set<Bot.Conversation.Person>().AnyAsync(person => person.WakeAt < soon)))
                return true;
        }

        return false;
    }
}
