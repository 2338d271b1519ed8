namespace Language;

/// <summary>Numbers in words, folded: Kazakh, Russian and English together, because one sentence mixes them.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, decimal> Units = Table(
        (1, "один одна одну одного бир one"), (2, "два две двух двум еки two"), (3, "три трех уш three"), (4, "четире четирех торт four"),
        (5, "пять пяти бес five"), (6, "шесть шести алти six"), (7, "семь семи жети seven"), (8, "восемь восьми сегиз eight"),
        (9, "девять девяти тогиз nine"), (10, "десять десяти он ten"), (11, "одинадцать eleven"), (12, "двенадцать twelve"),
        (13, "тринадцать thirteen"), (14, "четирнадцать fourteen"), (15, "пятнадцать fifteen"), (16, "шестнадцать sixteen"),
        (17, "семнадцать seventeen"), (18, "восемнадцать eighteen"), (19, "девятнадцать nineteen"),
        (20, "двадцать двадцати жирма жиирма twenty"), (30, "тридцать тридцати отиз thirty"), (40, "сорок сорока кирик forty"),
        (50, "пятьдесят елу fifty"), (60, "шестьдесят алпис sixty"), (70, "семьдесят жетпис seventy"), (80, "восемьдесят сексен eighty"),
        (90, "девяносто токсан ninety"), (100, "сто ста жуз hundred"), (200, "двести"), (300, "триста"), (400, "четиреста"),
            (500, "пятьсот"),
        (600, "шестьсот"), (700, "семьсот"), (800, "восемьсот"), (900, "девятьсот"));

    private static readonly Dictionary<string, decimal> Multipliers = Table(
        (1000, "тисяча тисячи тисяч тисячу тис тищ тищи тищу тиша тиши тиш тишу косарь косаря косарю косарей " +
            "миң мин thousand thousands"),
        (1_000_000, "миллион миллиона миллионов миллиони миллиону млн лям ляма лямов лимон лимона лимонов million millions mln"),
        (1_000_000_000, "миллиард миллиарда миллиардов млрд billion bln"));

    private static readonly Dictionary<string, decimal> Halves = Table((0.5m, "пол жарти half"), (1.5m, "полтора полтори"));

    /// <summary>Words that are something else in Russian: they count only beside another number, a multiplier or a counted thing.</summary>
    private static readonly HashSet<string> Ambiguous = [.. "он торт сто ста half три бир one".Split(' ').Select(SearchText.FoldWord)];

    private static readonly string[] KazakhCases =
        ["дан", "ден", "тан", "тен", "нан", "нен", "ан", "ен", "га", "ге", "ка", "ке", "ди", "ти", "ни", "лик", "дик", "нин", "дин"];

    public static bool IsAmbiguous(string folded) => Ambiguous.Contains(folded);

    public static bool TryHalf(string folded, out decimal value) => Halves.TryGetValue(folded, out value);

    /// <summary>A thousand, million or milliard in any case of the three languages (мыңға, миллионнан, тысячами).</summary>
    public static bool TryMultiplier(string written, string folded, out decimal value)
    {
        value = 0;
        var minutes = folded == "мин" && written.Equals("мин", StringComparison.OrdinalIgnoreCase);
        return !minutes && (Multipliers.TryGetValue(folded, out value) || TryNominative(folded, Multipliers, out value));
    }

    /// <summary>A numeral of units, tens or hundreds, in the nominative or with a Kazakh ending (оннан, жүзге).</summary>
    public static bool TryUnit(string folded, out decimal value) => Units.TryGetValue(folded, out value);

    public static bool TryUnitInCase(string folded, out decimal value) => TryNominative(folded, Units, out value);

    /// <summary>The word without a Kazakh case ending: минан (мыңнан, folded) – мин, жузден – жуз.</summary>
    private static bool TryNominative(string folded, Dictionary<string, decimal> table, out decimal value)
    {
        value = 0;
        foreach (var ending in KazakhCases)
        {
            if (folded.EndsWith(ending, StringComparison.Ordinal) && table.TryGetValue(folded[..^ending.Length], out value))
                return true;
        }

        return false;
    }

    private static Dictionary<string, decimal> Table(params (decimal Value, string Spellings)[] rows) => rows
        .SelectMany(row => row.Spellings.Split(' ').Select(word => (Word: SearchText.FoldWord(word), row.Value)))
        .DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.Value);
}
