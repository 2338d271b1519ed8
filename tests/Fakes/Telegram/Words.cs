using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>The words of a message or a caption with what is marked in them, as the Bot API takes them.</summary>
/// <param name="Marks">Entities, by their place.</param>
internal sealed record Words(string Text, JsonArray Marks)
{
    private const int LongestText = 4096, LongestCaption = 1024, MostMarks = 100;

    /// <summary>The text of a message: never empty.</summary>
    public static Words OfText(JsonObject p)
    {
        var words = Read(p, "text", "entities");
        return words.Text.Length switch
        {
            0 => throw Refusal.Bad("message text is empty"),
            > LongestText => throw Refusal.Bad("message is too long"),
            _ => words,
        };
    }

    /// <summary>What is written below a photo or a file; may be empty.</summary>
    public static Words OfCaption(JsonObject p)
    {
        var words = Read(p, "caption", "caption_entities");
        return words.Text.Length <= LongestCaption ? words : throw Refusal.Bad("message caption is too long");
    }

    /// <summary>Writes the words into a message under these names; without words the names go away.</summary>
    public void Into(JsonObject message, string name, string marks)
    {
        message.Remove(name);
        message.Remove(marks);
        if (Text.Length > 0)
            message[name] = Text;
        if (Marks.Count > 0)
            message[marks] = Marks.DeepClone();
    }

    private static Words Read(JsonObject p, string name, string marks)
    {
        var source = p[name]?.GetValue<string>() ?? "";
        var (text, entities) = p["parse_mode"]?.GetValue<string>().ToUpperInvariant() switch
        {
            null or "" => (source, Given(p[marks], source.Length)),
            "HTML" => HtmlText.Read(source),
            "MARKDOWN" or "MARKDOWNV2" => throw new Refusal(501, "Not Implemented: this fake reads plain text and HTML"),
            _ => throw Refusal.Bad("unsupported parse_mode"),
        };
        if (entities.Count > MostMarks)
            throw Refusal.Bad("too many entities");
        return Trimmed(text, entities);
    }

    private static List<JsonObject> Given(JsonNode? marks, int length)
    {
        List<JsonObject> given = [.. (marks?.AsArray() ?? []).Select(mark => mark!.DeepClone().AsObject())];
        if (given.Any(mark => Number(mark, "offset") < 0 || Number(mark, "length") < 0 || Number(mark, "offset") + Number(mark, "length") > length))
            throw Refusal.Bad("can't parse entities: entity is out of the text");
        return given;
    }

    /// <summary>Telegram cuts blanks off both ends; marks move with the words.</summary>
    private static Words Trimmed(string text, List<JsonObject> marks)
    {
        var cut = text.Length - text.TrimStart().Length;
        var kept = text.Trim();
        foreach (var mark in marks)
        {
            var begin = Math.Clamp(Number(mark, "offset") - cut, 0, kept.Length);
            var end = Math.Clamp(Number(mark, "offset") + Number(mark, "length") - cut, 0, kept.Length);
            (mark["offset"], mark["length"]) = (begin, end - begin);
        }

        return new Words(kept, [.. marks.Where(mark => Number(mark, "length") > 0)]);
    }

    private static int Number(JsonObject mark, string name) => (int)(mark.Number(name) ?? 0);
}
