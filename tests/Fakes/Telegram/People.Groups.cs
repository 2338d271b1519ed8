using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>What people do to the bot's place, to topics and to messages of others.</summary>
internal sealed partial class People
{
    /// <summary>What is told of an administrator.</summary>
    private static readonly string[] Rights =
        ["can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
         "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
         "can_manage_topics"];

    public long OpenTopic(long chatId, string name, FakePerson? from)
    {
        lock (world.Gate)
        {
            var chat = world.ChatOf(chatId);
            var id = chat.PeekMessageId();
            chat.Topics[id] = new Topic(name);
            return Send(chatId, from, new JsonObject
            {
                ["forum_topic_created"] = new JsonObject { ["name"] = name, ["icon_color"] = 0x6FB9F0 },
            }, id);
        }
    }

    /// <summary>A person blocks or unblocks the bot; a group throws it out or takes it in. Who deletes their account tells nobody.</summary>
    public void SetAway(long chatId, Absence away, FakePerson? by = null)
    {
        lock (world.Gate)
        {
            var chat = world.ChatOf(chatId);
            var before = chat.Away;
            chat.Away = away;
            if (away == Absence.Deactivated)
                return;
            Add("my_chat_member", new JsonObject
            {
                ["chat"] = chat.ToJson(),
                ["from"] = World.ToJson(by ?? chat.Person ?? new FakePerson(1, "Somebody")),
                ["date"] = world.Now,
                ["old_chat_member"] = Member(chat, before == away ? Absence.None : before),
                ["new_chat_member"] = Member(chat, away),
            }, $"{chatId}", UpdateQueue.MessageLife);
        }
    }

    public void React(long chatId, long messageId, string? emoji, FakePerson? from)
    {
        lock (world.Gate)
        {
            var chat = world.ChatOf(chatId);
            Add("message_reaction", new JsonObject
            {
                ["chat"] = chat.ToJson(),
                ["message_id"] = messageId,
                ["user"] = World.ToJson(from ?? chat.Person ?? new FakePerson(1, "Somebody")),
                ["date"] = world.Now,
                ["old_reaction"] = new JsonArray(),
                ["new_reaction"] = emoji is null ? [] : new JsonArray(new JsonObject { ["type"] = "emoji", ["emoji"] = emoji }),
            }, $"reactions in {chatId}", UpdateQueue.MessageLife);
        }
    }

    private JsonObject Member(Chat chat, Absence away)
    {
        var isIn = away == Absence.None;
        var status = isIn ? chat.Rights.Count > 0 ? "administrator" : "member" : away == Absence.NotMember ? "left" : "kicked";
        var member = new JsonObject { ["status"] = status, ["user"] = World.ToJson(world.Bot) };
        if (status == "kicked")
            member["until_date"] = 0;
        foreach (var right in status == "administrator" ? Rights : [])
            member[right] = chat.Rights.Contains(right);
        return member;
    }
}
