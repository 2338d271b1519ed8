namespace Language;

/// <summary>Which time a purchase was announced, as people say it: "второй тур", "повторный", "қайта жарияланған", "third time", "үшінші рет".</summary>
public static class Attempts
{
    private const int Most = 20;

    private static readonly string Twice = SearchText.FoldWord("twice");

    private static readonly HashSet<string> Occasions =
        Folded("раз раза тур тура туре туром попытка попытку попытке попытки рет рету мәрте дүркін time attempt round try");

    private static readonly HashSet<string> Times = Folded("раз раза рет мәрте times");
    private static readonly string[] Again = Beginnings("повторн перезакуп переобъявл переразмещ reannounc retender");
    private static readonly string[] Announced = Beginnings("объявл объявил размещ размест жариял орналас өткіз announc publish tender тендер конкурс");
    private static readonly HashSet<string> Anew = Folded("қайта қайтадан снова заново опять again");

    /// <summary>
    /// The number 1–20 of the attempt that a text names (the largest, when several), 2 for one that is only "repeated", or null. "Three times"
    /// counts only beside a word for announcing.
    /// </summary>
    public static int? In(string text)
    {
        var tokens = Tokens.Of(text);
        int? best = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i) is { } attempt && attempt is >= 1 and <= Most)
                best = Math.Max(best ?? 1, attempt);
        }

        return best;
    }

    private static int? At(IReadOnlyList<Token> tokens, int at)
    {
        var folded = tokens[at].Folded;
        if (StartsWith(folded, Again) || folded == Twice && IsAnnounced(tokens, at) || folded == "ре" && At(tokens, at + 1, Announced))
            return 2;
        if (Anew.Contains(folded) && (At(tokens, at + 1, Announced) || At(tokens, at + 2, Announced) || at > 0 && At(tokens, at - 1, Announced)))
            return 2;
        var inWords = NumberWords.TryUnit(folded, out var unit) ? (int)unit : OrdinalWords.ValueOf(folded);
        var value = tokens[at].IsNumber && folded.Length < 3 ? int.Parse(folded, null) : inWords;
        if (value is null || at + 1 >= tokens.Count)
            return null;
        var next = at + 2 < tokens.Count && tokens[at + 1].Folded.Length <= 3 && !Occasions.Contains(tokens[at + 1].Folded) ? at + 2 : at + 1;
        var ordinal = next > at + 1 || !tokens[at].IsNumber && unit == 0;
        return Occasions.Contains(tokens[next].Folded) && ordinal || Times.Contains(tokens[next].Folded) && IsAnnounced(tokens, at) ? value : null;
    }

    private static bool IsAnnounced(IReadOnlyList<Token> tokens, int at) =>
        Enumerable.Range(at - 4, 9).Any(i => i >= 0 && At(tokens, i, Announced));

    private static bool At(IReadOnlyList<Token> tokens, int at, string[] beginnings) =>
        at < tokens.Count && StartsWith(tokens[at].Folded, beginnings);

    private static bool StartsWith(string folded, string[] beginnings) =>
        Array.Exists(beginnings, beginning => folded.StartsWith(beginning, StringComparison.Ordinal));

    private static HashSet<string> Folded(string words) => [.. words.Split(' ').Select(SearchText.FoldWord)];

    private static string[] Beginnings(string words) => [.. words.Split(' ').Select(SearchText.FoldWord)];
}
