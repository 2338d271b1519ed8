using System.Buffers;

namespace Language;

/// <summary>Writes Kazakh or Russian that was typed in Latin letters (the 2021 alphabet, or however a phone allows) in Cyrillic.</summary>
internal static class LatinLetters
{
    private static readonly (string Latin, char Cyrillic)[] Digraphs =
    [
        ("shch", 'щ'), ("sch", 'ш'), ("zh", 'ж'), ("kh", 'х'), ("gh", 'г'), ("ts", 'ц'), ("ch", 'ч'), ("sh", 'ш'), ("ph", 'ф'),
        ("ck", 'к'), ("yu", 'ю'), ("iu", 'ю'), ("ya", 'я'), ("ia", 'я'), ("yo", 'е'), ("ye", 'е'),
    ];

    private static readonly SearchValues<char> Letters2021 = SearchValues.Create("äğñöşūüı");
    private static readonly SearchValues<char> DigraphEnds = SearchValues.Create([.. Digraphs.Select(digraph => digraph.Latin[1])]);

    private static readonly Dictionary<char, char> Letters = Pairs(
        "abcdefghijklmnopqrstuvwyzäöüğñşūıəáéíóúýçșãàâêîôûžščěìùò",
        "абкдефгхижклмнопкрстувуизаоугншуиааеиоуичшаааеиоужшчеиуо");

    /// <summary>Latin letters that look like Cyrillic ones: people mix them within a word without noticing.</summary>
    private static readonly Dictionary<char, char> LookAlikes = Pairs("ABCEHIKMOPTXYaceikmoptxyhb", "АВСЕНІКМОРТХУасеікмортхуһв");

    /// <summary>
    /// Writes Cyrillic for a lower-case Latin word, at most twice as long, and tells its length. Letters that it does not know are left out.
    /// </summary>
    public static int ToCyrillic(ReadOnlySpan<char> word, Span<char> written)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (DigraphAt(word[i..]) is { Latin: not null } digraph && !IsApart(word, i, digraph.Latin))
            {
                written[length++] = digraph.Cyrillic;
                i += digraph.Latin.Length - 1;
            }
            else if (word[i] == 'x')
            {
                written[length++] = IsInNumber(word) ? 'х' : 'к';
                if (written[length - 1] == 'к')
                    written[length++] = 'с';
            }
            else if (Letters.TryGetValue(word[i], out var letter))
            {
                written[length++] = letter;
            }
            else if (!IsLatin(word[i]))
            {
                written[length++] = word[i];
            }
        }

        return length;
    }

    /// <summary>The Cyrillic letter that a Latin one resembles, or the letter itself.</summary>
    public static char LookAlike(char letter) => LookAlikes.GetValueOrDefault(letter, letter);

    public static bool IsLatin(char letter) =>
        letter is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '\u00C0' and <= '\u024F' and not '×' and not '÷' || letter is 'ə' or 'Ə';

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    private static bool IsInNumber(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>
    /// Two letters that only meet: the -hana of "ashana" (асхана) and, in the alphabet of 2021, which writes я as "ia", the "ya" of "saryağaş".
    /// </summary>
    private static bool IsApart(ReadOnlySpan<char> word, int at, string digraph) =>
        at > 0 && digraph is "sh" or "ph" or "gh" or "ch" or "zh" && word[(at + 1)..].StartsWith("hana")
        || digraph[0] == 'y' && word.IndexOfAny(Letters2021) >= 0;

    private static (string? Latin, char Cyrillic) DigraphAt(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || !DigraphEnds.Contains(rest[1]))
            return default;
        foreach (var (latin, cyrillic) in Digraphs)
        {
            if (rest.StartsWith(latin, StringComparison.Ordinal))
                return (latin, cyrillic);
        }

        return default;
    }

    private static Dictionary<char, char> Pairs(string from, string to)
    {
        var pairs = new Dictionary<char, char>(from.Length);
        for (var i = 0; i < from.Length; i++)
            pairs[from[i]] = to[i];
        return pairs;
    }
}
