using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Opens, names, closes and removes the topics of a forum. There is no method that lists them.</summary>
internal sealed class TopicMethods(World world)
{
    private const int LongestName = 128, UsualColour = 0x6FB9F0;

    public JsonNode Create(JsonObject p)
    {
        var chat = Forum(p);
        var name = Name(p) ?? throw Refusal.Bad("TOPIC_TITLE_EMPTY");
        var topic = new JsonObject { ["name"] = name, ["icon_color"] = p.Number("icon_color") ?? UsualColour };
        var id = world.Notice(chat, "forum_topic_created", topic.DeepClone().AsObject(), thread: null);
        chat.Topics[id] = new Topic(name);
        topic["message_thread_id"] = id;
        return topic;
    }

    public JsonNode Edit(JsonObject p)
    {
        var (chat, id, topic) = Known(p);
        if (Name(p) is not { } name || name == topic.Name)
            throw Refusal.Bad("TOPIC_NOT_MODIFIED");
        topic.Name = name;
        world.Notice(chat, "forum_topic_edited", new JsonObject { ["name"] = name }, id);
        return true;
    }

    public JsonNode Close(JsonObject p, bool closed)
    {
        var (chat, id, topic) = Known(p);
        if (topic.IsClosed == closed)
            throw Refusal.Bad("TOPIC_NOT_MODIFIED");
        topic.IsClosed = closed;
        world.Notice(chat, closed ? "forum_topic_closed" : "forum_topic_reopened", [], id);
        return true;
    }

    public JsonNode Delete(JsonObject p)
    {
        var (chat, id, _) = Known(p);
        chat.Lose(id);
        return true;
    }

    private Chat Forum(JsonObject p)
    {
        var chat = world.Open(p);
        if (!chat.IsForum)
            throw Refusal.Bad("the chat is not a forum");
        return chat.Rights.Contains("can_manage_topics") ? chat : throw Refusal.Bad("not enough rights to manage topics");
    }

    private (Chat Chat, long Id, Topic Topic) Known(JsonObject p)
    {
        var (chat, id) = (Forum(p), p.Number("message_thread_id")!.Value);
        return chat.Topics.TryGetValue(id, out var topic) ? (chat, id, topic) : throw Refusal.Bad("message thread not found");
    }

    private static string? Name(JsonObject p) => p["name"]?.GetValue<string>().Trim() switch
    {
        null => null,
        { Length: >= 1 and <= LongestName } name => name,
        _ => throw Refusal.Bad("TOPIC_TITLE_INVALID"),
    };
}
