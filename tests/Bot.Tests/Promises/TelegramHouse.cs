using System.Net.Http.Json;
using System.Text.Json;
using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Conversation;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Triage;
using Fakes.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>The whole bot behind a made-up Telegram, with nothing that works by itself: a test brings updates and says when there is work.</summary>
internal sealed class TelegramHouse : IAsyncDisposable
{
    public const long Aigul = 1001, Berik = 1002, Desk = -500;
    public static readonly FakePerson Asel = new(2001, "Әсел"), Daniyar = new(2002, "Данияр");
    private static readonly string[] Unhurried =
        ["--Telegram:Pace:SecondsBetween=0", "--Telegram:Pace:PerGroupMinute=100000", "--Telegram:Pace:PerSecond=100000"];
    private readonly string folder = Directory.CreateTempSubdirectory("bot-house-").FullName;
    private readonly HttpClient http = new();
    private readonly bool ownsTelegram;
    private WebApplication app = null!;
    private long offset;

    private TelegramHouse(FakeTelegram telegram, TestClock clock, bool ownsTelegram) => (Telegram, Clock, this.ownsTelegram) = (telegram, clock, ownsTelegram);

    public FakeTelegram Telegram { get; }
    public TestClock Clock { get; }

    /// <summary>Settings by which a verb finds the same store.</summary>
    public IReadOnlyList<string> Store { get; private set; } = [];
    public IServiceProvider Services => app.Services;

    /// <param name="beside">Another bot on the same Telegram, with the same keys and a database of its own.</param>
    /// <param name="isPaced">Keeps the pace that Telegram asks for; else as fast as it can, as the clock stands still.</param>
    /// <param name="isReady">Without it the lots cannot be searched yet.</param>
    public static async Task<TelegramHouse> Open(bool onPostgres = false, TelegramHouse? beside = null, bool isPaced = false, bool isReady = true)
    {
        var clock = new TestClock(Transcript.StartOfTime);
        var house = new TelegramHouse(beside?.Telegram ?? await FakeTelegram.Start(beside?.Clock ?? clock), clock, beside is null);
        house.Telegram.Open(Desk, "Үйлестірушілер");
        var connection = onPostgres ? await Library.CopyToPostgres(house.folder) : await Library.CopyTo(house.folder);
        house.Store = [$"--ConnectionStrings:Bot={connection}", $"--Keys:File={Path.Combine(house.folder, "bot.key")}", $"--Log:Folder={house.folder}"];
        house.app = Bot.House.Build(
            [
                .. house.Store,
                "--Triage:Language=en", "--Signs:PopulationFile=", $"--Telegram:Token={house.Telegram.Token}", $"--Telegram:ApiUrl={house.Telegram.Url}",
                $"--Telegram:CoordinatorsChat={Desk}", .. isPaced ? [] : Unhurried,
            ],
            services => services.AddSingleton<TimeProvider>(clock));
        if (isReady)
            await house.MakeReady();
        house.The<Market>().Use(await Library.Population());
        return house;
    }

    public T The<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async Task MakeReady()
    {
        var (index, places) = await Library.Register();
        The<Register>().Use(index, places);
    }

    /// <summary>What people have done since the last time, as Telegram tells it.</summary>
    public async Task<IReadOnlyList<JsonElement>> Updates()
    {
        using var answer = await http.PostAsJsonAsync($"{Telegram.Url}/bot{Telegram.Token}/getUpdates", new { offset, limit = 100, timeout = 0 });
        using var told = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        List<JsonElement> updates = [.. told.RootElement.GetProperty("result").EnumerateArray().Select(update => update.Clone())];
        offset = updates.Count == 0 ? offset : updates[^1].GetProperty("update_id").GetInt64() + 1;
        return updates;
    }

    public Task Bring(JsonElement update) => The<Reception>().Take(update, default);

    /// <summary>Brings everything that people have done, and does everything that follows from it.</summary>
    public async Task Go()
    {
        foreach (var update in await Updates())
            await Bring(update);
        await Settle();
    }

    /// <summary>All that is to be done now; every step takes a millisecond, so that no two things happen at once.</summary>
    public async Task Settle()
    {
        for (var worked = true; worked;)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(1));
            worked = await The<Answering>().AnswerNext(default);
            worked |= await The<CaseOpening>().OpenAndRedraw(default) > 0;
            worked |= await The<Outbox>().SendNext(default);
        }
    }

    public async Task Say(long person, string text)
    {
        Telegram.Say(person, text);
        await Go();
    }

    /// <summary>Presses the button of this name under the newest message that has it.</summary>
    public async Task Press(long chat, string label, FakePerson? from = null)
    {
        var (message, data) = Button(chat, label);
        Telegram.Press(chat, message, data, from);
        await Go();
    }

    public (long Message, string Data) Button(long chat, string label) => Telegram.Messages(chat).Reverse()
        .SelectMany(message => message.Buttons.Select(button => (message.MessageId, button))).Where(pair => pair.button.Text == label)
        .Select(pair => (pair.MessageId, pair.button.Data!)).First();

    public string Last(long chat) => Telegram.Messages(chat)[^1].Text;

    /// <summary>A tip about a lot that is named in it, filed.</summary>
    public async Task File(long person, string words = "Too dear, lot 85634585-ЗЦП1")
    {
        await Say(person, words);
        await Press(person, "Done");
        Assert.Contains("Your number", string.Concat(Telegram.Messages(person).Select(message => message.Text)), StringComparison.Ordinal);
    }

    public async Task<T> Look<T>(Func<BotDb, Task<T>> look)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<BotDb>());
    }

    /// <summary>Something for a person stands in the outbox.</summary>
    public Task Write(long person, string text, OutboxKind kind = OutboxKind.Answer) => Look(async db =>
    {
        var seal = The<Seal>();
        db.Outbox.Add(new OutboxMessage
        {
            Channel = TelegramChannel.ChannelName,
            Lane = $"lane of {person}",
            Recipient = seal.Close($"{person}"),
            Payload = seal.Close(JsonSerializer.SerializeToUtf8Bytes(new Reply(text, []))),
            Event = text,
            Kind = kind,
            CreatedAt = Clock.GetUtcNow(),
            NotBefore = Clock.GetUtcNow(),
        });
        return await db.SaveChangesAsync();
    });

    /// <summary>Sends what may leave now.</summary>
    public async Task Send()
    {
        while (await The<Outbox>().SendNext(default))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
        if (ownsTelegram)
            await Telegram.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
