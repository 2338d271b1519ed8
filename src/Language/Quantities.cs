namespace Language;

/// <summary>What a number in a text seems to be: a sum of money, the price of one thing, a count of things, or only a number.</summary>
public enum MentionKind { Number, Count, Money, UnitPrice }

/// <summary>One number that a text names.</summary>
/// <param name="Value">Its value; money in tenge.</param>
/// <param name="Written">The person's own words for it.</param>
/// <param name="Start">Index of its first letter in the cleaned text.</param>
public sealed record Mention(decimal Value, MentionKind Kind, string Written, int Start);

/// <summary>Finds numbers and sums of money in Kazakh, Russian and English: in digits, in words, with "тыс", "млн", "мың", "к", "лям".</summary>
public static partial class Quantities
{
    private static readonly HashSet<string> Currency = Folded(
        "тенге теңге тг тнг тңг kzt tenge tg тенгеге теңгеге тенгені теңгенің тенгелік");
    private static readonly HashSet<string> CurrencyEach = Folded("теңгеден тенгеден tengeden тгдан тгден тг-дан");
    private static readonly HashSet<string> Counted = Folded(
        "шт штук штука штуки дана данадан пачек пачки пачка пач упаковок упаковки упаковка упак коробок коробки қорап қорабы кг кило килограмм тонн тонна тонны " +
        "литр литров литра метр метров рулон рулонов рулона орам комплект комплекта комплектов пар пара пары жұп банок банки флакон ампул ампулы мешок мешков қап " +
        "тюбик bottles pcs pieces packs rolls units boxes pairs человек работников адам бөлке булок үй дана-дан единиц ед экземпляров билет билетов места мест");
    private static readonly HashSet<string> EachAfter = Folded(
        "каждый каждая каждое каждую штука штуку шт each apiece килограмм кг кило упаковка пачка упаковку пачку литр метр тонну тонна единицу комплект пару");
    private static readonly HashSet<string> EachBefore = Folded("по біреуі біреуін біреуінің данасы данасын қорабы қорабын келісі келісін метрі метрін at әрқайсысы " +
        "қапты қабы орамы литрі бағасы штука");
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
        var words = string.Join(' ', pieces[from..to].Select(p => p.Written));
        var each = pieces[to - 1].IsAblative || CurrencyEach.Contains(after.Folded);
        var money = scaled || Currency.Contains(after.Folded) || after.Written == "₸" || CurrencyEach.Contains(after.Folded);
        if (!money && !each && value is >= 1990 and <= 2040 && value % 1 == 0 && (Year.Contains(after.Folded) || pieces[from].Number is not null && to == from + 1))
            return null;
        each |= EachBefore.Contains(before.Folded) && (money || !Counted.Contains(after.Folded) || value >= 100);
        var last = money && !scaled ? to + 1 : to;
        var following = pieces.Skip(money && Currency.Contains(after.Folded) || after.Written == "₸" ? to + 1 : to).Take(2).Select(p => p.Folded).ToList();
        each |= money && following is ["за", var one, ..] && EachAfter.Contains(one) || money && following is [var first, ..] && EachAfter.Contains(first);
        if (money && last > to && after != Piece.None)
            words += " " + after.Written;
        var kind = each ? MentionKind.UnitPrice
            : Counted.Contains(after.Folded) && value < 1_000_000 && !Currency.Contains(after.Folded) ? MentionKind.Count
            : money || value >= 10_000 ? MentionKind.Money
            : MentionKind.Number;
        return new Mention(value, kind, words, pieces[from].Start);
    }

    /// <summary>The number that begins at a piece, where it ends, and whether "thousand" or "million" was said.</summary>
    private static (decimal Value, int Next, bool Scaled) NumberAt(List<Piece> pieces, int start)
    {
        decimal total = 0, current = 0, smallest = decimal.MaxValue;
        var scaled = false;
        var i = start;
        for (; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var empty = i == start;
            if (NumberWords.TryMultiplier(piece.Written, piece.Folded, out var multiplier) || piece.IsThousandSign && i > start && pieces[i - 1].Number is not null)
            {
                multiplier = piece.IsThousandSign ? 1000 : multiplier;
                if (multiplier >= smallest || total > decimal.MaxValue / 1e10m || current > 1e15m)
                    break;
                total += (current == 0 ? 1 : current) * multiplier;
                current = 0;
                smallest = multiplier;
                scaled |= multiplier >= 1000;
            }
            else if (piece.Number is { } digits && (empty || scaled && current == 0 && digits < smallest))
            {
                current = digits;
            }
            else if (NumberWords.TryHalf(piece.Folded, out var half) && empty && MultiplierAfter(pieces, i) is { } next)
            {
                current = half;
                i = next - 1;
            }
            else if (UnitOf(piece) is { } unit && (!NumberWords.IsAmbiguous(piece.Folded) || !empty || HasNumberAfter(pieces, i))
                && TryJoin(current, unit, empty || pieces[i - 1].Number is null, out var joined))
            {
                current = joined;
                if (piece.IsAblative)
                {
                    i++;
                    break;
                }
            }
            else
            {
                break;
            }

            if (piece.IsAblative && piece.Number is null)
            {
                i++;
                break;
            }
        }

        var value = total + current;
        return i == start || value <= 0 ? (0, start, false) : (value, i, scaled);
    }

    /// <summary>Joins "бес" and "жүз", "сто" and "двадцать", "двадцать" and "пять"; refuses "двадцать десять" and "20 пять".</summary>
    private static bool TryJoin(decimal current, decimal unit, bool inWords, out decimal joined)
    {
        joined = unit == 100 && current is > 1 and < 10 ? current * 100 : current + unit;
        return current == 0 || inWords && unit switch
        {
            100 => current is > 1 and < 10,
            > 100 => false,
            >= 10 => current % 100 == 0,
            _ => current % 10 == 0,
        };
    }

    private static decimal? UnitOf(Piece piece)
    {
        var found = NumberWords.TryUnit(piece.Folded, out var value) || piece.IsAblative && NumberWords.TryUnitInCase(piece.Folded, out value);
        return found ? value : null;
    }

    /// <summary>Where the "million" of "жарты миллион" or "half a million" stands.</summary>
    private static int? MultiplierAfter(List<Piece> pieces, int at)
    {
        var next = at + 1 < pieces.Count && pieces[at + 1].Written is "a" ? at + 2 : at + 1;
        return next < pieces.Count && IsMultiplier(pieces[next]) ? next : null;
    }

    private static bool IsMultiplier(Piece piece) => NumberWords.TryMultiplier(piece.Written, piece.Folded, out _);

    private static bool HasNumberAfter(List<Piece> pieces, int at) => at + 1 < pieces.Count
        && (UnitOf(pieces[at + 1]) is not null || IsMultiplier(pieces[at + 1]) || Counted.Contains(pieces[at + 1].Folded)
            || Currency.Contains(pieces[at + 1].Folded) || CurrencyEach.Contains(pieces[at + 1].Folded));

    private static HashSet<string> Folded(string words) => [.. words.Split(' ').Select(SearchText.FoldWord)];
}
