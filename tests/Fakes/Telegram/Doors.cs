using System.Globalization;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Whether the bot may come in: to a chat, and there to a topic.</summary>
internal static class Doors
{
    /// <summary>General is received as topic 1 and written to by naming no topic.</summary>
    public const long General = 1;

    /// <summary>The chat that the bot may write to.</summary>
    public static Chat Open(this World world, JsonObject p, string name = "chat_id")
    {
        if (!long.TryParse(p[name]!.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            || !world.Chats.TryGetValue(id, out var chat))
            throw Refusal.Bad("chat not found");
        if (chat.MovedTo is { } moved)
            throw new Refusal(
                400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = moved });
        var why = chat.Away switch
        {
            Absence.None => null,
            Absence.Blocked => "bot was blocked by the user",
            Absence.Deactivated => "user is deactivated",
            Absence.Kicked => $"bot was kicked from the {chat.Type} chat",
            _ => $"bot is not a member of the {chat.Type} chat",
        };
        return why is null ? chat : throw new Refusal(403, $"Forbidden: {why}");
    }

    /// <summary>The topic that the call names, once it is known to be there and open to the bot.</summary>
    public static long? Thread(this Chat chat, JsonObject p)
    {
        if (p.Number("message_thread_id") is not { } thread)
            return null;
        if (!chat.IsForum || thread == General || !chat.Topics.TryGetValue(thread, out var topic))
            throw Refusal.Bad("message thread not found");
        return topic.IsClosed && !chat.Rights.Contains("can_manage_topics") ? throw Refusal.Bad("TOPIC_CLOSED") : thread;
    }
}
