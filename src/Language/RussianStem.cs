namespace Language;

/// <summary>
/// The Snowball stem of a Russian word: endings of gerunds, adjectives, verbs and nouns are cut where the word is long enough for it.
/// Source: M. Porter's description of the Russian stemming algorithm, Snowball project. It works on real letters, not on folded ones.
/// </summary>
public static class RussianStem
{
    private static readonly Endings Gerund = new("ив ивши ившись ыв ывши ывшись");
    private static readonly Endings GerundAfterA = new("в вши вшись");
    private static readonly Endings Adjective = new(
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
    private static readonly Endings Participle = new("ивш ывш ующ");
    private static readonly Endings ParticipleAfterA = new("ем нн вш ющ щ");
    private static readonly Endings Reflexive = new("ся сь");
    private static readonly Endings Verb = new(
        "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");
    private static readonly Endings VerbAfterA = new("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно");
    private static readonly Endings Noun = new(
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");
    private static readonly Endings I = new("и");
    private static readonly Endings Derivation = new("ост ость");
    private static readonly Endings Superlative = new("ейш ейше");
    private static readonly Endings SoftSign = new("ь");

    /// <summary>The stem of one word; upper case and "ё" are read as lower case and "е". Other letters and an empty word stay.</summary>
    public static string Of(string word)
    {
        var lower = word.ToLowerInvariant().Replace('ё', 'е');
        var stem = lower.AsSpan();
        var (region, second) = Regions(stem);
        if (!Cut(ref stem, region, Gerund, GerundAfterA))
        {
            Cut(ref stem, region, Reflexive);
            if (Cut(ref stem, region, Adjective))
                Cut(ref stem, region, Participle, ParticipleAfterA);
            else if (!Cut(ref stem, region, Verb, VerbAfterA))
                Cut(ref stem, region, Noun);
        }

        Cut(ref stem, region, I);
        if (stem.Length - Derivation.Longest(stem, region) >= second)
            Cut(ref stem, region, Derivation);
        if (Cut(ref stem, region, Superlative) || !Cut(ref stem, region, SoftSign))
            stem = stem.EndsWith("нн") && stem.Length - 2 >= region ? stem[..^1] : stem;
        return stem.ToString();
    }

    /// <summary>Where the word after its first vowel begins, and where the region for derivational endings does.</summary>
    private static (int AfterVowel, int Second) Regions(ReadOnlySpan<char> word)
    {
        var vowel = Past(word, 0, vowel: true);
        return (vowel, Past(word, Past(word, Past(word, vowel, vowel: false), vowel: true), vowel: false));
    }

    private static int Past(ReadOnlySpan<char> word, int from, bool vowel)
    {
        while (from < word.Length && IsVowel(word[from]) != vowel)
            from++;
        return Math.Min(from + 1, word.Length);
    }

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';

    /// <summary>Cuts the longest ending inside the region; one of the second kind only where "а" or "я" stands before it.</summary>
    private static bool Cut(ref ReadOnlySpan<char> word, int region, Endings endings, Endings? afterA = null)
    {
        var length = endings.Longest(word, region);
        var bound = afterA?.Longest(word, region) ?? 0;
        if (bound > length)
        {
            var before = word.Length - bound - 1;
            if (before < region || word[before] is not ('а' or 'я'))
                return false;
            length = bound;
        }

        word = word[..^length];
        return length > 0;
    }
}
