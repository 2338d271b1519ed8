using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Reads the HTML of the Bot API as strictly as the real one: known tags, each closed in turn; the four named entities.</summary>
internal sealed class HtmlText
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["lt"] = "<",
        ["gt"] = ">",
        ["amp"] = "&",
        ["quot"] = "\"",
    };

    private readonly string source;
    private readonly StringBuilder text = new();
    private readonly Stack<(HtmlTag Tag, int Offset)> open = new();
    private readonly List<JsonObject> entities = [];
    private int at;

    private HtmlText(string source) => this.source = source;

    /// <returns>The words that people see, and what is bold, linked and so on among them.</returns>
    public static (string Text, List<JsonObject> Entities) Read(string source)
    {
        var html = new HtmlText(source);
        html.Walk();
        return (html.text.ToString(), [.. html.entities.OrderBy(entity => entity.Number("offset"))]);
    }

    private void Walk()
    {
        while (at < source.Length)
        {
            if (source[at] == '&' && Decode() is { } character)
                text.Append(character);
            else if (source[at] == '<')
                ReadTag();
            else
                text.Append(source[at++]);
        }

        if (open.TryPeek(out var left))
            throw Wrong($"Can't find end tag corresponding to start tag \"{left.Tag.Name}\"");
    }

    private void ReadTag()
    {
        var (begin, isEnd) = (at, at + 1 < source.Length && source[at + 1] == '/');
        var end = source.IndexOf('>', at);
        if (end < 0)
            throw Wrong($"Unclosed {(isEnd ? "end" : "start")} tag at byte offset {Bytes(begin)}");
        at = end + 1;
        var inside = source[(begin + (isEnd ? 2 : 1))..end];
        if (isEnd)
            Close(inside.Trim().ToLowerInvariant(), begin);
        else
            open.Push((HtmlTag.Read(inside, Bytes(begin)), text.Length));
    }

    private void Close(string name, int begin)
    {
        if (!open.TryPop(out var last))
            throw Wrong($"Unexpected end tag at byte offset {Bytes(begin)}");
        if (name.Length > 0 && name != last.Tag.Name)
            throw Wrong($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{last.Tag.Name}>\", found \"</{name}>\"");
        if (text.Length > last.Offset && last.Tag.ToEntity() is { } entity)
        {
            (entity["offset"], entity["length"]) = (last.Offset, text.Length - last.Offset);
            entities.Add(entity);
        }
    }

    private string? Decode()
    {
        var end = source.IndexOf(';', at);
        if (end < 0 || end - at > 10)
            return Literally();
        var name = source[(at + 1)..end];
        var found = Names.GetValueOrDefault(name) ?? Numbered(name);
        if (found is null)
            return Literally();
        at = end + 1;
        return found;
    }

    private string Literally()
    {
        at++;
        return "&";
    }

    private static string? Numbered(string name)
    {
        if (name is not ['#', .. var digits])
            return null;
        var isHex = digits is ['x' or 'X', ..];
        return int.TryParse(isHex ? digits[1..] : digits, isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture,
            out var code) && Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : null;
    }

    private int Bytes(int position) => Encoding.UTF8.GetByteCount(source.AsSpan(0, position));

    internal static Refusal Wrong(string why) => Refusal.Bad($"can't parse entities: {why}");
}
