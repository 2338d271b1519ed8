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

/// <summary>An answer of the Bot API that says no.</summary>
internal sealed class Refusal(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code { get; } = code;
    public JsonObject? Parameters { get; } = parameters;

    public static Refusal Bad(string reason) => new(400, $"Bad Request: {reason}");

    public JsonObject ToJson()
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = Code, ["description"] = Message };
        if (Parameters is not null)
            answer["parameters"] = Parameters.DeepClone();
        return answer;
    }
}
