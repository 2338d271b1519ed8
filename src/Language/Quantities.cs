namespace Language;

/// <summary>What a number in a text seems to be: a sum of money, the price of one thing, a count of things, or only a number.</summary>
public enum MentionKind { Number, Count, Money, UnitPrice }

/// <summary>One number that a text names.</summary>
/// <param name="Value">Its value; money in tenge.</param>
/// <param name="Written">The person's own words for it.</param>
/// <param name="Start">Index of its first letter in the cleaned text.</param>
public sealed record Mention(decimal Value, MentionKind Kind, string Written, int Start);

/// <summary>
/// Finds numbers and sums of money in Kazakh, Russian and English: in digits, in words, with "тыс", "млн", "мың", "к", "лям".
/// </summary>
public static partial class Quantities
{
    private static readonly HashSet<string> Currency = Folded(
        "тенге теңге тг тнг тңг kzt tenge tg тенгеге теңгеге тенгені теңгенің тенгелік");
    private static readonly HashSet<string> CurrencyEach = Folded("теңгеден тенгеден tengeden тгдан тгден тг-дан");
    private static readonly HashSet<string> Counted = Folded(
        "шт штук штука штуки дана данадан пачек пачки пачка пач упаковок упаковки упаковка упак коробок коробки қорап қорабы кг " +
        "кило килограмм тонн тонна тонны " +
        "литр литров литра метр метров рулон рулонов рулона орам комплект комплекта комплектов пар пара пары жұп банок банки " +
        "флакон ампул ампулы мешок мешков қап " +
        "тюбик bottles pcs pieces packs rolls units boxes pairs человек работников адам бөлке булок үй дана-дан единиц ед " +
        "экземпляров билет билетов места мест");
    private static readonly HashSet<string> EachAfter = Folded(
        "каждый каждая каждое каждую штука штуку шт each apiece килограмм кг кило упаковка пачка упаковку пачку литр метр тонну " +
        "тонна единицу комплект пару одну один одного одной unit piece item kilo kg kilogram box pack litre liter ton tonne set pair");
    private static readonly HashSet<string> EachBefore =
        Folded("по біреуі біреуін біреуінің данасы данасын қорабы қорабын келісі келісін метрі метрін at әрқайсысы " +
        "қапты қабы орамы литрі бағасы штука " +
        "данасына біреуіне әрқайсысын әрқайсысына әрбірі тоннасы тоннасын тоннасына келісіне килосы килосын килограмы литрін жұбы");
    private static readonly HashSet<string> Year = Folded("год года году годах годы г гг жыл жылы жылғы жылдың жылда жылдан year");

    /// <summary>The numbers of a text in order. Years, dates and times of day are left out. Never throws.</summary>
    public static IReadOnlyList<Mention> Of(string text)
    {
        var pieces = Read(text);
        var mentions = new List<Mention>();
        for (var i = 0; i < pieces.Count;)
        {
            var (value, next, scaled) = NumberAt(pieces, i);
            if (next == i)
            {
                i++;
                continue;
            }

            if (MentionOf(pieces, i, next, value, scaled) is { } mention)
                mentions.Add(mention);
            i = next;
        }

        return mentions;
    }

    private static Mention? MentionOf(List<Piece> pieces, int from, int to, decimal value, bool scaled)
    {
        var after = to < pieces.Count ? pieces[to] : Piece.None;
        var before = from > 0 ? pieces[from - 1] : Piece.None;
        var words = string.Concat(pieces[from..to].Select((p, i) => i == 0 || pieces[from + i - 1].IsHalf ? p.Written : " " + p.Written));
        var each = pieces[to - 1].IsAblative || CurrencyEach.Contains(after.Folded);
        var money = scaled || Currency.Contains(after.Folded) || after.Written == "₸" || CurrencyEach.Contains(after.Folded);
        if (!money && !each && value is >= 1990 and <= 2040 && value % 1 == 0
            && (Year.Contains(after.Folded) || pieces[from].Number is not null && to == from + 1))
            return null;
        each |= EachBefore.Contains(before.Folded) && (money || !Counted.Contains(after.Folded) || value >= 100);
        var last = money && !scaled ? to + 1 : to;
        var following = pieces.Skip(money && Currency.Contains(after.Folded) || after.Written == "₸" ? to + 1 : to).Take(2)
            .Select(p => p.Folded).ToList();
        each |= following is ["за" or "пер", var one, ..] && EachAfter.Contains(one)
            || money && following is [var first, ..] && EachAfter.Contains(first)
            || money && from > 1 && pieces[from - 2].Folded is "за" or "пер" && EachAfter.Contains(before.Folded);
        if (money && last > to && after != Piece.None)
            words += " " + after.Written;
        var kind = each ? MentionKind.UnitPrice
            : Counted.Contains(after.Folded) && value < 1_000_000 && !Currency.Contains(after.Folded) ? MentionKind.Count
            : money || value >= 10_000 ? MentionKind.Money
            : MentionKind.Number;
        return new Mention(value, kind, words, pieces[from].Start);
    }

    private static HashSet<string> Folded(string words) => [.. words.Split(' ').Select(SearchText.FoldWord)];
}
