using System.Buffers;
using System.Text.RegularExpressions;

namespace Risk;

/// <summary>Names of makers and models in a buyer's own words.</summary>
internal sealed partial record BrandMention(string Word, int Index)
{
    private const string LookAlikes = "авекмнорстухіјѕеАВЕКМНОРСТУХІЈЅ";
    private const string OnlyLatin = "bdfghijlnqrstuvwzDFGIJLNQRSUVWYZ";
    private const int ShortestLookAlike = 4;
    private const int RefusalWithin = 30;

    private static readonly SearchValues<char> LatinLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Letters of the word that only look Latin.</summary>
    public int CyrillicLetters => Word.Count(LookAlikes.Contains);

    /// <summary>The first name found: a known mark, a word marked as one, or a foreign word followed by a model.</summary>
    public static BrandMention? In(string text, BrandWords words)
    {
        var (low, tokens) = (LowerCase.Of(text), new List<Range>());
        foreach (var match in Token().EnumerateMatches(text))
            tokens.Add(match.Index..(match.Index + match.Length));

        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsName(text, low, tokens, i, words))
            {
                return new BrandMention(text[tokens[i]], tokens[i].Start.Value);
            }
        }

        return null;
    }

    /// <summary>
    /// A Latin word with Cyrillic letters of the same shape in it: search does not find it. A word that begins or ends in another
    /// script (РазъемRJ45) is only a missing space.
    /// </summary>
    public static BrandMention? LookAlikeIn(string text) => !text.AsSpan().ContainsAny(LatinLetters) ? null : Letters().Matches(text)
        .Where(match => match.Length >= ShortestLookAlike && IsLatinInDisguise(match.Value))
        .Select(match => new BrandMention(match.Value, match.Index))
        .FirstOrDefault();

    /// <summary>"Or equivalent" stands within some characters before or after the name, and is not refused ("аналоги не …").</summary>
    public bool AllowsEquivalent(string text, BrandWords words, int within)
    {
        var low = LowerCase.Of(text);
        var from = Math.Max(0, Index - within);
        var until = Math.Min(low.Length, Index + Word.Length + within);

        return words.Equivalents.Any(word => Places(low, word, from, until).Any(place => !IsRefused(low, place + word.Length, words)));
    }

    /// <summary>The words that stand before the name within some characters, in lower case: "для принтера".</summary>
    public string Before(string text, int within) => text[Math.Max(0, Index - within)..Index].ToLowerInvariant();

    private static IEnumerable<int> Places(string text, string word, int from, int until)
    {
        for (var place = text.IndexOf(word, from, StringComparison.Ordinal);
            place >= 0 && place < until;
            place = text.IndexOf(word, place + 1, StringComparison.Ordinal))
        {
            yield return place;
        }
    }

    private static bool IsRefused(string text, int after, BrandWords words) =>
        words.Refusals.Any(word => text.AsSpan(after, Math.Min(RefusalWithin, text.Length - after))
            .Contains(word, StringComparison.Ordinal));

    private static bool IsName(string text, string low, List<Range> tokens, int i, BrandWords words)
    {
        if (words.Brands.Holds(low.AsSpan(tokens[i])))
        {
            return true;
        }

        var token = text.AsSpan(tokens[i]);
        var end = tokens[i].End.Value;
        var marked = end < text.Length && text[end] is '®' or '™';
        var named = FollowsMaker(low, tokens, i, words);

        return (named && IsQuoted(text, tokens[i]))
            || (IsForeignName(token) && !words.Ordinary.Holds(low.AsSpan(tokens[i]))
                && (marked || named || (i + 1 < tokens.Count && IsModel(text[tokens[i + 1]]))));
    }

    /// <summary>"Марки …", "производитель: только ТОО …": what follows is a name.</summary>
    private static bool FollowsMaker(string low, List<Range> tokens, int i, BrandWords words)
    {
        var before = i - 1;
        while (before > 0 && words.BeforeName.Holds(low.AsSpan(tokens[before])))
            before--;

        return before >= 0 && words.NameFollows.Holds(low.AsSpan(tokens[before]));
    }

    /// <summary>In quotation marks and with a capital, whatever the script: «Айналайын».</summary>
    private static bool IsQuoted(string text, Range token) =>
        token.Start.Value is > 0 and var start && text[start - 1] is '«' or '"' or '“' or '„' && char.IsUpper(text[token.Start.Value]);

    /// <summary>Latin, with a capital, at least three letters and no digits.</summary>
    private static bool IsForeignName(ReadOnlySpan<char> word) =>
        word.Length >= 3 && char.IsAsciiLetterUpper(word[0]) && !word.ContainsAnyExcept(LatinLetters);

    /// <summary>Latin letters with digits, at least four signs, LBP3010 or KX-T7723CID; not a size or a class of protection.</summary>
    private static bool IsModel(string word) =>
        word.Length >= 4 && char.IsAsciiLetterUpper(word[0]) && word.Any(char.IsAsciiDigit) && !Size().IsMatch(word);

    private static bool IsLatinInDisguise(string word)
    {
        var latin = word.Count(char.IsAsciiLetter);
        var disguised = word.Count(LookAlikes.Contains);

        return disguised > 0 && latin > disguised && latin + disguised == word.Length
            && word.Any(letter => OnlyLatin.Contains(letter)) && !HasRussianEnding(word);
    }

    /// <summary>Cyrillic letters only at the end: "SSDа", "FLASHка" are Latin words with a Russian ending.</summary>
    private static bool HasRussianEnding(string word)
    {
        var stem = word.TrimEnd(LookAlikes.ToCharArray());

        return stem.All(char.IsAsciiLetter) && (word.Length - stem.Length > 1 || char.IsAsciiLetterUpper(stem[^1]));
    }

    [GeneratedRegex(@"[\p{L}\d]+([-/][\p{L}\d]+)*")]
    private static partial Regex Token();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(IP\d+|PN\d+|DN\d+.*|SN\d+|SDR\d*|PE\d+|A\d|RJ\d+|M\d+|E\d+|G\d+|T\d+|V\d+|R\d+)$")]
    private static partial Regex Size();
}
