using System.Text.RegularExpressions;
using Procurement;

namespace Bot.Triage;

/// <summary>
/// Authors sign with a telephone or a nickname out of habit. A group does not need them: telephones, addresses of mail, handles and
/// personal numbers are covered. Business numbers and numbers of lots stay: they are what the tip is about.
/// </summary>
public static partial class Discretion
{
    private const string Cover = "▮▮▮";

    public static string Of(string text)
    {
        text = Visible(text);
        text = Mail().Replace(text, Cover);
        text = Handle().Replace(text, Cover);
        text = Long().Replace(text, number => Bin.TryParse(number.Value, out _) && Bin.IsForBusiness(number.Value) ? number.Value : Cover);
        return Telephone().Replace(text, Cover);
    }

    /// <summary>The text without marks that cannot be seen.</summary>
    public static string Visible(string text) => Invisible().Replace(text, "");

    /// <summary>Marks that turn the direction of writing or hide inside words: in a group they could disguise a text.</summary>
    [GeneratedRegex("[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(^|\s)@\w{3,}|t\.me/\w+|wa\.me/\w+|instagram\.com/[\w.]+", RegexOptions.NonBacktracking)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\b\d{12}\b")]
    private static partial Regex Long();

    [GeneratedRegex(@"(\+7|\b[78])[\s(–-]{0,2}7\d{2}[\s)–-]{0,2}\d{3}[\s–-]?\d{2}[\s–-]?\d{2}\b")]
    private static partial Regex Telephone();
}
