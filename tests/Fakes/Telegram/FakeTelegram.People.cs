using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>What people do in this Telegram.</summary>
public sealed partial class FakeTelegram
{
    /// <summary>A person writes; a negative chat is a group. Says the number of the message in that chat.</summary>
    public long Say(long chat, string text, FakePerson? from = null) => Send(chat, new JsonObject { ["text"] = text }, from);

    /// <summary>A person sends anything: <paramref name="content"/> holds the fields of the message that make it what it is.</summary>
    public long Send(long chat, JsonObject content, FakePerson? from = null) => Then(people.Send(chat, from, content));

    /// <summary>A photo, in two sizes; <paramref name="album"/> ties several together.</summary>
    public long SendPhoto(long chat, byte[] bytes, string? caption = null, string? album = null, FakePerson? from = null)
    {
        var small = Keep(bytes.AsSpan(0, bytes.Length / 2).ToArray(), "photos/file.jpg", null);
        var large = Keep(bytes, "photos/file.jpg", null);
        (small["width"], small["height"], large["width"], large["height"]) = (90, 60, 1280, 853);
        return Send(chat, With(new JsonObject { ["photo"] = new JsonArray(small, large) }, caption, album), from);
    }

    /// <summary>A file; <paramref name="size"/> may lie about its length, to be too big without the bytes.</summary>
    public long SendDocument(long chat, string name, string contentType, byte[] bytes, string? caption = null, long? size = null)
    {
        var document = Keep(bytes, $"documents/{name}", size);
        (document["file_name"], document["mime_type"]) = (name, contentType);
        return Send(chat, With(new JsonObject { ["document"] = document }, caption, null));
    }

    public long SendVoice(long chat, byte[] bytes, int seconds = 3)
    {
        var voice = Keep(bytes, "voice/file.oga", null);
        (voice["duration"], voice["mime_type"]) = (seconds, "audio/ogg");
        return Send(chat, new JsonObject { ["voice"] = voice });
    }

    /// <summary>A person changes what they wrote.</summary>
    public void Edit(long chat, long messageId, string text)
    {
        people.Edit(chat, messageId, text);
        world.Changed();
    }

    /// <summary>A person presses a button, or forges the press. Says the id of the query.</summary>
    public string Press(long chat, long messageId, string data, FakePerson? from = null) => Then(people.Press(chat, messageId, data, from));

    /// <summary>The person blocks the bot (or lets it in again), and the bot hears of it.</summary>
    public void Block(long chat, bool blocked = true)
    {
        people.SetBlocked(chat, blocked);
        world.Changed();
    }

    /// <summary>Makes a chat that exists without anybody having written.</summary>
    public void Open(long chat, string? title = null)
    {
        lock (world.Gate)
            world.ChatOf(chat, null, title);
    }

    /// <summary>A group becomes a supergroup: the old number answers with the new one.</summary>
    public void Migrate(long group, long supergroup)
    {
        Open(supergroup);
        people.Send(group, null, new JsonObject { ["migrate_to_chat_id"] = supergroup });
        lock (world.Gate)
            world.ChatOf(group).MovedTo = supergroup;
        people.Send(supergroup, null, new JsonObject { ["migrate_from_chat_id"] = group });
        world.Changed();
    }

    private T Then<T>(T result)
    {
        world.Changed();
        return result;
    }

    private JsonObject Keep(byte[] bytes, string path, long? size)
    {
        lock (world.Gate)
        {
            var file = world.Keep(bytes, path, size);
            return new JsonObject { ["file_id"] = file.Id, ["file_unique_id"] = file.Id[..10], ["file_size"] = file.Size };
        }
    }

    private static JsonObject With(JsonObject content, string? caption, string? album)
    {
        if (caption is not null)
            content["caption"] = caption;
        if (album is not null)
            content["media_group_id"] = album;
        return content;
    }
}
