using System.Collections.Frozen;

namespace Language;

/// <remarks>
/// In the tables A is а or е, I is ы or і, Y is й, G is ғ or г, K is қ or к, N is ң; longer endings first.
/// </remarks>
public static partial class KazakhStem
{
    private static readonly string[] Cases = Longest(
        "дAGI тAGI дIKтAн тIKтAн нIкI дIкI тIкI мен бен пен дAн тAн нAн нIN дIN тIN дAY тAY GA KA дA тA дI тI нI");

    private static readonly string[] PossessedCases = Longest("ндAGI ндAY ндA нAн нIN нA н");
    private static readonly string[] Plurals = ["лAр", "дAр", "тAр"];
    private static readonly string[] Ours = Longest("IмIз мIз INIз NIз");

    private static readonly string[] Tenses = Longest(
        "AдI YдI IптI птI AмIз AмIн YмIз YмIн дIм тIм дINIз тINIз INIз NIз INIздAр NIздAр сIн Iп п сA мAY бAY пAY дI тI");

    private static readonly string[] Participles = ["GAн", "KAн", "у"];
    private static readonly string[] Pasts = ["GAн", "KAн"];
    private static readonly string[] Genitives = ["нIN", "дIN", "тIN"];
    private static readonly string[] LastingParticiples = ["AтIн", "YтIн"];
    private static readonly string[] Negations = ["мA", "бA", "пA"];

    /// <summary>Words that look as if they had an ending.</summary>
    private static readonly FrozenSet<string> Kept = Plains(
        "мектеп мектеб кеңес қатынас ағаш күш бас тас дос құс түс іс ас жас қыс тыс күз бөлме қабырға дәптер тақта теңге терезе машина сынып еден тұрғын бояу осы оны орын кіші туралы алматы қызылорда іні қағида  нәрсе қайда мұнда сонда онда пайда орда отын " +
        "алтын кейін бүгін мұндай сондай ондай қандай осындай бірдей жағдай маңдай арнайы жалпы сары тірі ірі ескі екі жеті алты " +
        "біреу екеу үшеу бұзау жылу су тау орган нан қазан қорған айран дастарқан аурухана бекет кілем әлем адам қоғам көлем " +
        "білім бөлім тізім өнім киім құрылым келісім бағдарлама мәселе тамақ сабақ аудан майдан дәрі дәрігер кісі таза баға орта " +
        "қызмет бюджет министр директор ректор мұғалім ұстаз әкім іні апа ата ана үлкен көпір шатыр қаржы ақы жеке бала қала дала бөлке " +
        "сұлы бұрынғы шыны темекі кешкі сапалы байлам қажетті тиісті міндетті жауапты маңызды ұзақ қымбат арзан тегін тендер лагерь " +
        "құжат ғимарат сағат аппарат қуат санат қанат ақпарат мақсат азамат тоқсан сексен қаншадан бірнеше дейін әрине банан қарындаш отау сатушы");

    /// <summary>Verbs that end in a vowel though nothing in their form says so (compare -ла, -де, -та).</summary>
    private static readonly FrozenSet<string> VowelVerbs = Plains("жаса сұра қара ойна жина ұста төле сана құра сыра ора қама сыла боя оқы тасы жұмса");

    /// <summary>Stems that lose a vowel before an ending, and that vowel: орны – орын.</summary>
    private static readonly FrozenDictionary<string, char> Swallowed = new Dictionary<string, char>
    {
        ["орн"] = 'ы',
        ["халк"] = 'ы',
        ["мойн"] = 'ы',
        ["мурн"] = 'ы',
        ["кулк"] = 'ы',
        ["ерк"] = 'і',
        ["ерн"] = 'і',
        ["касиетт"] = 'і',
    }.ToFrozenDictionary();

    /// <summary>Two consonants that may end a stem; others mean that the vowel after them belongs to it (ескі, соңғы).</summary>
    private static readonly FrozenSet<string> Clusters =
        [.. "рт лт нт йт рк рқ лк лқ нк рс нс кт ст кс пт фт рд рн ль йн йм йл йр йс йк йқ".Split(' ')];

    private static bool IsKept(string word) => Kept.Contains(Plain(word));

    /// <summary>Those of -ла, -да, -та stand after the consonants that those endings want; the others are listed.</summary>
    private static bool IsVowelVerb(string stem)
    {
        var plain = Plain(stem);
        if (VowelVerbs.Contains(plain))
            return true;
        return plain.Length >= 5 && Is('A', plain[^1]) && plain[^2] switch
        {
            'л' => true,
            'д' => plain[^3] is 'н' or 'м' or 'л' or 'з' or 'р',
            'т' => IsVoiceless(plain[^3]) && plain[^3] != 'т',
            _ => false,
        };
    }

    /// <summary>Letters for which people without a Kazakh keyboard type another: one for one, so that places stay.</summary>
    private static string Plain(string word) => string.Create(word.Length, word, (plain, source) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = source[i] switch
            {
                'ә' => 'а',
                'ғ' => 'г',
                'қ' => 'к',
                'ң' => 'н',
                'ө' => 'о',
                'ұ' or 'ү' => 'у',
                'һ' => 'х',
                'і' or 'ы' or 'й' => 'и',
                var letter => letter,
            };
        }
    });

    private static FrozenSet<string> Plains(string words) => words.Split(' ').Select(Plain).ToFrozenSet();

    private static string[] Longest(string endings) => [.. endings.Split(' ').OrderByDescending(ending => ending.Length)];
}
