namespace Language;

/// <summary>
/// The Snowball stem of an English word ("Porter2"): endings are cut or changed step by step where enough of the word remains.
/// Source: M. Porter's description of the English stemming algorithm, Snowball project.
/// </summary>
public static partial class EnglishStem
{
    /// <summary>The stem of one word; upper case is read as lower. Words of two letters or fewer, and other letters, stay.</summary>
    public static string Of(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Exceptions.TryGetValue(lower, out var exception))
            return exception;
        if (lower.Length <= 2)
            return lower;
        var marked = WithConsonantY(lower[0] == '\'' ? lower[1..] : lower);
        var regions = Regions(marked);
        var stem = WithoutPlural(WithoutPossessive(marked));
        if (!Untouched.Contains(stem))
        {
            stem = WithPlainY(WithoutTense(stem, regions));
            stem = WithoutEnd(Shorter(Shorter(stem, regions, Second), regions, Third), regions);
            stem = WithoutLastLetter(stem, regions);
        }

        return stem.Replace('Y', 'y');
    }

    /// <summary>A "y" that begins the word or follows a vowel is a consonant: it is written as a capital until the end.</summary>
    private static string WithConsonantY(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
                letters[i] = 'Y';
        }

        return new string(letters);
    }

    private static (int First, int Second) Regions(string word)
    {
        var beginning = Array.Find(Beginnings, start => word.StartsWith(start, StringComparison.Ordinal));
        var first = beginning?.Length ?? PastVowelAndConsonant(word, 0);
        return (first, PastVowelAndConsonant(word, first));
    }

    private static int PastVowelAndConsonant(string word, int from)
    {
        while (from < word.Length && !IsVowel(word[from]))
            from++;
        while (from < word.Length && IsVowel(word[from]))
            from++;
        return Math.Min(from + 1, word.Length);
    }

    private static string WithoutPossessive(string word) =>
        Ends(word, "'s'") ? word[..^3] : Ends(word, "'s") ? word[..^2] : Ends(word, "'") ? word[..^1] : word;

    private static string WithoutPlural(string word)
    {
        if (Ends(word, "sses"))
            return word[..^2];
        if (Ends(word, "ied") || Ends(word, "ies"))
            return word.Length > 4 ? word[..^2] : word[..^1];
        var plain = !Ends(word, "s") || Ends(word, "us") || Ends(word, "ss");
        return !plain && HasVowel(word, word.Length - 2) ? word[..^1] : word;
    }

    private static string WithoutTense(string word, (int First, int Second) regions)
    {
        var ending = Longest(word, Tenses);
        var stem = word[..^ending.Length];
        if (ending is "eed" or "eedly")
            return stem.Length >= regions.First ? stem + "ee" : word;
        if (ending.Length == 0 || !HasVowel(stem, stem.Length))
            return word;
        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz"))
            return stem + "e";
        if (stem.Length > 1 && stem[^1] == stem[^2] && "bdfgmnprt".Contains(stem[^1], StringComparison.Ordinal))
            return stem[..^1];
        return stem.Length <= regions.First && IsShortSyllable(stem) ? stem + "e" : stem;
    }

    private static string WithPlainY(string word) =>
        word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2]) ? word[..^1] + "i" : word;

    /// <summary>Changes the longest of the endings when it stands in the region that its rule asks for.</summary>
    private static string Shorter(string word, (int First, int Second) regions, Dictionary<string, string> rules)
    {
        var ending = Longest(word, rules.Keys);
        var stem = word[..^ending.Length];
        var kept = ending.Length > 0 && stem.Length >= regions.First && ending switch
        {
            "ogi" => Ends(stem, "l"),
            "li" => stem.Length > 0 && "cdeghkmnrt".Contains(stem[^1], StringComparison.Ordinal),
            "ative" => stem.Length >= regions.Second,
            _ => true,
        };
        return kept ? stem + rules[ending] : word;
    }

    private static string WithoutEnd(string word, (int First, int Second) regions)
    {
        var ending = Longest(word, Fourth);
        var stem = word[..^ending.Length];
        return stem.Length >= regions.Second && (ending != "ion" || Ends(stem, "s") || Ends(stem, "t")) ? stem : word;
    }

    private static string WithoutLastLetter(string word, (int First, int Second) regions)
    {
        if (word.Length == 0)
            return word;
        var stem = word[..^1];
        var cut = word[^1] switch
        {
            'e' => stem.Length >= regions.Second || stem.Length >= regions.First && !IsShortSyllable(stem),
            'l' => stem.Length >= regions.Second && Ends(stem, "l"),
            _ => false,
        };
        return cut ? stem : word;
    }

    private static bool IsShortSyllable(string word) => word.Length switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[^3]) && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y'),
    };

    private static bool HasVowel(string word, int before) => word.Take(before).Any(IsVowel);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    private static string Longest(string word, IEnumerable<string> endings) =>
        endings.Where(ending => Ends(word, ending)).MaxBy(ending => ending.Length) ?? "";
}
