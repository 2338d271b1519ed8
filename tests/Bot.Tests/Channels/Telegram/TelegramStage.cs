using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Conversation;
using Bot.Storage;
using Fakes.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.Telegram;

/// <summary>The Telegram room of the bot in a real web application, facing a made-up Telegram.</summary>
internal sealed class TelegramStage : IAsyncDisposable
{
    public const string Group = "-1009000000001", Secret = "a-secret-of-the-webhook";
    private readonly WebApplication app;
    private readonly string folder;

    private TelegramStage(FakeTelegram telegram, WebApplication app, Mailbox mailbox, LogBook log, string folder) =>
        (Telegram, this.app, Mailbox, Log, this.folder) = (telegram, app, mailbox, log, folder);

    public FakeTelegram Telegram { get; }
    public Mailbox Mailbox { get; }
    public LogBook Log { get; }
    public IChannel Channel => app.Services.GetRequiredService<IChannel>();
    public string Url => app.Urls.First();

    /// <summary>The photographs that replies may show.</summary>
    public Album Album => (Album)app.Services.GetRequiredService<IPhotographs>();

    /// <param name="listens">Without it only sending is tried: nothing polls.</param>
    public static async Task<TelegramStage> Set(
        TimeProvider? clock = null, bool listens = true, bool webhook = false,
        FakeTelegram? telegram = null, string? token = null, string group = Group)
    {
        telegram ??= await FakeTelegram.Start(clock);
        while (true)
        {
            var port = webhook ? FreePort() : 0;
            var (mailbox, log, folder) = (new Mailbox(), new LogBook(), Directory.CreateTempSubdirectory("bot-telegram-").FullName);
            var app = Build(Settings(telegram, token, group, port), port, clock ?? TimeProvider.System, mailbox, log, folder);
            try
            {
                await using (var scope = app.Services.CreateAsyncScope())
                    await scope.ServiceProvider.GetRequiredService<BotDb>().Database.EnsureCreatedAsync();
                if (listens)
                    await app.StartAsync();
                return new TelegramStage(telegram, app, mailbox, log, folder);
            }
            catch (IOException) when (webhook)
            {
                await app.DisposeAsync();    // somebody took the port in between
            }
        }
    }

    private static Dictionary<string, string?> Settings(FakeTelegram telegram, string? token, string group, int port) => new()
    {
        ["Telegram:Token"] = token ?? telegram.Token,
        ["Telegram:ApiUrl"] = telegram.Url,
        ["Telegram:CoordinatorsChat"] = group,
        ["Telegram:Webhook:Url"] = port > 0 ? $"http://127.0.0.1:{port}/telegram" : null,
        ["Telegram:Webhook:Secret"] = Secret,
    };

    private static WebApplication Build(Dictionary<string, string?> settings, int port, TimeProvider clock, Mailbox mailbox, LogBook log, string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton(clock).AddSingleton<IMailbox>(mailbox).AddSingleton<IPhotographs>(new Album());
        builder.Services.AddSingleton(new CommandList("kk", [new MenuCommand("help", "Бот қалай көмектеседі")]));
        builder.Services.AddSingleton(new SpoolSettings { Folder = Path.Combine(folder, "spool") }).AddSingleton<Spool>().AddSingleton<Draining>()
            .AddDbContext<BotDb>(db => Databases.Choose(db, $"Data Source={Path.Combine(folder, "bot.db")};Pooling=False"))
            .AddSingleton(new Seal(KeyRing.Open(Path.Combine(folder, "bot.key"))));
        builder.Services.AddTelegram(builder.Configuration);
        var app = builder.Build();
        app.MapTelegram();
        return app;
    }

    /// <summary>What the room is made of, for a closer look.</summary>
    public T The<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Task<Delivery> Send(string recipient, string text, params Button[] buttons) =>
        Channel.Send(new Outgoing(1, recipient, new Reply(text, buttons), null), CancellationToken.None);

    public Task<Delivery> SendCard(string card, string text, string? hanging = null) =>
        Channel.Send(new Outgoing(3, Group, new Reply(text, []) { Card = card }, hanging), CancellationToken.None);

    public Task<Delivery> Edit(string recipient, string text, string card) =>
        Channel.Send(new Outgoing(2, recipient, new Reply(text, []), card), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Telegram.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
