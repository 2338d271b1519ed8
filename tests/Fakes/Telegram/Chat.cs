using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>A private chat or a group, with the messages that stand in it.</summary>
internal sealed class Chat(long id, string title, FakePerson? person)
{
    private long lastMessageId;

    public long Id { get; } = id;
    public FakePerson? Person { get; set; } = person;
    public string Title { get; } = title;
    public Absence Away { get; set; }
    public long? MovedTo { get; set; }
    public bool IsForum { get; set; }
    public SortedDictionary<long, Topic> Topics { get; } = [];

    /// <summary>What the bot may do as an administrator, in the Bot API's words.</summary>
    public HashSet<string> Rights { get; } = [];

    /// <summary>In the order they were sent: the JSON that the Bot API shows.</summary>
    public SortedDictionary<long, JsonObject> Messages { get; } = [];

    public Dictionary<long, int> Edits { get; } = [];
    public bool IsPrivate => Id > 0;

    /// <summary>private, group or supergroup.</summary>
    public string Type => IsPrivate ? "private" : Id <= -1_000_000_000_000 ? "supergroup" : "group";

    public long NextMessageId() => ++lastMessageId;

    /// <summary>The number that the next message will have.</summary>
    public long PeekMessageId() => lastMessageId + 1;

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["type"] = Type, [IsPrivate ? "first_name" : "title"] = Person?.FirstName ?? Title };
        if (IsForum)
            json["is_forum"] = true;
        return json;
    }

    /// <summary>A topic is gone, with all that was said in it.</summary>
    public void Lose(long thread)
    {
        Topics.Remove(thread);
        foreach (var (id, _) in Messages.Where(message => message.Value.Number("message_thread_id") == thread).ToList())
            Messages.Remove(id);
    }

    public FakeMessage Show(JsonObject message, long bot)
    {
        var from = message["from"]!["id"]!.GetValue<long>();
        return new FakeMessage(
            Id, message["message_id"]!.GetValue<long>(), from, from == bot,
            (message["text"] ?? message["caption"])?.GetValue<string>() ?? "", RowsOf(message),
            Edits.GetValueOrDefault(message["message_id"]!.GetValue<long>()),
            DateTimeOffset.FromUnixTimeSeconds(message["date"]!.GetValue<long>()))
        { Json = message.DeepClone().AsObject() };
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
