namespace Language;

/// <summary>Numbers of schools and kindergartens in words: "сто второй", "бірінші", "school eight".</summary>
public static class OrdinalWords
{
    private static readonly (string Beginning, int Value)[] Russian =
    [
        ("перв", 1), ("втор", 2), ("трет", 3), ("четверт", 4), ("пятнадцат", 15), ("пятидесят", 50), ("пят", 5), ("шестнадцат", 16),
        ("шестидесят", 60), ("шест", 6), ("седм", 7), ("семнадцат", 17), ("семидесят", 70), ("восемнадцат", 18), ("восмидесят", 80),
        ("восм", 8), ("девятнадцат", 19), ("девяност", 90), ("девят", 9), ("десят", 10), ("одинадцат", 11), ("двенадцат", 12),
        ("тринадцат", 13), ("четирнадцат", 14), ("двадцат", 20), ("тридцат", 30), ("сороков", 40), ("сот", 100),
    ];

    private static readonly HashSet<string> RussianEndings = [.. "и ои ая ое ое ую ого его ому ем ом ем им их ие ья я ю ее еи".Split(' ')];

    private static readonly Dictionary<string, int> English = "first second third fourth fifth sixth seventh eighth ninth tenth".Split(' ')
        .Select((word, index) => (Word: SearchText.FoldWord(word), Value: index + 1)).ToDictionary(pair => pair.Word, pair => pair.Value);

    /// <summary>The value 1–100 (200 … 900 for hundreds) of one folded word that is an ordinal or a plain numeral, or null.</summary>
    public static int? ValueOf(string folded)
    {
        if (NumberWords.TryUnit(folded, out var unit))
            return NumberWords.IsAmbiguous(folded) && unit != 100 ? null : (int)unit;
        if (English.TryGetValue(folded, out var english))
            return english;
        foreach (var (beginning, value) in Russian)
        {
            if (folded.StartsWith(beginning, StringComparison.Ordinal) && RussianEndings.Contains(folded[beginning.Length..]))
                return value;
        }

        return KazakhValue(folded);
    }

    private static int? KazakhValue(string folded)
    {
        var end = folded.IndexOf("нши", StringComparison.Ordinal);
        if (end < 2)
            return null;
        var stem = folded[..end];
        var found = NumberWords.TryUnit(stem, out var value) || stem[^1] == 'и' && NumberWords.TryUnit(stem[..^1], out value);
        return found ? (int)value : null;
    }
}
