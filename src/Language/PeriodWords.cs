namespace Language;

/// <summary>What months, seasons and days near today are called in the three languages.</summary>
internal static class PeriodWords
{
    private const int LongestCase = 5;

    private static readonly string[] Russian = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".Split(' ');
    private static readonly HashSet<string> RussianCases = Folded("ь я е ю ем а у й ём");
    private static readonly string[] Kazakh =
        [.. "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".Split(' ').Select(SearchText.FoldWord)];

    private static readonly string[] English =
        "january february march april may june july august september october november december".Split(' ');

    private static readonly (int Season, HashSet<string> Words)[] Seasons =
    [
        (0, Folded("зимой зима зиму зимы қыста қысы қысында қыстың winter")),
        (1, Folded("весной весна весну весны көктемде көктем көктемі көктемінде көктемнің spring")),
        (2, Folded("летом лето жазда жазы жазында жаздың summer")),
        (3, Folded("осенью осень осени күзде күзі күзінде күздің autumn fall")),
    ];

    private static readonly HashSet<string> Ambiguous = Folded("май мая мае наурыз маусым қазан қараша");

    /// <summary>Words that may be something else (май is also butter, қазан a boiler): they need a day, a year or "in" beside them.</summary>
    public static bool IsAmbiguous(Token token) =>
        Ambiguous.Contains(token.Folded) || token.Written.ToUpperInvariant() is "MAY" or "MARCH" or "FALL" or "SPRING";

    /// <summary>The month 1–12 that a word names in any case, or null.</summary>
    public static int? MonthOf(Token token)
    {
        var english = Array.FindIndex(English, month => month.Equals(token.Written, StringComparison.OrdinalIgnoreCase)
            || token.Written.Length is 3 or 4 && month.Length > 4 && month.StartsWith(token.Written, StringComparison.OrdinalIgnoreCase));
        if (english >= 0)
            return english + 1;
        var kazakh = Array.FindIndex(Kazakh, month => token.Folded.StartsWith(month, StringComparison.Ordinal)
            && IsKazakhCase(token.Folded.AsSpan(month.Length)));
        if (kazakh >= 0)
            return kazakh + 1;
        var russian = Array.FindIndex(Russian, month => token.Folded.StartsWith(month, StringComparison.Ordinal)
            && (RussianCases.Contains(token.Folded[month.Length..]) || month.Length > 2 && token.Folded.Length == month.Length));
        return russian >= 0 ? russian + 1 : null;
    }

    /// <summary>The season: 0 winter, 1 spring, 2 summer, 3 autumn; or null.</summary>
    public static int? SeasonOf(Token token)
    {
        foreach (var (season, words) in Seasons)
        {
            if (words.Contains(token.Folded))
                return season;
        }

        return null;
    }

    private static bool IsKazakhCase(ReadOnlySpan<char> ending) =>
        ending.Length <= LongestCase && (ending.Length == 0 || ending[0] is 'и' or 'д' or 'т' or 'н' or 'г' or 'к');

    internal static HashSet<string> Folded(string words) => [.. words.Split(' ').Select(SearchText.FoldWord)];
}
