using System.Buffers;

namespace Language;

/// <summary>Which language one word speaks for, how strongly, and whether its Kazakh has the letters of Kazakh.</summary>
internal readonly record struct Sign(char Language, double Weight, bool HasOwnLetters = false);

/// <summary>What one word says about the language it belongs to: its letters, then frequent words, then endings.</summary>
internal static class LanguageSigns
{
    public const char Kazakh = 'k';
    public const char Russian = 'r';
    public const char English = 'e';

    private static readonly SearchValues<char> KazakhLetters = SearchValues.Create("әғқңөұүһіӘҒҚҢӨҰҮҺІ");
    private static readonly SearchValues<char> RussianLetters = SearchValues.Create("ьъщёцэЬЪЩЁЦЭ");
    private static readonly SearchValues<char> KazakhLatinLetters = SearchValues.Create("əäöüğñşūıƏÄÖÜĞÑŞŪİ");

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouAEIOU");

    private static readonly HashSet<string> KazakhWords = Folded(LanguageWords.Kazakh);
    private static readonly HashSet<string> RussianWords = Folded(LanguageWords.Russian);
    private static readonly HashSet<string> KazakhStems = Stems(KazakhWords);
    private static readonly HashSet<string> RussianStems = Stems(RussianWords);
    private static readonly HashSet<string> EnglishWords = new(LanguageWords.English.Split(' '), StringComparer.OrdinalIgnoreCase);
    private static readonly Endings KazakhEndings =
        new(string.Join(' ', LanguageWords.KazakhEndings.Split(' ').Select(SearchText.FoldWord).Distinct()));
    private static readonly Endings RussianEndings = new(LanguageWords.RussianEndings);
    private static readonly string[] EnglishEndings = LanguageWords.EnglishEndings.Split(' ');

    public static Sign Of(Token token)
    {
        if (char.IsAsciiDigit(token.Folded[0]))
            return default;
        bool latin = false, cyrillic = false;
        foreach (var letter in token.Written)
        {
            latin |= LatinLetters.IsLatin(letter);
            cyrillic |= LatinLetters.IsCyrillic(letter);
        }

        return latin && !cyrillic ? OfLatin(token) : OfCyrillic(token);
    }

    private static Sign OfCyrillic(Token token)
    {
        var word = token.Written.AsSpan();
        if (word.ContainsAny(KazakhLetters))
            return new Sign(Kazakh, 1.3, HasOwnLetters: true);
        var (kazakh, russian) = (Knows(token, KazakhWords, KazakhStems), Knows(token, RussianWords, RussianStems));
        if (kazakh != russian)
            return kazakh > russian ? new Sign(Kazakh, kazakh) : new Sign(Russian, russian);
        if (kazakh > 0)
            return default;
        if (word.ContainsAny(RussianLetters))
            return new Sign(Russian, 0.8);
        var (ours, theirs) = (KazakhEndings.Longest(token.Folded, 3), RussianEndings.Longest(token.Written.ToLowerInvariant(), 3));
        return ours > theirs ? new Sign(Kazakh, ours > 2 ? 0.7 : 0.4)
            : theirs > ours ? new Sign(Russian, theirs > 2 ? 0.7 : 0.4)
            : default;
    }

    private static Sign OfLatin(Token token)
    {
        var word = token.Written;
        if (EnglishWords.Contains(word))
            return KazakhWords.Contains(token.Folded) ? default : new Sign(English, 1.2);    // on, be, men
        if (word.AsSpan().ContainsAny(KazakhLatinLetters))
            return new Sign(Kazakh, 1.3, HasOwnLetters: true);
        if (Knows(token, KazakhWords, KazakhStems) is > 0 and var known && token.Folded.Length > 1)
            return new Sign(Kazakh, known);
        if (token.Folded.Length > 3 && RussianWords.Contains(token.Folded))
            return new Sign(Russian, 1.2);
        var q = word.IndexOf('q', StringComparison.OrdinalIgnoreCase);
        if (q >= 0 && (q + 1 == word.Length || word[q + 1] is not ('u' or 'U')))
            return new Sign(Kazakh, 1.2);
        if (word.Length > 4 && Array.Exists(EnglishEndings, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return new Sign(English, 0.7);
        if (KazakhEndings.Longest(token.Folded, 3) > 0 || HasVowelY(word))
            return new Sign(Kazakh, 0.7);
        return word.Length > 2 ? new Sign(English, 0.3) : default;
    }

    /// <summary>A "y" between consonants writes the Kazakh ы: jumys, turady.</summary>
    private static bool HasVowelY(string word)
    {
        var y = word.IndexOf('y', StringComparison.OrdinalIgnoreCase);
        return y > 0 && y + 1 < word.Length && !Vowels.Contains(word[y - 1]) && !Vowels.Contains(word[y + 1]);
    }

    private static double Knows(Token token, HashSet<string> words, HashSet<string> stems) =>
        words.Contains(token.Folded) ? 1.2
        : token.Folded.Length > 3 && (stems.Contains(token.Stem) || stems.Contains(Stem.Bold(token.Folded))) ? 1
        : 0;

    private static HashSet<string> Folded(string words) => [.. words.Split(' ').Select(SearchText.FoldWord)];

    private static HashSet<string> Stems(IEnumerable<string> words) =>
        [.. words.Where(word => word.Length > 3).Select(Stem.Of).Where(stem => stem.Length > 3)];
}
