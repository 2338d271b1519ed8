using Bot;
using Bot.Alerts;
using Bot.Channels.Web;
using Bot.Conversation;
using Bot.Lots;
using Bot.Operations;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Browser.Tests;

/// <summary>The whole service as it runs for people: every worker, a database in a folder of its own, the bundled sample.</summary>
public sealed class RealBot : IAsyncLifetime, IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Filled = new(Fill);    // loaded once; every bot gets a copy
    private readonly string folder = Directory.CreateTempSubdirectory("bot-browser-").FullName;
    private readonly string language;
    private WebApplication? house;

    public RealBot() : this("kk")
    {
    }

    private RealBot(string language) => this.language = language;

    public string Url { get; private set; } = "http://127.0.0.1:0";

    /// <param name="language">What the coordinators speak.</param>
    public static async Task<RealBot> Start(string language)
    {
        var bot = new RealBot(language);
        await bot.InitializeAsync();
        return bot;
    }

    public async Task InitializeAsync()
    {
        foreach (var file in Directory.GetFiles(await Filled.Value))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await Open();
    }

    /// <summary>Starts the service as its first verb does, after a <see cref="Close"/> at the same address as before.</summary>
    public async Task Open()
    {
        house = House.Build([.. Settings(folder, "True"), "--Triage:Language=" + language, "--Web:LeaveTo=http://127.0.0.1:1/"], works: true);
        var opening = house.Services.GetRequiredService<Opening>();
        await opening.Store(CancellationToken.None);
        await opening.Index(CancellationToken.None);
        await opening.Recover(CancellationToken.None);
        house.Urls.Add(Url);
        await house.StartAsync();
        Url = house.Urls.Single();
    }

    public async Task Close()
    {
        if (house is null)
            return;
        await house.StopAsync();
        await house.DisposeAsync();
        house = null;
    }

    /// <summary>A one-time link for one more coordinator.</summary>
    public async Task<string> Invite() =>
        $"{Url}/triage?key={await house!.Services.GetRequiredService<CoordinatorDoor>().Invite(CancellationToken.None)}";

    /// <summary>So many people each tell of another lot, and are done.</summary>
    public async Task Tell(int people)
    {
        var mailbox = house!.Services.GetRequiredService<IMailbox>();
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var lots = await scope.ServiceProvider.GetRequiredService<RegisterDb>().Lots.OrderByDescending(lot => lot.Id).Select(lot => lot.Number)
            .Take(people).ToListAsync();
        foreach (var (lot, person) in lots.Select((lot, at) => (lot, $"person-{at}")))
            foreach (var text in (string[])[$"{lot} туралы: бағасы көрші мектептегіден екі есе қымбат, құжатын көрсетпейді", "бітті"])
                await mailbox.Receive(new IncomingMessage
                {
                    Channel = WebChannel.ChannelName,
                    ExternalId = person + text,
                    Sender = person,
                    Text = text,
                    SentAt = DateTimeOffset.UtcNow,
                }, CancellationToken.None);
        while (await db.Outbox.CountAsync(message => message.Card != null && message.State == OutboxState.Sent) < people)
            await Task.Delay(100);    // the workers have their own pace
    }

    public async Task Import(string file)
    {
        await using var stream = File.OpenRead(file);
        await house!.Services.GetRequiredService<Intake>().Take(Path.GetFileName(file), stream, null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Directory.Delete(folder, recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private static async Task<string> Fill()
    {
        var folder = Directory.CreateTempSubdirectory("bot-sample-").FullName;
        await using var house = House.Build(Settings(folder, pooling: "False"));    // its file is complete when it is closed
        await house.Services.GetRequiredService<Opening>().Store(CancellationToken.None);
        await house.Services.GetRequiredService<SampleLoading>().Load(_ => { }, CancellationToken.None);
        var noticing = house.Services.GetRequiredService<NewLots>();
        while (await noticing.Notice(CancellationToken.None) > 0)
        {
        }

        return folder;
    }

    private static string[] Settings(string folder, string pooling) =>
    [
        $"--ConnectionStrings:Bot=Data Source={Path.Combine(folder, "bot.db")};Pooling={pooling}",
        $"--Keys:File={Path.Combine(folder, "bot.key")}", $"--Log:Folder={folder}",
        $"--Lots:IndexFile={Path.Combine(folder, "bot.index")}",
    ];
}
