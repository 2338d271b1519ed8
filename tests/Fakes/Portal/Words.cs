using System.Text.Json.Nodes;

namespace Fakes.Portal;

/// <summary>Search in texts: exact, "?part", "?beginning*", "*words in any form".</summary>
internal static class Words
{
    private const int Ending = 2, Root = 4;

    public static bool Match(string asked, string text) => asked switch
    {
        ['?', .. var beginning, '*'] => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase),
        ['?', .. var part] => text.Contains(part, StringComparison.OrdinalIgnoreCase),
        ['*', .. var words] => HaveAll(words, text),
        _ => asked == text,
    };

    /// <summary>Every word asked for is there, in some form: the same beginning.</summary>
    public static bool Have(JsonNode asked, string text) => HaveAll(asked.ToString().TrimStart('*', '?'), text);

    private static bool HaveAll(string asked, string text)
    {
        var words = Split(text).ToList();
        return Split(asked).All(one =>
        {
            var root = one[..Math.Min(one.Length, Math.Max(Root, one.Length - Ending))];
            return words.Exists(word => word.StartsWith(root, StringComparison.OrdinalIgnoreCase));
        });
    }

    private static string[] Split(string text) =>
        text.Split([' ', ',', '.', '«', '»', '"', '(', ')', '-', '/', '*'], StringSplitOptions.RemoveEmptyEntries);
}
