using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>A private chat or a group, with the messages that stand in it.</summary>
internal sealed class Chat(long id, string title, FakePerson? person)
{
    private long lastMessageId;

    public long Id { get; } = id;
    public FakePerson? Person { get; set; } = person;
    public bool Blocked { get; set; }
    public long? MovedTo { get; set; }

    /// <summary>In the order they were sent: the JSON that the Bot API shows.</summary>
    public SortedDictionary<long, JsonObject> Messages { get; } = [];

    public Dictionary<long, int> Edits { get; } = [];
    public bool IsPrivate => Id > 0;

    public long NextMessageId() => ++lastMessageId;

    public JsonObject ToJson() => IsPrivate
        ? new JsonObject { ["id"] = Id, ["type"] = "private", ["first_name"] = Person?.FirstName ?? title }
        : new JsonObject { ["id"] = Id, ["type"] = Id <= -1_000_000_000_000 ? "supergroup" : "group", ["title"] = title };

    public FakeMessage Show(JsonObject message, long bot)
    {
        var from = message["from"]!["id"]!.GetValue<long>();
        return new FakeMessage(
            Id, message["message_id"]!.GetValue<long>(), from, from == bot,
            (message["text"] ?? message["caption"])?.GetValue<string>() ?? "", RowsOf(message),
            Edits.GetValueOrDefault(message["message_id"]!.GetValue<long>()),
            DateTimeOffset.FromUnixTimeSeconds(message["date"]!.GetValue<long>()));
    }

    private static IReadOnlyList<IReadOnlyList<FakeButton>> RowsOf(JsonObject message) =>
    [
        .. (message["reply_markup"]?["inline_keyboard"]?.AsArray() ?? []).Select(row => (IReadOnlyList<FakeButton>)
        [
            .. row!.AsArray().Select(key => new FakeButton(
                key!["text"]!.GetValue<string>(), key["callback_data"]?.GetValue<string>(),
                key["style"]?.GetValue<string>(), key["url"]?.GetValue<string>())),
        ]),
    ];
}
