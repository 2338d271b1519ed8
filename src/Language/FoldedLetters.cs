namespace Language;

/// <summary>What each letter folds to: one look-up for every letter that Kazakh, Russian and English texts contain.</summary>
internal static class FoldedLetters
{
    private const int Known = 0x530;

    private static readonly char[] Table =
        [.. Enumerable.Range(0, Known).Select(code => Folded(char.ToLowerInvariant((char)code)))];

    /// <summary>The folded letter, upper case too, or '\0' for what is left out (signs, Latin letters, other scripts).</summary>
    public static char Of(char letter) => letter < Known ? Table[letter] : '\0';

    private static char Folded(char lower) => lower switch
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
        >= 'а' and <= 'я' and not ('ь' or 'ъ') => lower,
        >= '0' and <= '9' => lower,
        _ => '\0',
    };
}
