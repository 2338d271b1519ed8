using System.Globalization;
using Procurement;

namespace Risk;

/// <summary>Puts the attempts to buy one plan item together: a repeat must not count the same money twice.</summary>
internal static class LotAttempts
{
    /// <summary>The last attempt of every plan item known at a moment, without lots that were deleted, cancelled or given up.</summary>
    public static IEnumerable<Lot> Latest(IEnumerable<Lot> lots, DateTimeOffset asOf, Methods methods) =>
        lots
            .Where(lot => lot.Published <= asOf && !lot.IsDeleted && !methods.LotsWithoutEffect.Contains(lot.StatusId ?? 0))
            .GroupBy(lot => Needs.PlanNumberOf(lot) ?? lot.Number, StringComparer.Ordinal)
            .Select(attempts => attempts.OrderBy(lot => lot.Published).ThenBy(lot => lot.Id).Last())
            .OrderBy(lot => lot.Id);

    /// <summary>The plan number in a lot number, 81861406 of 81861406-ЗЦП1; 0 when the number does not tell.</summary>
    public static long PlanRootOf(Lot lot) =>
        Needs.PlanNumberOf(lot) is { } digits && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var root) ? root : 0;

    /// <summary>Number of the attempt, 2 in 81861406-ЗЦП2; null when the number does not tell.</summary>
    public static int? NumberOf(Lot lot)
    {
        var digits = lot.Number.Length - lot.Number.AsSpan().TrimEnd("0123456789").Length;

        return lot.Number.Contains('-', StringComparison.Ordinal)
            && int.TryParse(lot.Number.AsSpan(^digits..), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
