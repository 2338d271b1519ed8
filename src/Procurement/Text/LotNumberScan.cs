using System.Globalization;

namespace Procurement.Text;

/// <summary>
/// Reads a lot number that begins at a given place of a folded text. It looks at a bounded number of characters, so a text of any
/// length and malice is read in time that grows with its length only.
/// </summary>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Number">Null when the attempt is missing: root and method are there, but they name no single lot.</param>
internal readonly record struct LotNumberScan(int End, long PlanRoot, LotNumber? Number)
{
    private const int MinRoot = 6, MaxRoot = 9, MaxGap = 3;

    public static LotNumberScan? At(FoldedText text, int start)
    {
        var rootEnd = Digits(text, start);
        if (rootEnd - start is < MinRoot or > MaxRoot)
            return null;
        var root = long.Parse(text.Text.AsSpan(start, rootEnd - start), CultureInfo.InvariantCulture);
        var (symbolStart, hyphens) = Gap(text, rootEnd);
        if (hyphens > 1)
            return null;
        var union = UnionMark(text, symbolStart);
        if (union > 0)
            symbolStart = union;

        foreach (var (canonical, folded) in MethodSymbols.Spellings)
        {
            if (!Fits(text, symbolStart, folded))
                continue;
            var end = symbolStart + folded.Length;
            if (Attempt(text, end, out var attemptEnd) is { } attempt && !(IsWord(canonical) && !IsMeant(text, symbolStart, end, hyphens)))
                return new(attemptEnd, root, new LotNumber(root, canonical, attempt, union > 0));
            if (hyphens == 1 && !char.IsLetterOrDigit(text[end]) && !IsWord(canonical))
                return new(end, root, null);
        }
        return null;
    }

    /// <summary>"81861406 - от 5 мая", "топ 10": two symbols are also ordinary words.</summary>
    private static bool IsWord(string symbol) => symbol is "ОТ" or "ТОП";

    /// <summary>Such a symbol is meant when it stands in capitals between a hyphen and a digit.</summary>
    private static bool IsMeant(FoldedText text, int start, int end, int hyphens) =>
        hyphens == 1 && char.IsUpper(text.OriginalAt(start)) && char.IsAsciiDigit(text[end]);

    private static int UnionMark(FoldedText text, int start)
    {
        if (!Fits(text, start, "ОЛ"))
            return 0;
        var (end, hyphens) = Gap(text, start + 2);
        return hyphens == 1 ? end : 0;
    }

    private static int? Attempt(FoldedText text, int start, out int end)
    {
        var digits = Gap(text, text[start] == '№' ? start + 1 : start).End;
        end = Digits(text, digits);
        return end - digits is 1 or 2 ? int.Parse(text.Text.AsSpan(digits, end - digits), CultureInfo.InvariantCulture) : null;
    }

    private static bool Fits(FoldedText text, int start, string symbol)
    {
        for (var i = 0; i < symbol.Length; i++)
        {
            var found = text[start + i];
            if (found != symbol[i] && !(found == '3' && symbol[i] == 'З') && !(found == '0' && symbol[i] == 'О'))
                return false;
        }
        return true;
    }

    /// <summary>Skips a few spaces and hyphens; tells where they end and how many hyphens there were.</summary>
    private static (int End, int Hyphens) Gap(FoldedText text, int start)
    {
        var (end, hyphens) = (start, 0);
        while (end - start < MaxGap && text[end] is ' ' or '-')
            hyphens += text[end++] == '-' ? 1 : 0;
        return (end, hyphens);
    }

    /// <summary>The end of the digits that begin at start; one more than the longest number is enough to know it is none.</summary>
    private static int Digits(FoldedText text, int start)
    {
        var end = start;
        while (end - start <= MaxRoot && char.IsAsciiDigit(text[end]))
            end++;
        return end;
    }
}
