using System.Diagnostics;
using Bot.Conversation;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks;

/// <summary>Many people tell a tip at once and press "Done": from the message stored to the answer in the outbox, SQLite, all in one process.</summary>
internal static class ChatBenchmark
{
    public static async Task<int> Run(string[] args)
    {
        var people = args.Number("--people", 200);
        var perSecond = args.Number("--per-second", 20);
        var folder = TemporaryHouse.Folder();
        await using var app = await TemporaryHouse.Open(folder, sample: true, working: true);
        await app.Services.GetRequiredService<Register>().Build(default);
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        var loading = args.Number("--while-loading", 0) is > 0 and var lots ? await Load(app.Services, folder, lots) : Task.FromResult(0.0);
        var asked = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, people).Select(async person =>
        {
            await Task.Delay(TimeSpan.FromSeconds(person / (double)perSecond));
            await Say(app.Services, person, 1, "Караганда 42 мектеп 20 банка бояуды 8000 теңгеден алды");
            await Say(app.Services, person, 2, "бітті");
        }));
        var milliseconds = await Answers(app.Services, people);
        var (seconds, wasLoading) = (asked.Elapsed.TotalSeconds, !loading.IsCompleted);
        var loaded = await loading;
        await app.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return TemporaryHouse.Print(new
        {
            tips = people,
            tipsPerSecond = perSecond,
            seconds = Math.Round(seconds, 1),
            answerP50Milliseconds = Math.Round(milliseconds.At(.5)),
            answerP95Milliseconds = Math.Round(milliseconds.At(.95)),
            answerP99Milliseconds = Math.Round(milliseconds.At(.99)),
            loadSeconds = Math.Round(loaded, 1),
            loadOutlastedTheTips = wasLoading,
        });
    }

    /// <summary>Lots that come in meanwhile, in the same process. Returns when they have begun to.</summary>
    private static Task<Task<double>> Load(IServiceProvider services, string folder, int lots)
    {
        var file = Path.Combine(folder, "lots.jsonl");
        Lots.Invent(file, lots);
        var begun = new TaskCompletionSource<Task<double>>();
        var load = Task.Run(async () =>
        {
            var clock = Stopwatch.StartNew();
            await using var stream = File.OpenRead(file);
            await services.GetRequiredService<Intake>().Take("lots", stream, _ => begun.TrySetResult(null!), default);
            return clock.Elapsed.TotalSeconds;
        });
        return begun.Task.ContinueWith(_ => load, TaskScheduler.Default);
    }

    private static Task Say(IServiceProvider services, int person, int number, string text) =>
        services.GetRequiredService<IMailbox>().Receive(new IncomingMessage
        {
            Channel = "web",
            ExternalId = $"{person}:{number}",
            Sender = $"person{person}",
            Text = text,
            SentAt = TimeProvider.System.GetUtcNow(),
        }, default);

    /// <summary>For each "done": how long until the answer to it was sent. The event of an answer names the message it answers.</summary>
    private static async Task<List<double>> Answers(IServiceProvider services, int people)
    {
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            var done = await db.Inbox.Where(entry => entry.ExternalId.EndsWith(":2")).ToDictionaryAsync(entry => $"answer:{entry.Position}:0", entry => entry.ReceivedAt);
            var sent = await db.Outbox.Where(message => message.SentAt != null).Select(message => new { message.Event, message.SentAt }).ToListAsync();
            var times = sent.Where(message => done.ContainsKey(message.Event)).Select(message => (message.SentAt!.Value - done[message.Event]).TotalMilliseconds).Order().ToList();
            if (times.Count == people)
                return times;
            await Task.Delay(100);
        }
    }
}
