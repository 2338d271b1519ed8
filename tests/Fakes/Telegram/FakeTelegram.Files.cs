using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>What people send besides words.</summary>
public sealed partial class FakeTelegram
{
    /// <summary>The bytes of a file that a person or the bot sent.</summary>
    public byte[] Content(string fileId)
    {
        lock (world.Gate)
            return world.Files[fileId].Content;
    }

    /// <summary>Whether a person or the bot sent a file of this id.</summary>
    public bool HasFile(string fileId)
    {
        lock (world.Gate)
            return world.Files.ContainsKey(fileId);
    }

    /// <summary>A photo, in two sizes; <paramref name="album"/> ties several together.</summary>
    public long SendPhoto(
        long chat, byte[] bytes, string? caption = null, string? album = null, FakePerson? from = null, long? thread = null)
    {
        var small = Keep(bytes.AsSpan(0, bytes.Length / 2).ToArray(), "photos/file.jpg", null);
        var large = Keep(bytes, "photos/file.jpg", null);
        (small["width"], small["height"], large["width"], large["height"]) = (90, 60, 1280, 853);
        return Send(chat, With(new JsonObject { ["photo"] = new JsonArray(small, large) }, caption, album), from, thread);
    }

    /// <summary>An album: its parts arrive one by one, so long apart by the fake's clock, the caption with the first.</summary>
    public async Task<string> SendAlbum(
        long chat, IReadOnlyList<byte[]> photos, string? caption = null, TimeSpan apart = default, FakePerson? from = null, long? thread = null)
    {
        string album;
        lock (world.Gate)
            album = $"{world.NextAlbum()}";
        for (var i = 0; i < photos.Count; i++)
        {
            if (i > 0 && apart > TimeSpan.Zero)
                await Task.Delay(apart, world.Clock);
            SendPhoto(chat, photos[i], i == 0 ? caption : null, album, from, thread);
        }

        return album;
    }

    /// <summary>A file; <paramref name="size"/> may lie about its length, to be too big without the bytes.</summary>
    public long SendDocument(long chat, string name, string contentType, byte[] bytes, string? caption = null, long? size = null,
        FakePerson? from = null, long? thread = null)
    {
        var document = Keep(bytes, $"documents/{name}", size);
        (document["file_name"], document["mime_type"]) = (name, contentType);
        return Send(chat, With(new JsonObject { ["document"] = document }, caption, null), from, thread);
    }

    public long SendVoice(long chat, byte[] bytes, int seconds = 3, FakePerson? from = null, long? thread = null)
    {
        var voice = Keep(bytes, "voice/file.oga", null);
        (voice["duration"], voice["mime_type"]) = (seconds, "audio/ogg");
        return Send(chat, new JsonObject { ["voice"] = voice }, from, thread);
    }

    public long SendVideo(
        long chat, byte[] bytes, int seconds = 10, string? caption = null, long? size = null, FakePerson? from = null, long? thread = null)
    {
        var video = Keep(bytes, "videos/file.mp4", size);
        (video["duration"], video["width"], video["height"], video["mime_type"]) = (seconds, 1280, 720, "video/mp4");
        return Send(chat, With(new JsonObject { ["video"] = video }, caption, null), from, thread);
    }

    public long SendSticker(long chat, string emoji, FakePerson? from = null, long? thread = null)
    {
        var sticker = Keep([0], "stickers/file.webp", null);
        (sticker["type"], sticker["emoji"], sticker["width"], sticker["height"]) = ("regular", emoji, 512, 512);
        (sticker["is_animated"], sticker["is_video"]) = (false, false);
        return Send(chat, new JsonObject { ["sticker"] = sticker }, from, thread);
    }

    public long SendLocation(long chat, double latitude, double longitude, FakePerson? from = null, long? thread = null) =>
        Send(chat, new JsonObject { ["location"] = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude } }, from, thread);

    /// <summary>A person's number; <paramref name="owner"/> is the account it belongs to, null for somebody without one.</summary>
    public long SendContact(long chat, string phone, string name, long? owner = null, FakePerson? from = null, long? thread = null)
    {
        var contact = new JsonObject { ["phone_number"] = phone, ["first_name"] = name };
        if (owner is not null)
            contact["user_id"] = owner;
        return Send(chat, new JsonObject { ["contact"] = contact }, from, thread);
    }

    private JsonObject Keep(byte[] bytes, string path, long? size)
    {
        lock (world.Gate)
            return world.Keep(bytes, path, size).Shown;
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
