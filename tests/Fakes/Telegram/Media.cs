using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>What stands in a message instead of text: an upload of this call, or a file that this bot has seen before.</summary>
internal sealed class Media(World world)
{
    private const int LargestPhoto = 10 * 1024 * 1024, LargestFile = 50 * 1024 * 1024, LongestSides = 10_000, Thinnest = 20;

    private static readonly Dictionary<string, string> Folders = new()
    {
        ["photo"] = "photos",
        ["document"] = "documents",
        ["voice"] = "voice",
        ["video"] = "videos",
        ["audio"] = "music",
    };

    /// <param name="source">attach://NAME of an upload, or a file_id.</param>
    /// <param name="told">What the call says of its length and size.</param>
    public JsonNode Take(string kind, string source, IReadOnlyDictionary<string, Upload> uploads, JsonObject told)
    {
        var shown = source.StartsWith("attach://", StringComparison.Ordinal)
            ? uploads.TryGetValue(source["attach://".Length..], out var upload) ? Keep(kind, upload, told)
                : throw Refusal.Bad("wrong file identifier/HTTP URL specified")
            : Known(kind, source);
        return kind == "photo" ? new JsonArray(shown) : shown;
    }

    private JsonObject Known(string kind, string id)
    {
        if (!world.Files.TryGetValue(id, out var file))
            throw Refusal.Bad("wrong file identifier/HTTP URL specified");
        if (file.Folder != Folders[kind])
            throw Refusal.Bad($"can't use file of type {file.Folder} as {kind}");
        return file.Shown.DeepClone().AsObject();
    }

    private JsonObject Keep(string kind, Upload upload, JsonObject told)
    {
        if (upload.Content.Length == 0)
            throw Refusal.Bad("file must be non-empty");
        if (upload.Content.Length > (kind == "photo" ? LargestPhoto : LargestFile))
            throw kind == "photo" ? Refusal.Bad("file is too big") : new Refusal(413, "Request Entity Too Large");
        var shown = world.Keep(upload.Content, $"{Folders[kind]}/{(kind == "photo" ? "file.jpg" : upload.Name)}", null).Shown;
        if (kind == "photo")
            (shown["width"], shown["height"]) = Measure(upload.Content);
        else
            (shown["file_name"], shown["mime_type"]) = (upload.Name, upload.ContentType ?? "application/octet-stream");
        if (kind == "voice")
            shown.Remove("file_name");
        if (kind is "voice" or "video" or "audio")
            shown["duration"] = told.Number("duration") ?? 0;
        if (kind == "video")
            (shown["width"], shown["height"]) = (told.Number("width") ?? 0, told.Number("height") ?? 0);
        return shown.DeepClone().AsObject();
    }

    private static (int Width, int Height) Measure(byte[] content)
    {
        var (width, height) = ImageSize.Of(content) ?? throw Refusal.Bad("IMAGE_PROCESS_FAILED");
        return width + height <= LongestSides && Math.Max(width, height) <= Thinnest * Math.Min(width, height)
            ? (width, height) : throw Refusal.Bad("PHOTO_INVALID_DIMENSIONS");
    }
}
