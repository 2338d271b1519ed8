using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Messengers;

/// <summary>
/// The world of one measurement: a store with the bundled sample, a made-up Telegram as a process, and the bot as a process on one address
/// for all its lives. Updates come by the webhook: straight from us, or from the made-up Telegram.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    public const long Group = -1009000000001;
    private const string Secret = "only-for-benchmarks-0123456789";
    private const int Connections = 40;    // as many as Telegram opens to a webhook when it is not told otherwise

    /// <summary>As fast as the made-up Telegram takes it, where its pace would be measured instead of ours.</summary>
    private static readonly string[] Unhurried =
    [
        "--Telegram:Pace:PerSecond=10000", "--Telegram:Pace:AlertsPerSecond=10000", "--Telegram:Pace:SecondsBetween=0",
        "--Telegram:Pace:PerGroupMinute=100000",
    ];

    private readonly Store store;
    private readonly string[] settings;
    private readonly string url = $"http://127.0.0.1:{FreePort()}";
    private readonly HttpClient http;

    private Stage(Store store, TelegramProcess telegram, bool realPace)
    {
        (this.store, Telegram) = (store, telegram);
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(60) };
        settings =
        [
            .. store.Settings, $"--Web:Url={url}", $"--Telegram:ApiUrl={telegram.Url}", $"--Telegram:Token={telegram.Token}",
            $"--Telegram:CoordinatorsChat={Group}", $"--Telegram:Webhook:Url={url}/telegram", $"--Telegram:Webhook:Secret={Secret}",
            .. realPace ? [] : Unhurried,
        ];
    }

    public TelegramProcess Telegram { get; }
    public BotProcess Bot { get; private set; } = null!;

    /// <param name="realPace">Telegram's limits on both sides; without it neither the bot nor the made-up Telegram knows any.</param>
    /// <param name="people">How many people have opened the bot.</param>
    /// <param name="furnish">Puts more into the store than the sample, before the bot starts.</param>
    public static async Task<Stage> Set(bool onPostgres, bool realPace, int people, Func<IServiceProvider, Task>? furnish = null)
    {
        var store = await Store.Make(onPostgres);
        await using (var app = await TemporaryHouse.Open(store.Settings))
        {
            await app.Services.GetRequiredService<SampleLoading>().Load(_ => { }, default);
            if (furnish is not null)
                await furnish(app.Services);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var telegram = await TelegramProcess.Start(realPace);
        await telegram.OpenGroup(Group);
        await telegram.Acquaint(Townsman.FirstChat, people);
        return new Stage(store, telegram, realPace);
    }

    public void Start() => Bot = BotProcess.Start(store.Folder, settings);

    public async Task StartReady()
    {
        Start();
        await Bot.Ready();
    }

    public Task Run(params string[] verb) => BotProcess.Run(store.Folder, [.. settings, .. verb]);

    /// <summary>Brings an update as Telegram does. True when it was acknowledged, so that Telegram would not bring it again.</summary>
    public async Task<bool> Deliver(byte[] update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram") { Content = new ByteArrayContent(update) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    /// <summary>How many messages wait for an answer, and how many answers to leave.</summary>
    public async Task<(int Waiting, int Unsent)> Health()
    {
        var health = await http.GetFromJsonAsync<JsonElement>("/health");
        return (health.GetProperty("waiting").GetInt32(), health.GetProperty("unsent").GetInt32());
    }

    /// <summary>Looks into the store beside the bot.</summary>
    public async Task<T> Look<T>(Func<BotDb, Seal, Task<T>> look)
    {
        var options = new DbContextOptionsBuilder<BotDb>();
        Databases.Choose(options, store.Connection + (Databases.IsPostgres(store.Connection) ? "" : ";Pooling=False"));
        await using var db = new BotDb(options.Options);
        return await look(db, new Seal(KeyRing.Open(store.KeyFile)));
    }

    public Task<int> Answered() => Look((db, _) => db.Inbox.CountAsync(entry => entry.State == InboxState.Done));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (Bot is not null)
            await Bot.DisposeAsync();
        await Telegram.DisposeAsync();
        await store.DisposeAsync();
    }
}
