using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Bot.Conversation;

namespace Bot.Channels.Telegram;

/// <summary>What one update comes to: a message for the mailbox or nothing, and a press that waits to be confirmed.</summary>
internal readonly record struct Heard(long? UpdateId, IncomingMessage? Message, string? PressId);

/// <summary>Turns Telegram's updates into messages; whatever is not for us, or cannot be read, becomes nothing.</summary>
internal sealed class Updates(CoordinatorsGroup group, TimeProvider clock, ILogger<Updates> log)
{
    private readonly ConcurrentDictionary<long, bool> strangers = new();
    private const int LongestId = 64;    // Telegram's are numbers of up to twenty digits
    private long skipped;

    /// <summary>The bot's own username, once it is known: a command for another bot of the group is not ours.</summary>
    public string? Username { get; set; }

    public Heard Read(JsonElement update)
    {
        if (update.Number("update_id") is not { } id)
        {
            Skip();
            return default;
        }

        var heard = update switch
        {
            _ when update.Child("message") is { } message => Said(id, message, "message"),
            _ when update.Child("edited_message") is { } message => Said(id, message, "edit"),
            _ when update.Child("callback_query") is { } query => Pressed(query),
            _ when update.Child("my_chat_member") is { } change => Membership(id, change),
            _ => null,
        };
        return new Heard(id, heard, PressIn(update));
    }

    /// <summary>The id of the press that an update is, to be confirmed.</summary>
    public static string? PressIn(JsonElement update) => update.Child("callback_query")?.Text("id");

    /// <summary>Counts something unreadable and says so.</summary>
    public void Skip() => log.Skipped(Interlocked.Increment(ref skipped));

    private IncomingMessage? Said(long id, JsonElement message, string kind)
    {
        if (message.Child("chat") is not { } chat || message.Number("message_id") is not { } number)
        {
            Skip();
            return null;
        }

        if (message.Number("migrate_to_chat_id") is { } newNumber && chat.Number("id") is { } old && group.Is(old))
            group.MovedTo(newNumber);
        if (Speaker(chat, message) is not { } speaker || (kind == "edit" && message.Has("location")))
            return null;    // a shared live location is edited every few seconds
        if (speaker.Group is not null && Moved(id, message, speaker) is { } moved)
            return moved;
        var content = Content.Of(message, Username);
        if (content is null)
            return null;
        return speaker with
        {
            ExternalId = string.Create(CultureInfo.InvariantCulture, $"{kind}-{id}-{number}"),
            Kind = !content.Readable ? MessageKind.Unreadable : content.IsContact ? MessageKind.Contact
                : kind == "edit" ? MessageKind.Edited : MessageKind.Said,
            Topic = Topic(message),
            Part = number.ToString(CultureInfo.InvariantCulture),
            Text = content.Text,
            Files = content.Files,
            SentAt = Date(message.Number("edit_date") ?? message.Number("date")),
        };
    }

    private IncomingMessage? Pressed(JsonElement query)
    {
        if (query.Text("id") is not { Length: <= LongestId } id || query.Text("data") is not { } data || query.Child("message")?.Child("chat") is not { } chat)
            return null;
        return Speaker(chat, query) is { } speaker
            ? speaker with { ExternalId = $"press-{id}", Press = data, Topic = Topic(query.Child("message") ?? query) } : null;
    }

    /// <summary>Somebody left the coordinators' group, or was taken in; of several the first. Whoever speaks there is in again anyway.</summary>
    private static IncomingMessage? Moved(long id, JsonElement message, IncomingMessage speaker)
    {
        var left = message.Child("left_chat_member");
        var who = left ?? message.Children("new_chat_members").FirstOrDefault();
        return who.Number("id") is not { } person || who.Flag("is_bot") ? null : speaker with
        {
            ExternalId = string.Create(CultureInfo.InvariantCulture, $"{(left is null ? "back" : "left")}-{id}"),
            Kind = left is null ? MessageKind.Back : MessageKind.Left,
            Sender = person.ToString(CultureInfo.InvariantCulture),
            SenderName = who.Text("first_name"),
        };
    }

    private IncomingMessage? Membership(long id, JsonElement change)
    {
        if (change.Child("chat") is not { } chat || Speaker(chat, change) is not { } speaker)
            return null;
        var hasLeft = change.Child("new_chat_member")?.Text("status") is "kicked" or "left";
        if (speaker.Group is not null)
        {
            if (hasLeft)
                log.GroupClosed("it was removed");
            return null;
        }

        return speaker with
        {
            ExternalId = string.Create(CultureInfo.InvariantCulture, $"{(hasLeft ? "left" : "back")}-{id}"),
            Kind = hasLeft ? MessageKind.Left : MessageKind.Back,
            SentAt = Date(change.Number("date")),
        };
    }

    /// <summary>Who speaks and where; null for bots, channels and groups other than the coordinators'.</summary>
    private IncomingMessage? Speaker(JsonElement chat, JsonElement said)
    {
        if (chat.Number("id") is not { } place || said.Child("from") is not { } from || from.Number("id") is not { } person)
            return null;
        if (from.Flag("is_bot") || said.Has("sender_chat"))
            return null;
        var isPrivate = chat.Text("type") == "private";
        if (!isPrivate && !group.Is(place))
        {
            if (strangers.Count < 100 && strangers.TryAdd(place, true))
                log.UnknownGroup(place);
            return null;
        }

        if (!isPrivate)
            group.HasTopics = chat.Flag("is_forum");
        return new IncomingMessage
        {
            Channel = TelegramChannel.ChannelName,
            ExternalId = "",
            Sender = (isPrivate ? place : person).ToString(CultureInfo.InvariantCulture),
            Group = isPrivate ? null : group.Name,
            SenderName = isPrivate ? null : from.Text("first_name"),
            LanguageHint = Language(from.Text("language_code")),
            SentAt = clock.GetUtcNow(),
        };
    }

    /// <summary>The general topic is said by its absence: it cannot be written to by number.</summary>
    private static string? Topic(JsonElement message) => message.Flag("is_topic_message") && message.Number("message_thread_id") is { } topic and > 1
        ? topic.ToString(CultureInfo.InvariantCulture) : null;

    private DateTimeOffset Date(long? seconds) =>
        seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : clock.GetUtcNow();

    private static string? Language(string? code) => code?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "kk" => "kk",
        "ru" => "ru",
        "en" => "en",
        _ => null,
    };
}
