using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Changes the bot's own messages and deletes what may be deleted. The caller holds the world's gate.</summary>
internal sealed class Edits(World world)
{
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    public JsonNode Text(JsonObject p)
    {
        var (chat, message) = Own(p);
        if (message["text"] is null)
            throw Refusal.Bad("there is no text in the message to edit");
        return Change(p, chat, message, next => Words.OfText(p).Into(next, "text", "entities"));
    }

    public JsonNode Caption(JsonObject p)
    {
        var (chat, message) = Own(p);
        if (message["text"] is not null)
            throw Refusal.Bad("there is no caption in the message to edit");
        return Change(p, chat, message, next => Words.OfCaption(p).Into(next, "caption", "caption_entities"));
    }

    public JsonNode Buttons(JsonObject p)
    {
        var (chat, message) = Own(p);
        return Change(p, chat, message, _ => { });
    }

    /// <summary>Own messages and those of people in private chats; in groups those of others only with the right to; none after 48 hours.</summary>
    public JsonNode Delete(JsonObject p)
    {
        var (chat, id) = (world.Open(p), p.Number("message_id")!.Value);
        if (!chat.Messages.TryGetValue(id, out var message))
            throw Refusal.Bad("message to delete not found");
        var isAllowed = chat.IsPrivate || IsOwn(message) || chat.Rights.Contains("can_delete_messages");
        if (!isAllowed || world.Clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(message.Number("date")!.Value) > Deletable)
            throw Refusal.Bad("message can't be deleted");
        return chat.Messages.Remove(id);
    }

    private (Chat Chat, JsonObject Message) Own(JsonObject p)
    {
        if (p.Number("message_id") is not { } id || p["chat_id"] is null)
            throw Refusal.Bad("message identifier is not specified");
        var chat = world.Open(p);
        KeyboardRules.Check(p["reply_markup"]);
        if (!chat.Messages.TryGetValue(id, out var message))
            throw Refusal.Bad("message to edit not found");
        return IsOwn(message) ? (chat, message) : throw Refusal.Bad("message can't be edited");
    }

    private bool IsOwn(JsonObject message) => message["from"]!.Number("id") == world.Bot.Id;

    private JsonObject Change(JsonObject p, Chat chat, JsonObject message, Action<JsonObject> change)
    {
        var next = message.DeepClone().AsObject();
        change(next);
        next.Remove("reply_markup");
        if (p["reply_markup"] is { } markup)
            next["reply_markup"] = markup.DeepClone();
        if (JsonNode.DeepEquals(next, message))
            throw Refusal.Bad("message is not modified: specified new message content and reply markup are exactly the same as a "
                + "current content and reply markup of the message");
        next["edit_date"] = world.Now;
        var id = message.Number("message_id")!.Value;
        chat.Messages[id] = next;
        chat.Edits[id] = chat.Edits.GetValueOrDefault(id) + 1;
        return next.DeepClone().AsObject();
    }
}
