using Language;
using Risk;

namespace Bot.Tips;

/// <summary>
/// Which families of signs (<see cref="Families.All"/>) a tip's own words are about: "қымбат" is price, "сроки" execution. Decides only
/// whether a medium level rings, so a word with several meanings does no harm; whoever names none is rung by a high level.
/// </summary>
public static class SpokenOf
{
    /// <summary>A family, then words that people use for it: Kazakh, Russian, English. Endings do not matter.</summary>
    private const string Words = """
        price: қымбат баға құны; дорого дорогой дороже цена завышенный стоимость переплата; expensive price overpriced costly cost
        need: керексіз қажетсіз пайдасыз; ненужный бесполезный роскошь; useless unnecessary unneeded luxury
        splitting: бөлшектеу бөлшектеп; дробление дробят раздробили; splitting
        method: тендерсіз конкурссыз тікелей тендер конкурс; напрямую источник; tender directly competition
        rejection: қабылданбады шеттетті; отклонили отклонение отказали; rejected disqualified
        competition: жалғыз бәсеке; единственный конкуренция; sole competitor
        collusion: сөзбайласу байланысты туысы; сговор сговорились связанный родственник; collusion rigged affiliated relative
        supplier: жеткізуші фирма компания; поставщик однодневка; supplier firm company
        concentration: үнемі әрдайым; всегда постоянно; always
        specification: бренд маркасы сипаттама; марка характеристика спецификация; brand specification
        planning: жоспар; план; plan
        timing: желтоқсан; декабрь; december
        execution: мерзім орындалмады жеткізілмеді сапасыз бітпеді; срок качество недоделали доставили просрочка; late unfinished undelivered quality deadline
        money: төлем төледі ақша аванс; оплата заплатили деньги; paid payment advance money
        transparency: жасырын жасырды құжат; скрыли документ закрыто; hidden secret documents
        sector: тамақ асхана жөндеу құрылыс шатыр; питание столовая ремонт стройка крыша; meals canteen repair construction roof
        """;

    private static readonly ILookup<string, string> ByStem = Words.Split('\n').Select(line => line.Split(':'))
        .SelectMany(line => Tokens.Of(line[1]), (line, word) => (Family: line[0], word.Stem))
        .ToLookup(pair => pair.Stem, pair => pair.Family);

    /// <summary>All families that words stand for.</summary>
    internal static IEnumerable<string> Named => ByStem.SelectMany(stem => stem);

    public static IReadOnlySet<string> In(string text) =>
        Tokens.Of(text).SelectMany(word => Stem.Candidates(word.Folded).Append(word.Stem)).SelectMany(stem => ByStem[stem]).ToHashSet();
}
