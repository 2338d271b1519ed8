namespace Bot.Tests.Conversations;

/// <summary>A file that a player of a story sends: what it is, is told by the end of its name.</summary>
internal sealed record SentFile(string Name, string ContentType, byte[] Content)
{
    private static readonly byte[] Anything = [1, 2, 3];

    public static SentFile Named(string name) => Path.GetExtension(name) switch
    {
        ".jpg" => new(name, "image/jpeg", Pictures.Jpeg),
        ".png" => new(name, "image/png", Pictures.Png),
        ".heic" => new(name, "image/heic", Anything),
        ".ogg" => new(name, "audio/ogg", Anything),
        ".mp4" => new(name, "video/mp4", Anything),
        _ => new(name, "application/pdf", Anything),
    };
}
