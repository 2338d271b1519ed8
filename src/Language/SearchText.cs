using System.Text;

namespace Language;

/// <summary>
/// Folds words so that every way in which people spell them compares equal: case, Kazakh letters or the Russian ones typed instead,
/// Latin letters, look-alikes, marks that nobody sees. The result is for comparing, never for showing.
/// </summary>
public static class SearchText
{
    /// <summary>
    /// The words of a text in folded spelling (lower-case Cyrillic letters and digits), one space between them. Folding twice changes
    /// nothing. Letters of other scripts and punctuation separate words; never throws, broken surrogates included.
    /// </summary>
    public static string Fold(string text) => string.Join(' ', Words.In(text).Select(word => FoldWord(word.Text)).Where(w => w.Length > 0));

    /// <summary>One word in folded spelling; empty when nothing of it remains.</summary>
    internal static string FoldWord(string word)
    {
        bool cyrillic = false, latin = false, digits = false;
        foreach (var letter in word)
        {
            cyrillic |= LatinLetters.IsCyrillic(letter);
            latin |= LatinLetters.IsLatin(letter);
            digits |= char.IsAsciiDigit(letter);
        }

        var lone = latin && digits && word.Count(LatinLetters.IsLatin) == 1;    // 1C, A4: written with whatever key was near
        var lower = Lower(word, latin && (cyrillic || lone));
        return Reduce(latin ? LatinLetters.ToCyrillic(lower) : lower);
    }

    private static string Lower(string word, bool asLookAlikes)
    {
        var lower = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var seen = asLookAlikes ? LatinLetters.LookAlike(letter) : letter;
            lower.Append(seen == 'İ' ? 'i' : char.ToLowerInvariant(seen));
        }

        return lower.ToString();
    }

    private static string Reduce(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var kept = Letter(letter);
            if (kept == '\0' || folded.Length > 0 && folded[^1] == kept && !char.IsAsciiDigit(kept))
                continue;
            folded.Append(kept);
        }

        return folded.ToString();
    }

    private static char Letter(char letter) => letter switch
    {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' or 'ҡ' or 'ќ' => 'к',
        'ң' or 'ҥ' => 'н',
        'ө' or 'ӧ' => 'о',
        'ұ' or 'ү' or 'ў' => 'у',
        'һ' or 'ҳ' => 'х',
        'і' or 'ї' or 'ы' or 'й' => 'и',
        'э' or 'ё' or 'є' => 'е',
        'щ' => 'ш',
        'ґ' => 'г',
        >= 'а' and <= 'я' and not ('ь' or 'ъ') => letter,
        >= '0' and <= '9' => letter,
        _ => '\0',
    };
}
