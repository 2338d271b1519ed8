using System.Globalization;
using System.Text;

namespace Language;

/// <summary>Splits a text into runs of letters and digits, without the marks that nobody sees.</summary>
internal static class Words
{
    /// <summary>One word as it was written, and where it stands in <see cref="Clean"/> text.</summary>
    public readonly record struct Word(string Text, int Start);

    /// <summary>
    /// Runs of letters and digits, in order. A run of three letters or more after digits is a word of its own ("12школа").
    /// </summary>
    public static IEnumerable<Word> In(string text)
    {
        var clean = Clean(text);
        var start = -1;
        for (var i = 0; i <= clean.Length; i++)
        {
            var inside = i < clean.Length && IsWordLetter(clean[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (start >= 0 && (!inside || IsGluedWord(clean, start, i)))
            {
                yield return new Word(clean[start..i], start);
                start = inside ? i : -1;
            }
        }
    }

    /// <summary>
    /// The text in compatibility form: full-width letters made plain, letters composed with their marks, zero-width and direction marks
    /// apostrophes inside words and lone surrogates dropped, № kept apart from letters as "#".
    /// </summary>
    public static string Clean(string text)
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

    private static bool IsGluedWord(string text, int start, int at) =>
        start >= 0 && at > start && char.IsAsciiDigit(text[at - 1]) && at + 2 < text.Length
        && char.IsLetter(text[at]) && char.IsLetter(text[at + 1]) && char.IsLetter(text[at + 2]);

    private static bool IsWordLetter(char letter) =>
        char.IsAsciiDigit(letter) || LatinLetters.IsCyrillic(letter) && char.IsLetter(letter) || LatinLetters.IsLatin(letter);

    private static bool IsInnerApostrophe(string text, int at) => text[at] is '\'' or '’' or 'ʼ' or '`'
        && at > 0 && char.IsLetter(text[at - 1]) && at + 1 < text.Length && char.IsLetter(text[at + 1]);
}
