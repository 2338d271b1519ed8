using Bot.Channels;
using Bot.Channels.WhatsApp;
using Bot.Conversation;
using Bot.Operations;
using Bot.Storage;
using Bot.Tests.Channels.Telegram;
using Fakes;
using Fakes.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>The whole bot without a register, listening for a made-up Twilio; what works in the background works when asked.</summary>
internal sealed class WhatsAppStage : IAsyncDisposable
{
    public const string Number = "+77010000001";
    private readonly string folder = Directory.CreateTempSubdirectory("bot-whatsapp-").FullName;
    private WebApplication app = null!;

    public required PushedClock Clock { get; init; }
    public LogBook Log { get; } = new();
    public required FakeTwilio Twilio { get; init; }
    public WhatsAppPerson Person => Twilio.Person(Number, "Айгүл");
    public string Spool => Path.Combine(folder, "spool");
    public string Url => app.Urls.First();
    public IServiceProvider Services => app.Services;
    public T The<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <param name="shelf">The catalogue is at Twilio, its templates approved.</param>
    public static async Task<WhatsAppStage> Set(bool shelf = false, Action<IServiceCollection>? furnish = null, params string[] settings)
    {
        var clock = new PushedClock();
        var stage = new WhatsAppStage { Twilio = await FakeTwilio.Start(clock), Clock = clock };
        if (shelf)
            stage.Stock();
        var port = FreePort();
        stage.app = Bot.House.Build(
            [
                $"--ConnectionStrings:Bot=Data Source={Path.Combine(stage.folder, "bot.db")};Pooling=False", $"--Keys:File={Path.Combine(stage.folder, "bot.key")}",
                $"--Log:Folder={stage.folder}", $"--Spool:Folder={stage.Spool}", "--Sample:Load=false", "--Lots:IndexFile=", "--Signs:PopulationFile=",
                $"--WhatsApp:AccountSid={stage.Twilio.AccountSid}", $"--WhatsApp:AuthToken={stage.Twilio.AuthToken}",
                $"--WhatsApp:Sender={stage.Twilio.Sender["whatsapp:".Length..]}", $"--WhatsApp:ApiUrl={stage.Twilio.Url}",
                $"--WhatsApp:ContentUrl={stage.Twilio.Url}", $"--WhatsApp:MessagingUrl={stage.Twilio.Url}",
                $"--WhatsApp:PublicUrl=http://127.0.0.1:{port}", "--WhatsApp:Pace:SecondsBetween=0", .. settings,
            ],
            services =>
            {
                services.AddSingleton<TimeProvider>(clock).AddLogging(logging => logging.AddProvider(stage.Log));
                furnish?.Invoke(services);
            });
        await stage.The<Opening>().Store(default);
        await stage.The<Bot.Lots.Register>().Build(default);
        stage.app.Urls.Add($"http://127.0.0.1:{port}");
        await stage.app.StartAsync();
        stage.Twilio.Webhook = $"{stage.Url}/whatsapp#rc=5&rp=all";
        return stage;
    }

    /// <summary>Everything of the catalogue is at Twilio, templates approved.</summary>
    public void Stock()
    {
        foreach (var entry in Catalogue.All())
            Twilio.AddContent(entry.Language, entry.Name, entry.Types, entry.Variables, entry.IsTemplate ? "approved" : null);
    }

    /// <summary>Waits until the last webhooks were taken, then lets the bot answer until nothing is left to do.</summary>
    public async Task Settle()
    {
        await Taken();
        while (await The<Answering>().AnswerNext(default) | await The<Outbox>().SendNext(default))
        {
        }
    }

    /// <summary>Every message of people so far was brought to the bot, whatever it said.</summary>
    public Task Taken() => Twilio.WaitFor(fake => fake.Webhooks.Count(hook => hook.Kind == "message") >= said);

    private int said;

    public async Task Say(string text, WhatsAppPerson? person = null)
    {
        said++;
        (person ?? Person).Says(text);
        await Settle();
    }

    /// <summary>Something else that a person does: it brings one webhook.</summary>
    public async Task Do(Func<WhatsAppPerson, string> act)
    {
        said++;
        act(Person);
        await Settle();
    }

    public async Task<T> In<T>(Func<BotDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<BotDb>());
    }

    public Task<Contact> Contact() => In(db => db.Contacts.AsNoTracking().SingleAsync());

    /// <summary>A row of the outbox for the person who has written, as news on a tip.</summary>
    public async Task<long> Put(string text, OutboxKind kind = OutboxKind.Notice, params Button[] buttons)
    {
        var seal = The<Seal>();
        var id = (await Contact()).Id;
        var row = new OutboxMessage
        {
            Channel = "whatsapp",
            Lane = Contacts.LaneOf(seal, id),
            Recipient = seal.Close(id.ToString("n")),
            Payload = seal.Close(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Reply(text, buttons))),
            Event = $"test:{Guid.NewGuid()}",
            Kind = kind,
            CreatedAt = Clock.GetUtcNow(),
            NotBefore = Clock.GetUtcNow(),
        };
        await In(async db =>
        {
            db.Outbox.Add(row);
            return await db.SaveChangesAsync();
        });
        return row.Position;
    }

    public Task<OutboxMessage> Row(long position) => In(db => db.Outbox.AsNoTracking().SingleAsync(row => row.Position == position));

    /// <summary>The row comes to this state, by what Twilio says later.</summary>
    public async Task<OutboxMessage> Becomes(long position, OutboxState state)
    {
        while (true)
        {
            var seen = Twilio.Webhooks.Count;
            if (await Row(position) is var row && row.State == state)
                return row;
            await Twilio.WaitFor(fake => fake.Webhooks.Count > seen);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Twilio.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
