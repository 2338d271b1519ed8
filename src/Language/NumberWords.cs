namespace Language;

/// <summary>Numbers in words, folded: Kazakh, Russian and English together, because one sentence mixes them.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, decimal> Units = Table(
        (1, "один одна одну одно одного одной одним бір one"), (2, "два две двух двум двумя екі two"),
        (3, "три трех трем тремя үш three"), (4, "четыре четырех четырем четырьмя төрт four"), (5, "пять пяти пятью бес five"),
        (6, "шесть шести шестью алты six"), (7, "семь семи семью жеті seven"), (8, "восемь восьми восемью сегіз eight"),
        (9, "девять девяти девятью тоғыз nine"), (10, "десять десяти десятью десяток он ten"), (11, "одиннадцать одиннадцати eleven"),
        (12, "двенадцать двенадцати twelve"), (13, "тринадцать тринадцати thirteen"), (14, "четырнадцать четырнадцати fourteen"),
        (15, "пятнадцать пятнадцати fifteen"), (16, "шестнадцать шестнадцати sixteen"), (17, "семнадцать семнадцати seventeen"),
        (18, "восемнадцать восемнадцати eighteen"), (19, "девятнадцать девятнадцати nineteen"),
        (20, "двадцать двадцати жиырма жырма twenty"), (30, "тридцать тридцати отыз thirty"), (40, "сорок сорока қырық forty fourty"),
        (50, "пятьдесят пятидесяти полста елу fifty"), (60, "шестьдесят шестидесяти алпыс sixty"),
        (70, "семьдесят семидесяти жетпіс seventy"), (80, "восемьдесят восьмидесяти сексен eighty"),
        (90, "девяносто девяноста тоқсан ninety ninty"), (100, "сто ста сотня сотню сотни жүз hundred"), (200, "двести двухсот"),
        (300, "триста трехсот"), (400, "четыреста четырехсот"), (500, "пятьсот пятисот"), (600, "шестьсот шестисот"),
        (700, "семьсот семисот"), (800, "восемьсот восьмисот"), (900, "девятьсот девятисот"));

    private static readonly Dictionary<string, decimal> Multipliers = Table(
        (1000, "тисяча тисячи тисяч тисячу тис тищ тищи тищу тиша тиши тиш тишу косарь косаря косарю косарей " +
            "миң мин thousand thousands"),
        (1_000_000, "миллион миллиона миллионов миллиони миллиону млн лям ляма лямов лимон лимона лимонов million millions mln"),
        (1_000_000_000, "миллиард миллиарда миллиардов млрд billion bln"));

    private static readonly Dictionary<string, decimal> Halves =
        Table((0.5m, "пол жарты half"), (1.5m, "полтора полторы полутора"), (2, "пара пару парочка парочку couple"));

    /// <summary>Words that are something else in Russian: they count only beside another number, a multiplier or a counted thing.</summary>
    private static readonly HashSet<string> Ambiguous = [.. "он торт сто ста half три бир one".Split(' ').Select(SearchText.FoldWord)];

    private static readonly string[] KazakhCases =
        ["дан", "ден", "тан", "тен", "нан", "нен", "ан", "ен", "га", "ге", "ка", "ке", "ди", "ти", "ни", "лик", "дик", "нин", "дин", "даи", "деи", "таи", "теи"];

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
