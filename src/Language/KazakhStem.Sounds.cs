namespace Language;

public static partial class KazakhStem
{
    private enum Harmony { Unknown, Back, Front }

    private static bool Matches(string word, string ending)
    {
        if (word.Length <= ending.Length)
            return false;
        var exact = word.Any(IsKazakh);
        for (var i = 1; i <= ending.Length; i++)
        {
            if (!Is(ending[^i], word[^i]) || exact && ending[^i] == 'N' && word[^i] == 'н')
                return false;
        }

        return true;
    }

    private static bool Is(char pattern, char letter) => pattern switch
    {
        'A' => letter is 'а' or 'е',
        'I' => letter is 'ы' or 'і' or 'и',
        'Y' => letter is 'й' or 'и',
        'G' => letter is 'ғ' or 'г',
        'K' => letter is 'қ' or 'к',
        'N' => letter is 'ң' or 'н',
        _ => letter == pattern,
    };

    /// <summary>Whether a stem may carry an ending: long enough, closed as stems are, of the same vowels, after the right consonant.</summary>
    private static bool Fits(string stem, string ending) =>
        HasShape(stem) && Follows(stem[^1], ending) && InHarmony(stem, ending);

    private static bool HasShape(string stem)
    {
        if (stem.Length < 3)
            return stem.Length == 2 && (IsVowel(stem[0]) && IsConsonant(stem[1]) || stem == "су");
        var closed = IsConsonant(stem[^1]) && IsConsonant(stem[^2]);
        return stem.Any(IsVowel) && (!closed || Clusters.Contains(stem[^2..]) || Swallowed.ContainsKey(Plain(stem)));
    }

    /// <summary>Whether the ending begins as it must after that letter: қалалар, ауылдар, мектептер.</summary>
    private static bool Follows(char last, string ending)
    {
        var vowel = IsVowel(last);
        var open = vowel || last is 'р' or 'й' or 'у';
        var nasal = last is 'м' or 'н' or 'ң';
        return (ending[0], ending.Length) switch
        {
            ('л', _) => open,
            ('д', _) => !IsVoiceless(last) && (ending.Length < 3 || ending[^1] != 'р' || !open),
            ('т', _) or ('қ', _) or ('к', _) or ('п', 3) when ending[1] != 'т' => IsVoiceless(last),
            ('п', 2) => IsVoiceless(last),
            ('п', _) => vowel,
            ('ғ', _) or ('г', _) => !IsVoiceless(last) || last is 'к' && ending.Length > 2,
            ('н', 1) => vowel,
            ('н', _) => vowel || nasal,
            ('б', _) => last is 'з' or 'ж' or 'м' or 'н' or 'ң',
            ('м', _) => open || last == 'л' || nasal,
            _ => true,
        };
    }

    /// <summary>Endings are spoken with the vowels of the last syllable: қалада, көшеде. Borrowed words with two last consonants take і.</summary>
    private static bool InHarmony(string stem, string ending)
    {
        var belongs = ending.Length == 4 && ending[^2] == 'к' && Is('I', ending[^1]);    // -нікі has one form
        if (belongs || ending is "мен" or "бен" or "пен" || IsConsonant(stem[^1]) && IsConsonant(stem[^2]) || stem[^1] == 'ь')
            return true;
        var known = stem.Any(IsKazakh) || ending.Any(IsKazakh);
        var wanted = Last(stem, known);
        var spoken = Last(ending, known);
        return wanted == Harmony.Unknown || spoken == Harmony.Unknown || wanted == spoken;
    }

    private static Harmony Last(string text, bool known)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] is 'ә' or 'е' or 'ө' or 'ү' or 'і' or 'э')
                return Harmony.Front;
            if (text[i] is 'а' or 'ұ' or 'ы' or 'я' || text[i] == 'о' && known)
                return Harmony.Back;
            if (!known && text[i] == 'о' || text[i] is 'у' or 'и' or 'ю')
                return Harmony.Unknown;
        }

        return Harmony.Unknown;
    }

    private static bool IsKazakh(char letter) => letter is 'ә' or 'ғ' or 'қ' or 'ң' or 'ө' or 'ұ' or 'ү' or 'һ' or 'і';

    private static bool IsVowel(char letter) =>
        letter is 'а' or 'ә' or 'е' or 'ё' or 'и' or 'о' or 'ө' or 'у' or 'ұ' or 'ү' or 'ы' or 'і' or 'э' or 'ю' or 'я';

    private static bool IsConsonant(char letter) => char.IsLetter(letter) && !IsVowel(letter);

    private static bool IsVoiceless(char letter) =>
        letter is 'к' or 'қ' or 'п' or 'т' or 'с' or 'ш' or 'ф' or 'х' or 'ц' or 'ч' or 'щ' or 'б' or 'в' or 'г' or 'д';
}
