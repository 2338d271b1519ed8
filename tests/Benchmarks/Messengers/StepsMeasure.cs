using System.Globalization;
using Bot.Channels;
using Bot.Conversation;
using Bot.Lots;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Messengers;

/// <summary>
/// The way of one message in one process, step by step and one after another, without HTTP: commands to the database, commits, milliseconds of
/// processor time and kilobytes of each step. Where the time of a message goes, whatever else the machine does.
/// </summary>
internal static class StepsMeasure
{
    private const int Warm = 60;    // people before those that count

    public static async Task<object> Run(string[] args, bool onPostgres)
    {
        var (count, waiting) = (args.Number("--people", 200), args.Number("--waiting", 0));
        await using var store = await Store.Make(onPostgres);
        await using var app = await TemporaryHouse.Open(store.Settings);
        await app.Services.GetRequiredService<SampleLoading>().Load(_ => { }, default);
        await app.Services.GetRequiredService<Register>().Build(default);
        using var counting = new CommandCount();
        var ledger = new Dictionary<string, Cost>();
        for (var number = 0; number < Warm; number++)
            await Walk(app.Services, counting, [], number);
        for (var number = 0; number < waiting; number++)
            await Receive(app.Services, new Townsman(1_000_000 + number), "/mine", 1);
        for (var number = Warm; number < Warm + count; number++)
            await Walk(app.Services, counting, ledger, number);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return ledger.ToDictionary(step => step.Key, step => step.Value.PerTime());
    }

    private static async Task Walk(IServiceProvider services, CommandCount counting, Dictionary<string, Cost> ledger, int number)
    {
        var person = new Townsman(number);
        string[] said = [person.Story(new Random(number)), person.Done];
        for (var turn = 0; turn < said.Length; turn++)
        {
            var name = turn == 0 ? "story" : "done";
            await Step($"{name}: receive", () => Receive(services, person, said[turn], turn));
            await using var scope = services.CreateAsyncScope();
            InboxEntry? entry = null;
            await Step($"{name}: take", async () => entry = (await scope.ServiceProvider.GetRequiredService<InboxQueue>().Take(1, default))[0]);
            var message = services.GetRequiredService<Mailbox>().Read(entry!);
            await Step($"{name}: answer", () => scope.ServiceProvider.GetRequiredService<Dialogue>().Hear(entry!, message, default));
            while (await Send(services, name, Step)) { }
        }

        Task Step(string name, Func<Task> act) => counting.Around(ledger.TryGetValue(name, out var known) ? known : ledger[name] = new Cost(), act);
    }

    private static async Task<bool> Send(IServiceProvider services, string name, Func<string, Func<Task>, Task> step)
    {
        await using var taking = services.CreateAsyncScope();
        OutboxMessage? message = null;
        await step($"{name}: take for sending", async () =>
            message = await taking.ServiceProvider.GetRequiredService<OutboxQueue>().Take("telegram", [OutboxKind.Answer, OutboxKind.Notice], [], 1, default) is [var first] ? first : null);
        if (message is null)
            return false;
        await using var settling = services.CreateAsyncScope();
        await step($"{name}: settle", () => settling.ServiceProvider.GetRequiredService<OutboxQueue>().Settle(new Dictionary<long, Delivery> { [message.Position] = new Delivery.Sent("1") }, default));
        return true;
    }

    private static Task Receive(IServiceProvider services, Townsman person, string text, int turn) => services.GetRequiredService<Mailbox>().Receive(new IncomingMessage
    {
        Channel = "telegram",
        ExternalId = string.Create(CultureInfo.InvariantCulture, $"message-{person.Number}-{turn}"),
        Sender = person.Chat.ToString(CultureInfo.InvariantCulture),
        Text = text,
        LanguageHint = person.Language,
        SentAt = TimeProvider.System.GetUtcNow(),
    }, default);
}
