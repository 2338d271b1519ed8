using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Telegram;

/// <summary>A start tag that the Bot API knows, with its attributes.</summary>
internal sealed partial record HtmlTag(string Name, IReadOnlyDictionary<string, string> Attributes)
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["tg-spoiler"] = "spoiler",
        ["span"] = "spoiler",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
        ["a"] = "text_link",
        ["tg-emoji"] = "custom_emoji",
    };

    public static HtmlTag Read(string inside, int bytes)
    {
        var name = string.Concat(inside.TakeWhile(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        if (!Kinds.ContainsKey(name))
            throw HtmlText.Wrong($"Unsupported start tag \"{name}\" at byte offset {bytes}");
        var attributes = new Dictionary<string, string>();
        var rest = AttributeShape().Replace(inside[name.Length..], found =>
        {
            attributes[found.Groups["name"].Value.ToLowerInvariant()] = Unescape(found.Groups["value"].Value.Trim('"', '\''));
            return "";
        }).Trim();
        if (rest.Length > 0 && (name, rest) != ("blockquote", "expandable"))
            throw HtmlText.Wrong($"Expected equal sign in declaration of an attribute of the tag \"{name}\" at byte offset {bytes}");
        if (rest.Length > 0)
            attributes[rest] = "";
        if (name == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
            throw HtmlText.Wrong($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {bytes}");
        return new HtmlTag(name, attributes);
    }

    /// <summary>What the tag means for its words; null where it means nothing.</summary>
    public JsonObject? ToEntity()
    {
        var entity = new JsonObject { ["type"] = Kinds[Name] };
        switch (Name)
        {
            case "a" when !Uri.TryCreate(Attributes.GetValueOrDefault("href"), UriKind.Absolute, out _):
                return null;
            case "a":
                entity["url"] = Attributes["href"];
                break;
            case "tg-emoji":
                entity["custom_emoji_id"] = Attributes.GetValueOrDefault("emoji-id") ?? throw HtmlText.Wrong("Invalid custom emoji");
                break;
            case "blockquote" when Attributes.ContainsKey("expandable"):
                entity["type"] = "expandable_blockquote";
                break;
        }

        return entity;
    }

    private static string Unescape(string value) => value.Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("""\s+(?<name>[A-Za-z-]+)\s*=\s*(?<value>"[^"]*"|'[^']*'|[A-Za-z0-9.-]+)""")]
    private static partial Regex AttributeShape();
}
