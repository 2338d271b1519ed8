using System.Text.RegularExpressions;

namespace Risk;

/// <summary>Names of makers and models in a buyer's own words.</summary>
internal sealed partial record BrandMention(string Word, int Index)
{
    private const string LookAlikes = "авекмнорстухіјѕеАВЕКМНОРСТУХІЈЅ";
    private const string OnlyLatin = "bdfghijlnqrstuvwzDFGIJLNQRSUVWYZ";
    private const int ShortestLookAlike = 4;
    private const int RefusalWithin = 30;

    /// <summary>Letters of the word that only look Latin.</summary>
    public int CyrillicLetters => Word.Count(LookAlikes.Contains);

    /// <summary>The first name found: a known mark, a word marked as one, or a foreign word followed by a model.</summary>
    public static BrandMention? In(string text, BrandWords words)
    {
        var tokens = Token().Matches(text).ToList();

        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsName(text, tokens, i, words))
            {
                return new BrandMention(tokens[i].Value, tokens[i].Index);
            }
        }

        return null;
    }

    /// <summary>
    /// A Latin word with Cyrillic letters of the same shape in it: search does not find it. A word that begins or ends in another
    /// script (РазъемRJ45) is only a missing space.
    /// </summary>
    public static BrandMention? LookAlikeIn(string text) => Letters().Matches(text)
        .Where(match => match.Length >= ShortestLookAlike && IsLatinInDisguise(match.Value))
        .Select(match => new BrandMention(match.Value, match.Index))
        .FirstOrDefault();

    /// <summary>"Or equivalent" stands within some characters before or after the name, and is not refused ("аналоги не …").</summary>
    public bool AllowsEquivalent(string text, BrandWords words, int within)
    {
        var low = text.ToLowerInvariant();
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

    private static bool IsName(string text, List<Match> tokens, int i, BrandWords words)
    {
        var (token, low) = (tokens[i], tokens[i].Value.ToLowerInvariant());

        if (words.Brands.Contains(low))
        {
            return true;
        }

        var marked = token.Index + token.Length < text.Length && text[token.Index + token.Length] is '®' or '™';
        var named = FollowsMaker(tokens, i, words);

        return (named && IsQuoted(text, token))
            || (IsForeignName(token.Value, words) && (marked || named || (i + 1 < tokens.Count && IsModel(tokens[i + 1].Value))));
    }

    /// <summary>"Марки …", "производитель: только ТОО …": what follows is a name.</summary>
    private static bool FollowsMaker(List<Match> tokens, int i, BrandWords words)
    {
        var before = i - 1;
        while (before > 0 && words.BeforeName.Contains(tokens[before].Value.ToLowerInvariant()))
            before--;

        return before >= 0 && words.NameFollows.Contains(tokens[before].Value.ToLowerInvariant());
    }

    /// <summary>After a word and in quotation marks, with a capital, whatever the script: «Айналайын».</summary>
    private static bool IsQuoted(string text, Match token) =>
        text[token.Index - 1] is '«' or '"' or '“' or '„' && char.IsUpper(token.Value[0]);

    /// <summary>Latin, at least three letters and no digits, and not an ordinary word.</summary>
    private static bool IsForeignName(string word, BrandWords words) =>
        word.Length >= 3 && word.All(char.IsAsciiLetter) && char.IsAsciiLetterUpper(word[0])
        && !words.Ordinary.Contains(word.ToLowerInvariant());

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
