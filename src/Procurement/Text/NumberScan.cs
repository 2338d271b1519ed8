using System.Globalization;

namespace Procurement.Text;

/// <summary>
/// Reads the identifiers made of digits and signs only, each from the place where its first digit stands. Every one has a longest
/// form, so each look is bounded.
/// </summary>
internal static class NumberScan
{
    private const int MinGroup = 2, MaxGroup = 6;

    /// <summary>17379679-1, with at most one space on each side of the hyphen.</summary>
    public static (AnnouncementNumber Number, int End)? Announcement(FoldedText text, int start)
    {
        var idEnd = Digits(text, start, 10);
        if (idEnd - start is < 6 or > 9 || text[start] == '0' || text[start - 1] is '-' or '+' or '.')
            return null;
        var hyphen = text[idEnd] == ' ' ? idEnd + 1 : idEnd;
        if (text[hyphen] != '-')
            return null;
        var digits = text[hyphen + 1] == ' ' ? hyphen + 2 : hyphen + 1;
        var end = Digits(text, digits, 3);
        if (end - digits is not (1 or 2) || text[digits] == '0' || char.IsLetter(text[end]) || Continues(text, end))
            return null;
        return (new(Number(text, start, idEnd), (int)Number(text, digits, end)), end);
    }

    /// <summary>970140002674/260023/00.</summary>
    public static (ContractNumber Number, int End)? Contract(FoldedText text, int start)
    {
        var binEnd = start + Bin.Length;
        if (text[binEnd] != '/' || !Bin.TryParse(Slice(text, start, binEnd), out var buyer))
            return null;
        var serialEnd = Digits(text, binEnd + 1, 9);
        if (serialEnd - binEnd - 1 is < 5 or > 8 || text[serialEnd] != '/')
            return null;
        var end = Digits(text, serialEnd + 1, 3);
        return end - serialEnd - 1 == 2
            ? (new(buyer, Slice(text, binEnd + 1, serialEnd), (int)Number(text, serialEnd + 1, end)), end)
            : null;
    }

    /// <summary>Twelve digits, in one piece or in groups of two to six with single spaces between, as people dictate them.</summary>
    public static (Bin Bin, int End)? Business(FoldedText text, int start)
    {
        if (text[start - 1] == ' ' && char.IsAsciiDigit(text[start - 2]))
            return null;    // the middle of a longer row of groups
        Span<char> digits = stackalloc char[Bin.Length];
        var (count, end) = (0, start);
        while (count < Bin.Length)
        {
            var groupEnd = Digits(text, end, Bin.Length + 1);
            var group = groupEnd - end;
            if (count + group > Bin.Length || (group != Bin.Length && group is < MinGroup or > MaxGroup))
                return null;
            text.Text.AsSpan(end, group).CopyTo(digits[count..]);
            count += group;
            end = groupEnd;
            if (count < Bin.Length && text[end++] != ' ')
                return null;
        }
        return !Continues(text, end) && Bin.TryParse(new string(digits), out var bin) ? (bin, end) : null;
    }

    /// <summary>257113.900.000001.</summary>
    public static (Enstru Code, int End)? Enstru(FoldedText text, int start)
    {
        var end = start + Procurement.Enstru.Length;
        return text[start + 6] == '.' && !char.IsAsciiDigit(text[end]) && Procurement.Enstru.TryParse(Slice(text, start, end), out var code)
            ? (code, end)
            : null;
    }

    /// <summary>The end of the digits that begin at start, or of the first so many of them.</summary>
    public static int Digits(FoldedText text, int start, int most)
    {
        var end = start;
        while (end - start < most && char.IsAsciiDigit(text[end]))
            end++;
        return end;
    }

    /// <summary>After a sign that joins digits go on: a telephone, a date, a longer row of groups.</summary>
    private static bool Continues(FoldedText text, int end) =>
        char.IsAsciiDigit(text[end]) || (text[end] is ' ' or '-' or '.' or '/' && char.IsAsciiDigit(text[end + 1]));

    private static string Slice(FoldedText text, int start, int end) => end <= text.Text.Length ? text.Text[start..end] : "";

    private static long Number(FoldedText text, int start, int end) =>
        long.Parse(text.Text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
}
