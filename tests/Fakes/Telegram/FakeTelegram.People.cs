using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Telegram;

/// <summary>What people do in this Telegram.</summary>
public sealed partial class FakeTelegram
{
    /// <summary>A person writes; a negative chat is a group. Says the number of the message in that chat.</summary>
    /// <param name="thread">A topic of a forum; without it General.</param>
    public long Say(long chat, string text, FakePerson? from = null, long? thread = null) =>
        Send(chat, new JsonObject { ["text"] = text }, from, thread);

    /// <summary>A person opens the bot by a link t.me/…?start=payload: Telegram takes no more than 64 letters, digits, _ and -.</summary>
    public long Start(long chat, string payload, FakePerson? from = null) => PayloadShape().IsMatch(payload)
        ? Say(chat, $"/start {payload}", from)
        : throw new ArgumentException("Telegram opens no such link.", nameof(payload));

    /// <summary>A person sends anything: <paramref name="content"/> holds the fields of the message that make it what it is.</summary>
    public long Send(long chat, JsonObject content, FakePerson? from = null, long? thread = null) =>
        Then(people.Send(chat, from, content, thread));

    /// <summary>A person changes what they wrote.</summary>
    public void Edit(long chat, long messageId, string text)
    {
        people.Edit(chat, messageId, text);
        world.Changed();
    }

    /// <summary>A person presses a button, or forges the press. Says the id of the query.</summary>
    public string Press(long chat, long messageId, string data, FakePerson? from = null) => Then(people.Press(chat, messageId, data, from));

    /// <summary>A person sets a reaction on a message, or takes it away (null). Comes only to a bot that asked for it.</summary>
    public void React(long chat, long messageId, string? emoji, FakePerson? from = null)
    {
        people.React(chat, messageId, emoji, from);
        world.Changed();
    }

    /// <summary>The person blocks the bot (or lets it in again), and the bot hears of it.</summary>
    public void Block(long chat, bool blocked = true) => Leave(chat, blocked ? chat < 0 ? Absence.Kicked : Absence.Blocked : Absence.None);

    /// <summary>The person deletes their account: the bot hears nothing and can write no more.</summary>
    public void Deactivate(long chat) => Leave(chat, Absence.Deactivated);

    private void Leave(long chat, Absence away, FakePerson? by = null)
    {
        people.SetAway(chat, away, by);
        world.Changed();
    }

    private T Then<T>(T result)
    {
        world.Changed();
        return result;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex PayloadShape();
}
