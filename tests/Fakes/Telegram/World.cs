using System.Globalization;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Everything that the fake remembers.</summary>
internal sealed class World(TimeProvider clock, string token, Limits limits) : Watched<FakeCall, Fault>(clock)
{
    private long lastFile, lastAlbum = 13_000_000_000_000_000;

    public string Token { get; } = token;
    public UpdateQueue Queue { get; } = new(clock);
    public Pace Pace { get; } = new(clock, limits);
    public Dictionary<long, Chat> Chats { get; } = [];
    public Dictionary<string, FakePress> Presses { get; } = [];
    public Dictionary<string, FakeFile> Files { get; } = [];
    public Dictionary<string, JsonArray> Commands { get; } = [];

    /// <summary>The bot's name, description and short description, by language.</summary>
    public Dictionary<(string What, string Language), string> Profile { get; } = [];

    public WebhookState? Webhook { get; set; }
    public CancellationTokenSource? Reader { get; set; }
    public FakePerson Bot { get; } =
        new(long.Parse(token.Split(':')[0], CultureInfo.InvariantCulture), "Kun Jarygy", null, "kun_jarygy_test_bot", IsBot: true);

    public long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A file that somebody sent: its bytes are given for an hour after it was asked for.</summary>
    public sealed record FakeFile(string Id, byte[] Content, long Size, string Path)
    {
        /// <summary>As messages show it.</summary>
        public JsonObject Shown { get; } = new() { ["file_id"] = Id, ["file_unique_id"] = Id[..10], ["file_size"] = Size };

        /// <summary>photos, documents, voice …: a file of one kind is not sent as another.</summary>
        public string Folder => System.IO.Path.GetDirectoryName(Path)!;

        public DateTimeOffset GivenUntil { get; set; }
    }

    /// <summary>Where updates are pushed to.</summary>
    public sealed record WebhookState(string Url, string? Secret, int MaxConnections)
    {
        public string? LastError { get; set; }
        public long? LastErrorAt { get; set; }
        public DateTimeOffset? GoneSince { get; set; }
    }

    public Chat ChatOf(long id, FakePerson? person = null, string? title = null)
    {
        if (!Chats.TryGetValue(id, out var chat))
            Chats[id] = chat = new Chat(id, title ?? $"Chat {id}", id > 0 ? person ?? new FakePerson(id, $"Person {id}") : null);
        if (id > 0 && person is not null)
            chat.Person = person;
        return chat;
    }

    public FakeFile Keep(byte[] content, string path, long? size)
    {
        var id = $"file{++lastFile:D6}-AgACAgIAAxkBAAI";
        var unique = $"{Path.GetDirectoryName(path)}/{Path.GetFileNameWithoutExtension(path)}_{lastFile}{Path.GetExtension(path)}";
        return Files[id] = new FakeFile(id, content, size ?? content.LongLength, unique);
    }

    public long NextAlbum() => ++lastAlbum;

    /// <summary>The chat tells what the bot did with a topic. Says the number of that message.</summary>
    public long Notice(Chat chat, string what, JsonObject told, long? thread)
    {
        var id = chat.NextMessageId();
        chat.Messages[id] = new JsonObject
        {
            ["message_id"] = id,
            ["message_thread_id"] = thread ?? id,
            ["is_topic_message"] = true,
            ["from"] = ToJson(Bot),
            ["chat"] = chat.ToJson(),
            ["date"] = Now,
            [what] = told,
        };
        return id;
    }

    public static JsonObject ToJson(FakePerson person)
    {
        var json = new JsonObject { ["id"] = person.Id, ["is_bot"] = person.IsBot, ["first_name"] = person.FirstName };
        if (person.Username is not null)
            json["username"] = person.Username;
        if (person.Language is not null)
            json["language_code"] = person.Language;
        return json;
    }
}
