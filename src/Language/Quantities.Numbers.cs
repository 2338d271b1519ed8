namespace Language;

public static partial class Quantities
{
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
            if (NumberWords.TryMultiplier(piece.Written, piece.Folded, out var multiplier)
                || piece.IsThousandSign && i > start && pieces[i - 1].Number is not null)
            {
                multiplier = piece.IsThousandSign ? 1000 : multiplier;
                if (multiplier >= smallest || total > decimal.MaxValue / 1e10m || current > 1e15m)
                    break;
                total += (current == 0 ? 1 : current) * multiplier;
                current = 0;
                smallest = multiplier;
                scaled |= multiplier >= 1000;
            }
            else if (!empty && current > 0 && Surplus(pieces, i) is > 0 and var extra)
            {
                i += extra - 1;
            }
            else if (!empty && HalfAfter(pieces, i) is > 0 and var half)
            {
                (total, current) = current > 0 ? (total, current + 0.5m) : (total + smallest / 2, 0);
                i += half - 1;
            }
            else if (!empty && current > 0 && current % 100 == 0 && IsAnd(pieces, i))
            {
                continue;
            }
            else if (piece.Number is { } digits && (empty || scaled && current == 0 && digits < smallest))
            {
                current = digits;
            }
            else if (NumberWords.TryHalf(piece.Folded, out var few) && empty && MultiplierAfter(pieces, i) is { } next)
            {
                current = few;
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

        if (smallest == 1_000_000 && i > start && pieces[i - 1].Number is null && current >= 100 && current % 50 == 0)
            current *= 1000;    // "миллион двести" is said for 1,200,000
        var value = total + current;
        return i == start || value <= 0 ? (0, start, false) : (value, i, scaled);
    }

    /// <summary>Joins "бес" and "жүз", "сто" and "двадцать", "двадцать" and "пять"; refuses "двадцать десять" and "20 пять".</summary>
    private static bool TryJoin(decimal current, decimal unit, bool inWords, out decimal joined)
    {
        joined = unit == 100 && current is >= 1 and < 10 ? current * 100 : current + unit;
        return current == 0 || inWords && unit switch
        {
            100 => current is >= 1 and < 10,
            > 100 => false,
            >= 10 => current % 100 == 0,
            _ => current % 10 == 0,
        };
    }

    private static decimal? UnitOf(Piece piece)
    {
        var found = NumberWords.TryUnit(piece.Folded, out var value)
            || piece.IsAblative && NumberWords.TryUnitInCase(piece.Folded, out value);
        return found ? value : null;
    }

    private static bool IsMultiplier(Piece piece) => NumberWords.TryMultiplier(piece.Written, piece.Folded, out _);

    private static bool HasNumberAfter(List<Piece> pieces, int at) => at + 1 < pieces.Count
        && (Surplus(pieces, at + 1) > 0 || HalfAfter(pieces, at + 1) > 0 || UnitOf(pieces[at + 1]) is not null || IsMultiplier(pieces[at + 1]) || Counted.Contains(pieces[at + 1].Folded)
            || Currency.Contains(pieces[at + 1].Folded) || CurrencyEach.Contains(pieces[at + 1].Folded));
}
