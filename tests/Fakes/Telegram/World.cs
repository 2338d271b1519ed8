using System.Globalization;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Everything that the fake remembers. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class World(TimeProvider clock, string token)
{
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastFile;

    public Lock Gate { get; } = new();
    public TimeProvider Clock { get; } = clock;
    public string Token { get; } = token;
    public UpdateQueue Queue { get; } = new(clock);
    public Dictionary<long, Chat> Chats { get; } = [];
    public Dictionary<string, FakePress> Presses { get; } = [];
    public Dictionary<string, FakeFile> Files { get; } = [];
    public List<FakeCall> Calls { get; } = [];
    public List<(string Method, Fault? Fault)> Faults { get; } = [];
    public Dictionary<string, JsonArray> Commands { get; } = [];
    public WebhookState? Webhook { get; set; }
    public CancellationTokenSource? Reader { get; set; }
    public FakePerson Bot { get; } =
        new(long.Parse(token.Split(':')[0], CultureInfo.InvariantCulture), "Kun Jarygy", null, "kun_jarygy_test_bot", IsBot: true);

    public long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A file that somebody sent: its bytes are given for an hour after it was asked for.</summary>
    public sealed record FakeFile(string Id, byte[] Content, long Size, string Path)
    {
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

    public static JsonObject ToJson(FakePerson person)
    {
        var json = new JsonObject { ["id"] = person.Id, ["is_bot"] = person.IsBot, ["first_name"] = person.FirstName };
        if (person.Username is not null)
            json["username"] = person.Username;
        if (person.Language is not null)
            json["language_code"] = person.Language;
        return json;
    }

    /// <summary>The next change of the world.</summary>
    public Task NextChange()
    {
        lock (Gate)
            return changed.Task;
    }

    public void Changed()
    {
        TaskCompletionSource former;
        lock (Gate)
        {
            former = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        former.SetResult();
    }
}
