namespace Language;

/// <summary>
/// The stem of a Kazakh word: cases, possessives, plural, -дағы, -нікі, -дай, then participles, verbal nouns and tenses are taken off, from
/// the end inwards. An ending comes off only where the grammar lets it stand: after that consonant (-лар, -дар, -тар), with those vowels
/// (-лар, -лер), leaving a stem that a Kazakh word can have. Derivation (-лық, -шы, -сыз) and voice (-ыл, -т) stay.
/// </summary>
/// <remarks>
/// One table of endings serves three spellings, because a letter of an ending stands for all that people type for it: ы, і and и; ғ and г; қ
/// and к; ң and н; й and и. So it works on Kazakh letters, without them, and on folded words; what cannot be told from the letters
/// typed (the harmony of an "и" or "о") is then taken as fitting. The stem keeps the letters of the word; its last б, г, ғ become п, к, қ.
/// </remarks>
public static partial class KazakhStem
{
    private const int MostLayers = 3;

    /// <summary>The stem of one word, in lower case; a word without an ending that it knows, or of another script, stays as it is.</summary>
    public static string Of(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.Length < 3 ? lower : WrittenAs(lower, Cut(WithShortI(lower)));
    }

    private static string Cut(string word)
    {
        if (IsKept(word))
            return Nominative(word);
        if (Finite(word) is { } verb)
            return verb;
        var noun = word;
        for (var layer = 0; layer < MostLayers && !IsKept(noun) && Lasting(noun) is null && Without(noun) is { } rest; layer++)
        {
            var tail = noun[rest.Length..];
            noun = rest;
            if (!TakesMore(tail))
                break;
        }

        return IsKept(noun) ? Nominative(noun) : Lasting(noun) ?? Participle(noun, Participles) ?? Nominative(noun);
    }

    /// <summary>Before a case there is none; before -дағы, -нікі, -дай and a bare plural there may be.</summary>
    private static bool TakesMore(string tail) => tail.Length == 3 && tail[^1] == 'р' || Is('Y', tail[^1]) && tail.Length > 2
        || tail.Length > 3 && Is('I', tail[^1]) && tail[^2] is 'ғ' or 'г' or 'к';

    /// <summary>Without one round of case, possessive and plural; null when there is none of them.</summary>
    private static string? Without(string word)
    {
        if (Cut(word, Genitives) is null && Cut(word, PossessedCases) is { } possessed
            && (IsKept(possessed) ? possessed : Possessor(possessed)) is { } owner)
            return Single(owner);
        var bare = Cut(word, Cases) ?? word;
        if (!IsKept(bare))
            bare = Possessor(bare) ?? bare;
        bare = Single(bare);
        return bare == word ? null : bare;
    }

    private static string Single(string word) => IsKept(word) ? word : Cut(word, Plurals) ?? word;

    /// <summary>Without a possessive: қаласы – қала, жұмысы – жұмыс, мектебіміз – мектеп; null when there is none.</summary>
    private static string? Possessor(string word)
    {
        if (Cut(word, Ours) is { } ours)
            return ours;
        if (word.Length < 3 || !Is('I', word[^1]))
            return null;
        var owner = word[..^1];
        var before = owner[^1];
        if (before == 'с' && owner.Length > 3 && !IsKept(owner) && EndsOpen(owner[..^1]))
            return Fits(owner[..^1], word[^2..]) ? owner[..^1] : null;
        var agent = before == 'ш' && !IsKept(owner) && !Is('I', owner[^2]);
        var unvoiced = before is 'к' or 'қ' or 'п' && IsVowel(owner[^2]);
        return agent || unvoiced || IsVowel(before) && before != 'у' || !Fits(owner, word[^1..]) ? null : owner;
    }

    /// <summary>Whether a word more likely ends in its vowel than in the "с" or "н" that follows: қала(сы), оқушы(сы), but жұмыс(ы).</summary>
    private static bool EndsOpen(string word) => word[^1] is 'а' or 'е' or 'ә' or 'я' || IsKept(word)
        || Is('I', word[^1]) && word.Length > 3 && word[^2] is 'ш' or 'ж';

    private static string? Cut(string word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (!Matches(word, ending) || !Fits(word[..^ending.Length], word[^ending.Length..]) || CutsInto(word, ending.Length))
                continue;
            var stem = word[..^ending.Length];
            var fits = ending[0] switch
            {
                'н' when ending == "нI" => EndsOpen(stem) && Participle(word[..^1], Pasts) is null,    // баланы, but стадион-ы
                'д' or 'т' when ending.EndsWith("ктAн", StringComparison.Ordinal) => stem[^1] == 'н',
                _ => true,
            };
            if (fits)
                return stem;
        }

        return null;
    }

    /// <summary>Whether an ending of that length would take letters of a known word: аудан-ы is not ауда-ны.</summary>
    private static bool CutsInto(string word, int length)
    {
        for (var cut = 1; cut < length; cut++)
        {
            if (IsKept(word[..^cut]))
                return true;
        }

        return false;
    }

    /// <summary>мектеб – мектеп, қазағ – қазақ, орн – орын: how the stem is written when no vowel follows.</summary>
    private static string Nominative(string stem)
    {
        if (Swallowed.TryGetValue(Plain(stem), out var vowel))
            return $"{stem[..^1]}{vowel}{Voiceless(stem[^1])}";
        return stem.Length > 1 && IsVowel(stem[^2]) ? stem[..^1] + Voiceless(stem[^1]) : stem;
    }

    private static char Voiceless(char letter) => letter switch
    {
        'б' => 'п',
        'ғ' => 'қ',
        'г' => 'к',
        _ => letter,
    };

    /// <summary>A folded "й" is an "и" after a vowel: here it counts as the consonant that it is.</summary>
    private static string WithShortI(string word) => string.Create(word.Length, word, (letters, source) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var before = i > 0 ? source[i - 1] : '\0';
            letters[i] = source[i] == 'и' && IsVowel(before) && before != 'и' && (before != 'у' || i == 1) ? 'й' : source[i];
        }
    });

    /// <summary>The stem in the letters in which the word was written: no й, ы or і that its writer did not use.</summary>
    private static string WrittenAs(string word, string stem) => string.Create(stem.Length, (word, stem), (written, source) =>
    {
        for (var i = 0; i < written.Length; i++)
        {
            var (letter, own) = (source.stem[i], i < source.word.Length ? source.word[i] : '\0');
            written[i] = own == 'и' && letter == 'й' || letter is 'ы' or 'і' && !source.word.Contains(letter) ? 'и' : letter;
        }
    });
}
