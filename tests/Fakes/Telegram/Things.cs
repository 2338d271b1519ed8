using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>A person (or another bot) who writes to the bot.</summary>
public sealed record FakePerson(long Id, string FirstName, string? Language = null, string? Username = null, bool IsBot = false);

/// <summary>A button under a message of the bot.</summary>
public sealed record FakeButton(string Text, string? Data, string? Style, string? Url);

/// <summary>A message as it looks now to those in the chat.</summary>
/// <param name="Edits">How often the bot has changed it.</param>
public sealed record FakeMessage(
    long Chat, long MessageId, long From, bool ByBot, string Text,
    IReadOnlyList<IReadOnlyList<FakeButton>> Rows, int Edits, DateTimeOffset SentAt)
{
    public IEnumerable<FakeButton> Buttons => Rows.SelectMany(row => row);

    /// <summary>The whole message as the Bot API tells it.</summary>
    public JsonObject Json { get; init; } = [];

    /// <summary>The topic of a forum; null outside topics. General is 1 when a person writes and null when the bot does, as at Telegram.</summary>
    public long? Thread => Json.Number("message_thread_id");

    /// <summary>It cannot be forwarded or saved.</summary>
    public bool IsProtected => Json["has_protected_content"] is not null;

    /// <summary>It shows whose it was: a forwarded message does, a copied one does not.</summary>
    public bool IsForwarded => Json["forward_origin"] is not null;

    /// <summary>What ties the parts of an album together.</summary>
    public string? Album => Json["media_group_id"]?.GetValue<string>();

    /// <summary>The file of the message, the largest size of a photo.</summary>
    public string? FileId => Kinds.Select(kind => Json[kind]).FirstOrDefault(part => part is not null) switch
    {
        JsonArray sizes => sizes[^1]!["file_id"]!.GetValue<string>(),
        { } file => file["file_id"]!.GetValue<string>(),
        null => null,
    };

    private static readonly string[] Kinds = ["photo", "document", "voice", "video", "audio", "sticker"];
}

/// <summary>One call that the bot made, and how it was answered (0: not at all).</summary>
public sealed record FakeCall(string Method, JsonObject Parameters, int Status, string? ContentType, DateTimeOffset At)
{
    public string? this[string parameter] => Parameters[parameter]?.ToString();
}

/// <summary>A button that a person pressed, and whether the bot has confirmed it.</summary>
internal sealed class FakePress(string id, DateTimeOffset at)
{
    public string Id { get; } = id;
    public DateTimeOffset At { get; } = at;
    public bool Answered { get; set; }
}

/// <summary>Why the bot may not write to somebody.</summary>
internal enum Absence { None, Blocked, Deactivated, Kicked, NotMember }

/// <summary>A topic of a forum; its number is that of the message that opened it.</summary>
internal sealed class Topic(string name)
{
    public string Name { get; set; } = name;
    public bool IsClosed { get; set; }
}

/// <summary>A file as it came with a call.</summary>
internal sealed record Upload(string Name, string? ContentType, byte[] Content);

/// <summary>An answer of the Bot API that says no.</summary>
internal sealed class Refusal(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code { get; } = code;
    public JsonObject? Parameters { get; } = parameters;

    /// <summary>Seconds; null unless the bot is told to wait.</summary>
    public int? RetryAfter => (int?)Parameters?.Number("retry_after");

    public static Refusal Bad(string reason) => new(400, $"Bad Request: {reason}");

    public static Refusal TooMany(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    public JsonObject ToJson()
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = Code, ["description"] = Message };
        if (Parameters is not null)
            answer["parameters"] = Parameters.DeepClone();
        return answer;
    }
}
