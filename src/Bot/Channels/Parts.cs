using System.Globalization;

namespace Bot.Channels;

/// <summary>Cuts a long text into messages of so many UTF-16 units: between paragraphs if it can, else lines, words, and at worst between graphemes.</summary>
internal static class Parts
{
    private static readonly string[] Borders = ["\n\n", "\n", " "];

    public static IReadOnlyList<string> Of(string text, int limit)
    {
        List<string> parts = [];
        var rest = text.Trim();
        while (rest.Length > limit)
        {
            var end = Border(rest, limit);
            parts.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0)
            parts.Add(rest);
        return parts;
    }

    private static int Border(string text, int limit)
    {
        foreach (var border in Borders)
        {
            var at = text.LastIndexOf(border, limit - 1, limit - limit / 4, StringComparison.Ordinal);
            if (at > 0)
                return at;
        }

        return Grapheme(text, limit);
    }

    private static int Grapheme(string text, int limit)
    {
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= limit)
            end += next;
        if (end > 0)
            return end;
        return char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;    // one grapheme longer than a message
    }
}
