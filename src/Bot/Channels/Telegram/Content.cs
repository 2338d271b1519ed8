using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Conversation;

namespace Bot.Channels.Telegram;

/// <summary>What a message holds for us: words and files; a place or a sticker becomes words.</summary>
internal sealed partial record Content(string Text, IReadOnlyList<IncomingFile> Files, bool Readable = true, bool IsContact = false)
{
    /// <summary>Kinds that people send and we cannot take; the person is told so.</summary>
    private static readonly string[] NotForUs =
        ["poll", "dice", "game", "story", "checklist", "paid_media", "giveaway", "invoice", "rich_message"];

    private static readonly string[] Words = ["text", "caption"];

    /// <summary>Null when there is nothing to hear: somebody joined, a title changed, a message was pinned.</summary>
    public static Content? Of(JsonElement message, string? username)
    {
        var isBroken = Array.Exists(Words, kind => message.Has(kind) && message.Text(kind) is null);
        if (isBroken || Array.Exists(NotForUs, kind => message.Has(kind)))
            return new Content("", [], Readable: false);
        if (message.Has("contact"))
            return new Content("", [], IsContact: true);    // a number of somebody: not kept, not even for a moment
        var files = Attachment.In(message);
        if (message.Text("text") is { } text)
            return Own(text, username) is { } own ? new Content(own + Links(message, "entities", text), files) : null;
        if (message.Text("caption") is { } caption)
            return new Content(caption + Links(message, "caption_entities", caption), files);
        if (Place(message) is { } place)
            return new Content(place, files);
        if (message.Child("sticker") is { } sticker)
            return new Content(sticker.Text("emoji") ?? "", files);
        return files.Count > 0 ? new Content("", files) : null;
    }

    /// <summary>A command without the bot's name behind it; null when it is meant for another bot.</summary>
    private static string? Own(string text, string? username)
    {
        var command = NamedCommand().Match(text);
        if (!command.Success)
            return text;
        var isOurs = string.IsNullOrEmpty(username) || command.Groups["bot"].Value.Equals(username, StringComparison.OrdinalIgnoreCase);
        return isOurs ? command.Groups["command"].Value + text[command.Length..] : null;
    }

    /// <summary>Addresses that hide behind words: a link to a purchase is worth more than the word that was underlined.</summary>
    private static string Links(JsonElement message, string name, string text) => string.Concat(message.Children(name)
        .Where(entity => entity.Text("type") == "text_link")
        .Select(entity => entity.Text("url"))
        .OfType<string>()
        .Where(url => url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !text.Contains(url, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .Take(10)
        .Select(url => "\n" + url));

    private static string? Place(JsonElement message)
    {
        var venue = message.Child("venue");
        var location = venue?.Child("location") ?? message.Child("location");
        if (location?.Fraction("latitude") is not { } latitude || location.Value.Fraction("longitude") is not { } longitude)
            return null;
        var coordinates = string.Create(CultureInfo.InvariantCulture, $"{latitude:0.######}, {longitude:0.######}");
        string?[] lines = [venue?.Text("title"), venue?.Text("address"), coordinates];
        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    [GeneratedRegex("^(?<command>/[A-Za-z0-9_]{1,64})@(?<bot>[A-Za-z0-9_]{1,64})(?!\\S)")]
    private static partial Regex NamedCommand();
}
