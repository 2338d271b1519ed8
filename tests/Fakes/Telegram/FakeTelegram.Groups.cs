using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Groups, their topics and the bot's place in them.</summary>
public sealed partial class FakeTelegram
{
    /// <summary>Makes a chat that exists without anybody having written.</summary>
    public void Open(long chat, string? title = null)
    {
        lock (world.Gate)
            world.ChatOf(chat, null, title);
    }

    /// <summary>So many people with rising numbers who have opened the bot: it may write to them.</summary>
    public void OpenAll(long first, int count)
    {
        lock (world.Gate)
            for (var chat = first; chat < first + count; chat++)
                world.ChatOf(chat);
    }

    /// <summary>A supergroup with topics, where the bot is an administrator who may manage them.</summary>
    public void OpenForum(long chat, string title) => OpenForum(chat, title, ["can_manage_topics", "can_delete_messages"]);

    /// <param name="rights">The bot's rights as an administrator, in the Bot API's words; none: an ordinary member.</param>
    public void OpenForum(long chat, string title, IReadOnlyList<string> rights)
    {
        lock (world.Gate)
        {
            var forum = world.ChatOf(chat, null, title);
            if (forum.Type != "supergroup")
                throw new ArgumentException("Only a supergroup (below -1000000000000) has topics.", nameof(chat));
            if (!forum.IsForum && forum.PeekMessageId() == Doors.General)
                forum.NextMessageId();    // the first message of a supergroup tells that it was made, and no topic has its number
            forum.IsForum = true;
            forum.Rights.Clear();
            forum.Rights.UnionWith(rights);
        }
    }

    /// <summary>The open and closed topics of a forum, General not among them.</summary>
    public IReadOnlyList<(long Thread, string Name, bool IsClosed)> Topics(long chat)
    {
        lock (world.Gate)
            return [.. world.ChatOf(chat).Topics.Select(topic => (topic.Key, topic.Value.Name, topic.Value.IsClosed))];
    }

    /// <summary>A person opens a topic; the bot hears of it. Says the topic's number.</summary>
    public long OpenTopic(long chat, string name, FakePerson? from = null) => Then(people.OpenTopic(chat, name, from));

    /// <summary>A person deletes a topic with all that is in it; the bot hears nothing of it.</summary>
    public void LoseTopic(long chat, long thread)
    {
        lock (world.Gate)
            world.ChatOf(chat).Lose(thread);
        world.Changed();
    }

    /// <summary>The bot is thrown out of a group and banned from it.</summary>
    public void Kick(long group, FakePerson? by = null) => Leave(group, Absence.Kicked, by);

    /// <summary>The bot is taken out of a group without being banned.</summary>
    public void TakeOut(long group, FakePerson? by = null) => Leave(group, Absence.NotMember, by);

    /// <summary>The bot is taken into a group again.</summary>
    public void TakeIn(long group, FakePerson? by = null) => Leave(group, Absence.None, by);

    /// <summary>A group becomes a supergroup: the old number answers with the new one.</summary>
    public void Migrate(long group, long supergroup)
    {
        string title;
        lock (world.Gate)
            title = world.ChatOf(group).Title;
        Open(supergroup, title);
        people.Send(group, null, new JsonObject { ["migrate_to_chat_id"] = supergroup });
        lock (world.Gate)
            world.ChatOf(group).MovedTo = supergroup;
        people.Send(supergroup, null, new JsonObject { ["migrate_from_chat_id"] = group });
        world.Changed();
    }

    /// <summary>The bot's name ("name"), "description" or "short_description" in a language; null when it was not set.</summary>
    public string? Profile(string what, string language = "")
    {
        lock (world.Gate)
            return world.Profile.GetValueOrDefault((what, language));
    }
}
