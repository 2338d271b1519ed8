using System.Globalization;
using System.Net;
using System.Text;

namespace Procurement.Portal;

/// <summary>The portal's texts as people read them: without HTML escapes, control characters, marks that hide or turn writing, and more than one space at a time.</summary>
internal static class CleanText
{
    /// <summary>The text; null when nothing is left of it.</summary>
    public static string? Of(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text)
            if (IsHidden(letter))
                continue;
            else if (!IsBlank(letter))
                clean.Append(letter);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        if (clean.Length > 0 && clean[^1] == ' ')
            clean.Length--;
        return clean.Length > 0 ? clean.ToString() : null;
    }

    private static bool IsClean(string text)
    {
        var last = ' ';    // a space at the beginning counts as a second one
        foreach (var letter in text)
        {
            if (letter is (> ' ' and < '\x7f' and not '&') or (>= '\u0400' and <= '\u052f'))    // nearly all: Latin and Cyrillic
            {
                last = letter;
                continue;
            }

            if (letter == '&' || (letter == ' ' ? last == ' ' : IsBlank(letter) || IsHidden(letter)))
                return false;
            last = letter;
        }
        return last != ' ';
    }

    /// <summary>Of no width, or turning what follows: in a name it could only disguise it.</summary>
    private static bool IsHidden(char letter) => letter > '\x7f' && char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter);
}
