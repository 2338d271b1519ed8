using System.Globalization;

namespace Procurement.Text;

/// <summary>Decides whether a bare row of digits can be somebody's id, and what of: by the word next to it, else by its size.</summary>
internal static class BareNumber
{
    private const int MinDigits = 7, MaxDigits = 9, Reach = 32;

    // The portal's ids in 2026, in millions: announcements 16 to 17.5, contracts 21 to 26, lots 39 to 43, plan items 81 to 88.
    private const long FirstContract = 19_000_000, FirstLot = 32_000_000, FirstPlan = 62_000_000;

    private static readonly (string Word, NumberMeaning Meaning)[] Hints = [.. new (string, NumberMeaning)[]
    {
        ("лот", NumberMeaning.LotId), ("lot", NumberMeaning.LotId),
        ("объявлен", NumberMeaning.AnnouncementId), ("хабарландыру", NumberMeaning.AnnouncementId),
        ("announ", NumberMeaning.AnnouncementId), ("закупк", NumberMeaning.AnnouncementId),
        ("конкурс", NumberMeaning.AnnouncementId), ("сатып алу", NumberMeaning.AnnouncementId),
        ("договор", NumberMeaning.ContractId), ("контракт", NumberMeaning.ContractId), ("шарт", NumberMeaning.ContractId),
        ("келісім", NumberMeaning.ContractId), ("contract", NumberMeaning.ContractId),
        ("план", NumberMeaning.PlanRoot), ("жоспар", NumberMeaning.PlanRoot), ("plan", NumberMeaning.PlanRoot),
    }.Select(hint => (FoldedText.Fold(hint.Item1), hint.Item2))];

    private static readonly string[] Money =
        [.. new[] { "тг", "тенге", "теңге", "₸", "kzt", "tenge", "тыс", "млн", "мың" }.Select(FoldedText.Fold)];

    public static FoundNumber? At(FoldedText text, int start, int end)
    {
        if (end - start is < MinDigits or > MaxDigits || text[start] == '0')
            return null;
        if (IsPartOfMore(text, start, end) || IsTelephone(text, start, end) || IsMoney(text, end))
            return null;
        var number = long.Parse(text.Text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
        return new(text.SpanOf(start, end), number, Meanings(number, Hint(text, start, end)));
    }

    /// <summary>A piece of a word, a decimal, a telephone, a date, an address.</summary>
    private static bool IsPartOfMore(FoldedText text, int start, int end) =>
        char.IsAsciiLetter(text.OriginalAt(start - 1)) || char.IsAsciiLetter(text.OriginalAt(end))
        || text[start - 1] is '_' or '+' || text[end] == '_'
        || (text[start - 1] is '.' or ',' or '/' or '-' && char.IsAsciiDigit(text[start - 2]))
        || (text[end] is '.' or ',' or '/' or '-' && char.IsAsciiDigit(text[end + 1]));

    /// <summary>701 1234567, (701) 1234567: seven digits behind a code.</summary>
    private static bool IsTelephone(FoldedText text, int start, int end)
    {
        var before = text[start - 1] == ' ' ? start - 2 : start - 1;
        return end - start == MinDigits && (text[before] == ')' || char.IsAsciiDigit(text[before]));
    }

    private static bool IsMoney(FoldedText text, int end)
    {
        var next = text[end] == ' ' ? end + 1 : end;
        return Array.Exists(Money, word => string.CompareOrdinal(text.Text, next, word, 0, word.Length) == 0);
    }

    /// <summary>The meaning of the nearest telling word on the same line, in front or behind.</summary>
    private static NumberMeaning? Hint(FoldedText text, int start, int end)
    {
        var before = text.Text.AsSpan(Math.Max(0, start - Reach), Math.Min(Reach, start));
        before = before[(before.LastIndexOfAny('\n', '\r') + 1)..];
        var after = text.Text.AsSpan(end, Math.Min(Reach, text.Text.Length - end));
        after = after[..(after.IndexOfAny('\n', '\r') is >= 0 and var line ? line : after.Length)];

        var (nearest, meaning) = (int.MaxValue, (NumberMeaning?)null);
        foreach (var (word, says) in Hints)
        {
            var at = before.LastIndexOf(word, StringComparison.Ordinal);
            if (BeginsWord(before, at) && before.Length - at - word.Length < nearest)
                (nearest, meaning) = (before.Length - at - word.Length, says);
            var behind = after.IndexOf(word, StringComparison.Ordinal);
            if (BeginsWord(after, behind) && behind < nearest)
                (nearest, meaning) = (behind, says);
        }
        return meaning;
    }

    /// <summary>"лот", but not the middle of "полотно".</summary>
    private static bool BeginsWord(ReadOnlySpan<char> text, int at) => at == 0 || (at > 0 && !char.IsLetter(text[at - 1]));

    private static NumberMeaning[] Meanings(long number, NumberMeaning? hint)
    {
        NumberMeaning[] bySize = number switch
        {
            >= FirstPlan => [NumberMeaning.PlanRoot, NumberMeaning.LotId, NumberMeaning.AnnouncementId, NumberMeaning.ContractId],
            >= FirstLot => [NumberMeaning.LotId, NumberMeaning.PlanRoot, NumberMeaning.AnnouncementId, NumberMeaning.ContractId],
            >= FirstContract => [NumberMeaning.ContractId, NumberMeaning.LotId, NumberMeaning.AnnouncementId, NumberMeaning.PlanRoot],
            _ => [NumberMeaning.AnnouncementId, NumberMeaning.LotId, NumberMeaning.ContractId, NumberMeaning.PlanRoot],
        };
        // People who say "lot" read the lot's number off the page, of which the plan root is a half, as often as its id.
        return hint switch
        {
            null => bySize,
            NumberMeaning.LotId => [.. bySize.OrderByDescending(meaning => meaning is NumberMeaning.LotId or NumberMeaning.PlanRoot)],
            _ => [.. bySize.OrderByDescending(meaning => meaning == hint)],
        };
    }
}
