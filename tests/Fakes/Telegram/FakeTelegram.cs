using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>A Telegram of one's own: a strict Bot API on a free port, and people who write, press, edit and block.</summary>
public sealed class FakeTelegram : IAsyncDisposable
{
    /// <summary>A token of the right shape that opens nothing in the world.</summary>
    public const string UsualToken = "7000000001:AAFakeFakeFakeFakeFakeFakeFakeFake-_x";

    /// <summary>After this long without what a test waits for, the test fails with what there is instead.</summary>
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(30);

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

    /// <summary>How many updates the bot has not acknowledged.</summary>
    public int Unacknowledged
    {
        get
        {
            lock (world.Gate)
                return world.Queue.Count;
        }
    }

    public static async Task<FakeTelegram> Start(TimeProvider? clock = null, int port = 0, string token = UsualToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        var app = builder.Build();
        var world = new World(clock ?? TimeProvider.System, token);
        var server = new Server(world);
        var fake = new FakeTelegram(world, app, server);
        new Control(fake).Map(app);
        app.MapFallback("{**path}", server.Handle);
        await app.StartAsync();
        return fake;
    }

    /// <summary>A person writes; a negative chat is a group. Says the number of the message in that chat.</summary>
    public long Say(long chat, string text, FakePerson? from = null) => Send(chat, new JsonObject { ["text"] = text }, from);

    /// <summary>A person sends anything: <paramref name="content"/> holds the fields of the message that make it what it is.</summary>
    public long Send(long chat, JsonObject content, FakePerson? from = null) => Then(people.Send(chat, from, content));

    /// <summary>A photo, in two sizes; <paramref name="album"/> ties several together.</summary>
    public long SendPhoto(long chat, byte[] bytes, string? caption = null, string? album = null, FakePerson? from = null)
    {
        var small = Keep(bytes.AsSpan(0, bytes.Length / 2).ToArray(), "photos/file.jpg", null);
        var large = Keep(bytes, "photos/file.jpg", null);
        (small["width"], small["height"], large["width"], large["height"]) = (90, 60, 1280, 853);
        return Send(chat, With(new JsonObject { ["photo"] = new JsonArray(small, large) }, caption, album), from);
    }

    /// <summary>A file; <paramref name="size"/> may lie about its length, to be too big without the bytes.</summary>
    public long SendDocument(long chat, string name, string contentType, byte[] bytes, string? caption = null, long? size = null)
    {
        var document = Keep(bytes, $"documents/{name}", size);
        (document["file_name"], document["mime_type"]) = (name, contentType);
        return Send(chat, With(new JsonObject { ["document"] = document }, caption, null));
    }

    public long SendVoice(long chat, byte[] bytes, int seconds = 3)
    {
        var voice = Keep(bytes, "voice/file.oga", null);
        (voice["duration"], voice["mime_type"]) = (seconds, "audio/ogg");
        return Send(chat, new JsonObject { ["voice"] = voice });
    }

    /// <summary>A person changes what they wrote.</summary>
    public void Edit(long chat, long messageId, string text)
    {
        people.Edit(chat, messageId, text);
        world.Changed();
    }

    /// <summary>A person presses a button, or forges the press. Says the id of the query.</summary>
    public string Press(long chat, long messageId, string data, FakePerson? from = null) => Then(people.Press(chat, messageId, data, from));

    public bool IsConfirmed(string press)
    {
        lock (world.Gate)
            return world.Presses[press].Answered;
    }

    /// <summary>The person blocks the bot (or lets it in again), and the bot hears of it.</summary>
    public void Block(long chat, bool blocked = true)
    {
        people.SetBlocked(chat, blocked);
        world.Changed();
    }

    /// <summary>Makes a chat that exists without anybody having written.</summary>
    public void Open(long chat, string? title = null)
    {
        lock (world.Gate)
            world.ChatOf(chat, null, title);
    }

    /// <summary>A group becomes a supergroup: the old number answers with the new one.</summary>
    public void Migrate(long group, long supergroup)
    {
        Open(supergroup);
        people.Send(group, null, new JsonObject { ["migrate_to_chat_id"] = supergroup });
        lock (world.Gate)
            world.ChatOf(group).MovedTo = supergroup;
        people.Send(supergroup, null, new JsonObject { ["migrate_from_chat_id"] = group });
        world.Changed();
    }

    /// <summary>Sends the bot bytes that no Telegram would send, made from the update's id.</summary>
    public long SendRaw(Func<long, byte[]> make)
    {
        lock (world.Gate)
        {
            var id = world.Queue.AddRaw(make);
            return Then(id);
        }
    }

    /// <summary>The numbering of updates goes on elsewhere, as after a week of silence.</summary>
    public void JumpTo(long updateId)
    {
        lock (world.Gate)
            world.Queue.JumpTo(updateId);
    }

    /// <summary>What goes wrong with the next calls of a method, one each; null: nothing. ("download" is the fetching of a file.)</summary>
    public void FailNext(string method, params Fault?[] faults)
    {
        lock (world.Gate)
            world.Faults.AddRange(faults.Select(fault => (method, fault)));
    }

    public IReadOnlyList<long> Chats
    {
        get
        {
            lock (world.Gate)
                return [.. world.Chats.Keys];
        }
    }

    /// <summary>The chat as it looks now: what people wrote and what the bot answered, with all edits done.</summary>
    public IReadOnlyList<FakeMessage> Everything(long chat)
    {
        lock (world.Gate)
            return world.Chats.TryGetValue(chat, out var found) ? [.. found.Messages.Values.Select(message => found.Show(message, world.Bot.Id))] : [];
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
    public async Task<T> WaitFor<T>(Func<FakeTelegram, T?> look)
    {
        using var patience = new CancellationTokenSource(GiveUp);
        while (true)
        {
            var change = world.NextChange();
            if (look(this) is { } found and not false)
                return found;
            if (await Task.WhenAny(change, Task.Delay(Timeout.Infinite, patience.Token)) != change)
                throw new TimeoutException($"It did not come. Calls so far: {string.Join(", ", Calls.Select(call => $"{call.Method} {call.Status}"))}");
        }
    }

    /// <summary>Waits until the bot has said this many messages in the chat.</summary>
    public Task<IReadOnlyList<FakeMessage>> WaitForMessages(long chat, int count = 1) =>
        WaitFor(fake => fake.Messages(chat) is { } said && said.Count >= count ? said : null);

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

    private T Then<T>(T result)
    {
        world.Changed();
        return result;
    }

    private JsonObject Keep(byte[] bytes, string path, long? size)
    {
        lock (world.Gate)
        {
            var file = world.Keep(bytes, path, size);
            return new JsonObject { ["file_id"] = file.Id, ["file_unique_id"] = file.Id[..10], ["file_size"] = file.Size };
        }
    }

    private static JsonObject With(JsonObject content, string? caption, string? album)
    {
        if (caption is not null)
            content["caption"] = caption;
        if (album is not null)
            content["media_group_id"] = album;
        return content;
    }
}
