using System.Buffers;
using System.Globalization;
using System.Text;

namespace Language;

/// <summary>Brings a text into the form in which words are looked for.</summary>
internal static class CleanText
{
    private const string Apostrophes = "'’ʼ`";

    /// <summary>Letters and signs that cleaning leaves alone whatever stands beside them.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. AloneUnchanged()]);

    /// <summary>With those that <see cref="Quickly"/> deals with.</summary>
    private static readonly SearchValues<char> Simple = SearchValues.Create([.. AloneUnchanged(), .. Apostrophes, '№', '\u00A0']);

    /// <summary>
    /// The text in compatibility form: full-width letters made plain, letters composed with their marks, zero-width and direction marks
    /// apostrophes inside words and lone surrogates dropped, № kept apart from letters as "#". The same string when nothing changes.
    /// </summary>
    public static string Of(string text) =>
        !text.AsSpan().ContainsAnyExcept(Plain) ? text
        : !text.AsSpan().ContainsAnyExcept(Simple) ? Quickly(text)
        : Slowly(text);

    private static string Quickly(string text)
    {
        var kept = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '№')
                kept.Append(" #");
            else if (text[i] == '\u00A0')
                kept.Append(' ');
            else if (!IsInnerApostrophe(text, i))
                kept.Append(text[i]);
        }

        return kept.ToString();
    }

    private static string Slowly(string text)
    {
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsSurrogate(letter))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(letter, text[i + 1]))
                    visible.Append(letter).Append(text[++i]);
            }
            else if (letter == '№')
            {
                visible.Append(" #");
            }
            else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned))
            {
                visible.Append(letter);
            }
        }

        return WithoutMarks(visible.ToString().Normalize(NormalizationForm.FormKC));
    }

    private static string WithoutMarks(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isMark = CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            if (!isMark && !IsInnerApostrophe(text, i))
                kept.Append(text[i]);
        }

        return kept.ToString();
    }

    private static bool IsInnerApostrophe(string text, int at) => Apostrophes.Contains(text[at], StringComparison.Ordinal)
        && at > 0 && char.IsLetter(text[at - 1]) && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    /// <summary>Of Latin, Cyrillic and ordinary punctuation: what no rule above touches and no neighbour changes.</summary>
    private static IEnumerable<char> AloneUnchanged() => Enumerable.Range(0, 0x530).Concat(Enumerable.Range(0x2010, 0x18)).Append('₸')
        .Select(code => (char)code)
        .Where(letter => !Apostrophes.Contains(letter, StringComparison.Ordinal) && Slowly(letter.ToString()) == letter.ToString());
}
