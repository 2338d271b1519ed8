using System.Text;

namespace Language;

/// <summary>
/// Folds words so that every way in which people spell them compares equal: case, Kazakh letters or the Russian ones typed instead,
/// Latin letters, look-alikes, marks that nobody sees. The result is for comparing, never for showing.
/// </summary>
public static class SearchText
{
    private const int Usual = 64;

    /// <summary>
    /// The words of a text in folded spelling (lower-case Cyrillic letters and digits), one space between them. Folding twice changes
    /// nothing. Letters of other scripts and punctuation separate words; never throws, broken surrogates included.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var word in Words.In(CleanText.Of(text)))
        {
            if (FoldWord(word) is { Length: > 0 } kept)
                folded.Append(folded.Length > 0 ? " " : "").Append(kept);
        }

        return folded.ToString();
    }

    /// <summary>One word in folded spelling; empty when nothing of it remains.</summary>
    internal static string FoldWord(string word) => FoldWord(word.AsSpan());

    internal static string FoldWord(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= Usual ? stackalloc char[2 * Usual] : new char[2 * word.Length];
        return folded[..FoldTo(word, folded)].ToString();
    }

    /// <summary>Writes the folded word, at most twice as long, and tells its length.</summary>
    private static int FoldTo(ReadOnlySpan<char> word, Span<char> folded)
    {
        bool cyrillic = false, digits = false;
        var latin = 0;
        foreach (var letter in word)
        {
            cyrillic |= LatinLetters.IsCyrillic(letter);
            digits |= char.IsAsciiDigit(letter);
            latin += LatinLetters.IsLatin(letter) ? 1 : 0;
        }

        if (latin == 0)
            return Reduce(word, folded);
        var lone = digits && latin == 1;    // 1C, A4: written with whatever key was near
        Span<char> lower = word.Length <= Usual ? stackalloc char[Usual] : new char[word.Length];
        lower = lower[..word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            var seen = cyrillic || lone ? LatinLetters.LookAlike(word[i]) : word[i];
            lower[i] = seen == 'İ' ? 'i' : char.ToLowerInvariant(seen);
        }

        return Reduce(folded[..LatinLetters.ToCyrillic(lower, folded)], folded);
    }

    /// <summary>Folds letter by letter, doubled letters once; the two spans may be the same.</summary>
    private static int Reduce(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var letter in word)
        {
            var kept = FoldedLetters.Of(letter);
            if (kept != '\0' && (length == 0 || folded[length - 1] != kept || char.IsAsciiDigit(kept)))
                folded[length++] = kept;
        }

        return length;
    }
}
