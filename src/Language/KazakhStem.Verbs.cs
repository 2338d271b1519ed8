namespace Language;

public static partial class KazakhStem
{
    private static string? Finite(string word)
    {
        var polite = word.Length > 6 && Is('I', word[^1]) && word[^2] == 'ш' && word[^3] is 'з' or 'р' ? word[..^2] : word;
        foreach (var ending in Tenses)
        {
            if (!Matches(polite, ending))
                continue;
            var (stem, spoken) = (polite[..^ending.Length], polite[^ending.Length..]);
            if (Fits(stem, spoken) && Allows(stem, ending, spoken[0]) && !CutsInto(polite, ending.Length))
                return Verb(stem);
        }

        return polite == word ? null : Verb(polite);
    }

    /// <summary>What a tense asks of the stem before it: -ып and -ады stand after a consonant, -п and -йды after a vowel.</summary>
    private static bool Allows(string stem, string ending, char first) => ending[0] switch
    {
        'A' => stem[^1] == 'у' || IsConsonant(stem[^1]) && (ending != "AдI" || !EndsInVowel(stem + first)),
        'I' => !IsVowel(stem[^1]),
        'Y' => IsVowel(stem[^1]) || first == 'и',
        'п' => EndsInVowel(stem),
        'с' => IsConsonant(stem[^1]),
        'д' or 'т' when ending.Length == 2 => EndsInVowel(stem),
        _ => true,
    };

    private static bool EndsInVowel(string verb) => IsVowelVerb(verb) || verb.Length > 3 && Cut(verb, Negations) is not null;

    /// <summary>-атын, -йтын: looked for before the cases, because they end like one.</summary>
    private static string? Lasting(string word) => Participle(word, LastingParticiples);

    private static string? Participle(string word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (!Matches(word, ending))
                continue;
            var stem = word[..^ending.Length];
            var fits = Fits(stem, word[^ending.Length..]) && !CutsInto(word, ending.Length) && !(ending[0] == 'A' && IsVowel(stem[^1]));
            if (fits && !(ending[0] is 'Y' && !IsVowel(stem[^1])))
                return Verb(stem);
        }

        return null;
    }

    /// <summary>The verb without negation, and without the ы that -у and -ып swallow (оқыған, оқу).</summary>
    private static string Verb(string stem)
    {
        var positive = Cut(stem, Negations) ?? stem;
        positive = positive.Length > 2 && Is('I', positive[^1]) && positive[^1] != 'и' ? positive[..^1] : positive;
        return Nominative(positive);
    }
}
