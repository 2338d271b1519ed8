namespace Language;

public static partial class EnglishStem
{
    /// <summary>Words whose stem the rules would get wrong.</summary>
    private static readonly Dictionary<string, string> Exceptions = Table(
        "skis ski, skies sky, dying die, lying lie, tying tie, idly idl, gently gentl, ugly ugli, early earli, only onli, singly singl, " +
        "sky sky, news news, howe howe, atlas atlas, cosmos cosmos, bias bias, andes andes");

    /// <summary>Words that stay as they are once their plural is gone.</summary>
    private static readonly HashSet<string> Untouched = [.. "inning outing canning herring earring proceed exceed succeed".Split(' ')];

    /// <summary>Beginnings after which the first region starts, whatever their vowels.</summary>
    private static readonly string[] Beginnings = ["gener", "commun", "arsen"];

    private static readonly string[] Tenses = "eed eedly ed edly ing ingly".Split(' ');

    private static readonly Dictionary<string, string> Second = Table(
        "tional tion, enci ence, anci ance, abli able, entli ent, izer ize, ization ize, ational ate, ation ate, ator ate, alism al, " +
        "aliti al, alli al, fulness ful, ousli ous, ousness ous, iveness ive, iviti ive, biliti ble, bli ble, ogi og, fulli ful, " +
        "lessli less, li ");

    private static readonly Dictionary<string, string> Third = Table(
        "tional tion, ational ate, alize al, icate ic, iciti ic, ical ic, ful , ness , ative ");

    private static readonly string[] Fourth =
        "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion".Split(' ');

    private static Dictionary<string, string> Table(string rules) => rules.Split(", ").Select(rule => rule.Split(' '))
        .ToDictionary(parts => parts[0], parts => parts[1]);
}
