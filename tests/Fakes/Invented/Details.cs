namespace Fakes.Invented;

/// <summary>Buyers' own words: what they add to the catalogue's name, and how they call the whole announcement.</summary>
internal static class Details
{
    private static readonly (string Ru, string Kz)[] Additions =
    [
        ("Доставка силами поставщика до склада заказчика.", "Тапсырыс берушінің қоймасына дейін өнім беруші жеткізеді."),
        ("Товар новый, не бывший в употреблении.", "Тауар жаңа, бұрын пайдаланылмаған."),
        ("Согласно технической спецификации.", "Техникалық ерекшелікке сәйкес."),
        ("Срок годности не менее 80 % на момент поставки.", "Жеткізу кезінде жарамдылық мерзімінің кемінде 80 %-ы қалуы тиіс."),
        ("Гарантия 12 месяцев.", "Кепілдік мерзімі 12 ай."),
        ("Поставка по заявке заказчика до конца года.", "Жыл соңына дейін тапсырыс берушінің өтінімі бойынша жеткізіледі."),
        ("Цвет и размер согласовать с заказчиком.", "Түсі мен өлшемі тапсырыс берушімен келісіледі."),
        ("Эквивалент допускается.", "Баламасына рұқсат етіледі."),
        ("Качество подтверждается сертификатом.", "Сапасы сертификатпен расталады."), ("В коробке 5 пачек.", "Қорапта 5 бума."),
        ("Упаковка № 50.", "№ 50 қаптама."), ("10 шт/уп.", "Қаптамада 10 дана."),
    ];

    private static readonly (string Ru, string Kz)[] WorkAdditions =
    [
        ("Согласно дефектной ведомости и техническому заданию.", "Ақаулық актісі мен техникалық тапсырмаға сәйкес."),
        ("С материалами исполнителя.", "Орындаушының материалымен."),
        ("Срок – 30 календарных дней со дня подписания договора.", "Мерзімі – шартқа қол қойылған күннен бастап күнтізбелік 30 күн."),
        ("Вывоз мусора за счет исполнителя.", "Қоқысты орындаушы өз есебінен шығарады."),
        ("Гарантия 24 месяца.", "Кепілдік мерзімі 24 ай."),
    ];

    private static readonly (string Ru, string Kz)[] ServiceAdditions =
    [
        ("Ежемесячно по акту.", "Ай сайын акт бойынша."), ("Согласно техническому заданию.", "Техникалық тапсырмаға сәйкес."),
        ("До конца финансового года.", "Қаржы жылының соңына дейін."),
        ("По заявкам заказчика.", "Тапсырыс берушінің өтінімдері бойынша."),
        ("В рабочие дни с 9 до 18 часов.", "Жұмыс күндері сағат 9-дан 18-ге дейін."),
    ];

    public static (string Ru, string Kz) For(Thing thing, Dice dice)
    {
        var additions = thing.SubjectType switch { 1 => Additions, 2 => WorkAdditions, _ => ServiceAdditions };
        var (a, b) = (dice.Of<(string Ru, string Kz)>(additions), dice.Of<(string Ru, string Kz)>(additions));
        var ru = $"{thing.Ru}, {thing.DescriptionRu}. {a.Ru}";
        var kz = $"{thing.Kz ?? thing.Ru}, {thing.DescriptionKz ?? thing.DescriptionRu}. {a.Kz}";
        return a == b ? (ru, kz) : ($"{ru} {b.Ru}", $"{kz} {b.Kz}");
    }

    /// <summary>The announcement's title, before the mark.</summary>
    public static (string Ru, string Kz) Title(Thing thing, Organisation buyer, int lots, Dice dice)
    {
        var (ru, kz) = (Low(thing.Ru), thing.Kz ?? thing.Ru);
        var more = lots > 1 ? (" и другое", " және басқалары") : ("", "");
        return dice.Below(3) switch
        {
            0 => ($"Закупка: {ru}{more.Item1}", $"{kz}{more.Item2} – сатып алу"),
            1 => ($"{thing.Ru}{more.Item1} для нужд учреждения ({buyer.Place.Ru})",
                $"Мекеме қажеттілігіне {Low(kz)}{more.Item2} ({buyer.Place.Kz})"),
            _ => (thing.Ru + more.Item1, kz + more.Item2),
        };
    }

    private static string Low(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
