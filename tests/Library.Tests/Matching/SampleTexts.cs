namespace Library.Tests.Matching;

/// <summary>What people might write about the sample lots, and about none of them, in Kazakh, Russian and English.</summary>
internal static class SampleTexts
{
    public static IReadOnlyList<string> Kazakh { get; } =
    [
        "Тараздағы №12 мектептің асханасын жөндеуге 41 миллион бөлінген екен",
        "Тараздагы 12 мектептин асханасын жондеп жатыр",
        "Сарқандағы Жұлдыз бақшасы ойыншыққа 900 мың жұмсапты",
        "Сарқан әкімдігі машина алды, 14,5 миллион",
        "Қазалыдағы жиырма бесінші мектеп бор алып жатыр, қорабын 690 теңгеден",
        "Казалыдагы 25 мектеп кузетшиге 1 миллион толейди",
        "Үржар ауруханасы үш мың шприц алды",
        "Мойынқұм, қаңғыбас иттер, екі миллион екі жүз мың теңге",
        "Ақтөбе 47 бақша шатыр жөндеу",
        "Қазалы 25 мектеп ноутбук алды",
        "Жұлдыз балабақшасына картоп әкелді, екі тонна",
        "Сарқанда көшеге жарық орнатты, 150 шам",
        "Мойынқұмда Наурыз тойына бес жарым миллион кетті",
    ];

    public static IReadOnlyList<string> Russian { get; } =
    [
        "В двенадцатой школе Тараза ремонтируют столовую за 41,2 млн",
        "8-я школа, Тараз, столовая, ремонт",
        "школа 12 Караганда ремонтируют столовую",
        "школа 12 Тараз, уголь плохой привезли, 120 тонн",
        "Тараз, 12 школа, бумага двести пачек",
        "Жулдыз садик, мясо по 3500",
        "акимат Сарканского района, вывоз мусора",
        "Урджар, больница, томограф 420 миллионов",
        "аким Мойынкума, талоны на бензин",
        "Актобе, садик Балдырган, травили тараканов за 70 тысяч",
        "Караганда 12 школа парты по 45 тысяч",
        "шприцы, номер вроде 7000001 дальше не видно, больница",
        "Тараз, школа 12 купила рояль за 8 миллионов",
        "садик детские стульчики 40 штук 340000",
        "восьмая школа в Таразе меняет окна",
    ];

    public static IReadOnlyList<string> English { get; } =
    [
        "Taraz school no 12, canteen repair for 41 million",
        "Taraz 12 mektep ashana jondeu 41 million",
        "Sarqan akimdigi mashina aldy 14 million",
        "Sarkand district akimat, road repair, 80 million",
        "Kindergarten Zhuldyz in Sarkand bought toys for 900 thousand",
        "Urdzhar hospital, CT scanner, 420 million",
        "Kazaly school 25 bought laptops, 25 of them",
        "the hospital in Urzhar pays 1.7 million for laundry",
        "Aktobe kindergarten 47, roof repair, 9.8 million in 2026",
        "Karaganda school 12, desks at 45000 each",
        "Moiynkum akimat, petrol, 8000 litres",
        "street lights in Sarkand, 150 lamps",
    ];

    public static IReadOnlyList<string> All { get; } = [.. Kazakh, .. Russian, .. English];
}
