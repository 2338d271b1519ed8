using System.Text.Json;
using Bot.Conversation;

namespace Bot.Channels.Telegram;

/// <summary>The files of a message, told by reference: the bytes are fetched after the message is stored.</summary>
internal static class Attachment
{
    private static readonly (string Kind, string Name, string ContentType)[] Kinds =
    [
        ("document", "document", "application/octet-stream"),
        ("voice", "voice.ogg", "audio/ogg"),
        ("audio", "audio.mp3", "audio/mpeg"),
        ("video", "video.mp4", "video/mp4"),
        ("video_note", "video.mp4", "video/mp4"),
    ];

    public static IReadOnlyList<IncomingFile> In(JsonElement message)
    {
        if (LargestPhoto(message) is { } photo)
            return File(photo, "photo.jpg", "image/jpeg") is { } picture ? [picture] : [];
        foreach (var (kind, name, contentType) in Kinds)
            if (message.Child(kind) is { } found && File(found, name, contentType) is { } file)
                return [file];
        return [];
    }

    private static JsonElement? LargestPhoto(JsonElement message)
    {
        var sizes = message.Children("photo").Where(size => size.Text("file_id") is not null).ToList();
        return sizes.Count == 0 ? null : sizes.MaxBy(size => (decimal)(size.Number("width") ?? 0) * (size.Number("height") ?? 0));
    }

    private static IncomingFile? File(JsonElement element, string name, string contentType) => element.Text("file_id") is { } id
        ? new IncomingFile(NotEmpty(element.Text("file_name"), name), NotEmpty(element.Text("mime_type"), contentType),
            Math.Max(0, element.Number("file_size") ?? 0), null, id)
        : null;

    private static string NotEmpty(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;
}
