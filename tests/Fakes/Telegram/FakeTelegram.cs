using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>A Telegram of one's own: a strict Bot API on a free port, and people who write, press, edit and block.</summary>
public sealed partial class FakeTelegram : IAsyncDisposable
{
    /// <summary>A token of the right shape that opens nothing in the world.</summary>
    public const string UsualToken = "7000000001:AAFakeFakeFakeFakeFakeFakeFakeFake-_x";

    private readonly World world;
    private readonly People people;
    private readonly WebhookPush push;
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopped = new();
    private readonly Task pushing;

    private FakeTelegram(World world, WebApplication app, Server server)
    {
        (this.world, this.app) = (world, app);
        people = new People(world);
        push = new WebhookPush(world, server.CarryOut);
        pushing = Task.Run(() => push.Run(stopped.Token));
    }

    /// <summary>Without a slash at the end.</summary>
    public string Url => app.Urls.First();

    public string Token => world.Token;
    public string BotUsername => world.Bot.Username!;

    /// <summary>Every call so far, getUpdates too, in the order they were answered.</summary>
    public IReadOnlyList<FakeCall> Calls
    {
        get
        {
            lock (world.Gate)
                return [.. world.Calls];
        }
    }

    /// <summary>The calls after the first <paramref name="count"/>.</summary>
    public IReadOnlyList<FakeCall> CallsAfter(int count)
    {
        lock (world.Gate)
            return [.. world.Calls.Skip(count)];
    }

    /// <summary>How many updates the bot has not acknowledged.</summary>
    public int Unacknowledged
    {
        get
        {
            lock (world.Gate)
                return world.Queue.Count;
        }
    }

    /// <param name="limits">How fast the bot may send; without it as fast as it likes.</param>
    public static async Task<FakeTelegram> Start(
        TimeProvider? clock = null, int port = 0, string token = UsualToken, Limits? limits = null)
    {
        var app = Doorstep.Build(port, largestBody: 60 * 1024 * 1024);
        var world = new World(clock ?? TimeProvider.System, token, limits ?? Limits.None);
        var server = new Server(world);
        var fake = new FakeTelegram(world, app, server);
        new Control(fake).Map(app);
        app.MapFallback("{**path}", server.Handle);
        await app.StartAsync();
        return fake;
    }

    public bool IsConfirmed(string press)
    {
        lock (world.Gate)
            return world.Presses[press].Answered;
    }

    public IReadOnlyList<long> Chats
    {
        get
        {
            lock (world.Gate)
                return [.. world.Chats.Keys];
        }
    }

    /// <summary>What kind of chat it is, as the Bot API tells it.</summary>
    public JsonObject About(long chat)
    {
        lock (world.Gate)
            return world.ChatOf(chat).ToJson();
    }

    /// <summary>The chat as it looks now: what people wrote and what the bot answered, with all edits done.</summary>
    public IReadOnlyList<FakeMessage> Everything(long chat)
    {
        lock (world.Gate)
            return world.Chats.TryGetValue(chat, out var found)
                ? [.. found.Messages.Values.Select(message => found.Show(message, world.Bot.Id))]
                : [];
    }

    /// <summary>The bot's own messages in a chat as they look now.</summary>
    public IReadOnlyList<FakeMessage> Messages(long chat) => [.. Everything(chat).Where(message => message.ByBot)];

    /// <summary>The menu of commands in a language.</summary>
    public JsonArray? Commands(string language = "")
    {
        lock (world.Gate)
            return world.Commands.GetValueOrDefault(language)?.DeepClone().AsArray();
    }

    /// <summary>Waits until <paramref name="look"/> sees something that is neither null nor false.</summary>
    public Task<T> WaitFor<T>(Func<FakeTelegram, T?> look) =>
        world.WaitFor(() => look(this), () => $"Calls so far: {string.Join(", ", Calls.Select(call => $"{call.Method} {call.Status}"))}");

    /// <summary>Waits until the bot has said this many messages in the chat.</summary>
    public Task<IReadOnlyList<FakeMessage>> WaitForMessages(long chat, int count = 1) =>
        WaitFor(fake => fake.Messages(chat) is { } said && said.Count >= count ? said : null);

    /// <summary>Completes when the process is asked to end.</summary>
    public Task UntilStopped() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        if (stopped.IsCancellationRequested)
            return;
        await stopped.CancelAsync();
        await pushing;
        await app.StopAsync();
        await app.DisposeAsync();
        push.Dispose();
    }
}
