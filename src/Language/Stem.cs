namespace Language;

/// <summary>
/// Cuts folded words of Kazakh and Russian back to a common beginning, with one function for both languages because people mix them in one
/// sentence. It is light on purpose: a missed ending costs less than two words made one.
/// </summary>
public static class Stem
{
    /// <summary>Longest stem that is kept: what follows is almost always derivation.</summary>
    private const int Longest = 9;
    private const int Shortest = 3;

    // Only endings of Kazakh that do not end Russian words by chance; the short ones are tried by Candidates.
    private static readonly Endings KazakhLong = new(
        "лардин лердин дардин дердин тардин тердин ларинин леринин даринин деринин таринин теринин ларинда леринде даринда " +
        "деринде таринда теринде " +
        "ларди лерди дарди дерди тарди терди ларга лерге дарга дерге тарга терге лари лери " +
        "ларда лерде дарда дерде тарда терде ларга лерге ларинан леринен даринан деринен таринан теринен ларин лерин дарин дерин " +
        "тарин терин " +
        "ларина лерине дарина дерине тарина терине нин дин тин синин дан ден тан тен нан нен синан синен инан инен мен бен пен " +
        "сина сине инда инде синда синде даги деги таги теги индаги индеги синдаги синдеги имиз иниз мизге " +
        "лик дик тик лиги диги тиги атиндаги сиз");

    private static readonly Endings KazakhShort =
        new("га ге ка ке на не да де та те ни ди ти ги ки си им ин ми ли лар лер дар дер тар тер дари дери тари тери");

    private static readonly Endings Russian = new(
        "ого его ому ему ими ами ями ая яя ое ее ую юю их ах ях ои еи ие ом ем им ам ям ов ев ию ия иям иях иями иев ием еих " +
        "а е и о у ю я");

    /// <summary>
    /// The stem of one folded word: at most two Kazakh endings, one Russian ending, -ск- of adjectives, last consonant voiceless.
    /// </summary>
    public static string Of(string folded) => Cut(folded, KazakhLong);

    /// <summary>
    /// The stem, and the shorter ones that are right only if the word is Kazakh (школада, Таразға). The careful one first.
    /// </summary>
    public static IReadOnlyList<string> Candidates(string folded)
    {
        var careful = Of(folded);
        var bold = Bold(folded);
        return bold == careful ? [careful] : [careful, bold];
    }

    /// <summary>The shortest of the candidates.</summary>
    internal static string Bold(string folded) => Cut(folded[..^KazakhShort.Longest(folded, Shortest)], KazakhLong);

    private static string Cut(string folded, Endings kazakh)
    {
        if (folded.Length <= Shortest || char.IsAsciiDigit(folded[0]))
            return Voiceless(folded, folded.Length);
        var word = folded.AsSpan();
        for (var layer = 0; layer < 2; layer++)
            word = word[..^kazakh.Longest(word, 4)];
        word = word[..^Russian.Longest(word, Shortest)];
        if (word.Length > 5 && word.EndsWith("ск"))
        {
            word = word[..^2];
            word = word[..^Russian.Longest(word, Shortest)];
        }

        return Voiceless(folded, Math.Min(word.Length, Longest));
    }

    /// <summary>
    /// The first letters of a word. мектебі – мектеп, қазағы – қазақ: the last consonant of a Kazakh noun is voiced before a vowel.
    /// </summary>
    private static string Voiceless(string word, int length)
    {
        var last = length < Shortest ? '\0' : word[length - 1] switch
        {
            'б' => 'п',
            'г' => 'к',
            'д' => 'т',
            _ => '\0',
        };
        return last != '\0' ? string.Concat(word.AsSpan(0, length - 1), [last])
            : length == word.Length ? word
            : word[..length];
    }
}
