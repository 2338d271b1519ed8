using System.Globalization;
using Procurement;
using Risk.Habits;
using Risk.Populations;

namespace Risk;

/// <summary>Puts the attempts to buy one plan item together: a repeat must not count the same money twice.</summary>
internal static class LotAttempts
{
    /// <summary>Nothing was given up or cancelled, and no later attempt known takes the lot's place.</summary>
    /// <param name="judged">The lot under judgement, which the population may not hold yet.</param>
    public static bool IsLast(Population population, in LotFact lot, in LotFact judged = default)
    {
        var methods = population.Catalogue.Methods;
        if (methods.LotsWithoutEffect.Contains(lot.Status))
            return false;
        if (lot.PlanRoot == 0)
            return true;
        if (judged.PlanRoot == lot.PlanRoot && IsAfter(judged, lot) && !methods.LotsWithoutEffect.Contains(judged.Status))
            return false;
        if (!population.Habit(Repeated.Of).Has(lot.PlanRoot))
            return true;
        foreach (ref readonly var attempt in population.AttemptsOf(lot.PlanRoot))
            if (attempt.Id != judged.Id && IsAfter(attempt, lot) && !methods.LotsWithoutEffect.Contains(attempt.Status))
                return false;
        return true;
    }

    private static bool IsAfter(in LotFact one, in LotFact other) => (one.Published, one.Id).CompareTo((other.Published, other.Id)) > 0;

    /// <summary>The plan number in a lot number, 81861406 of 81861406-ЗЦП1; 0 when the number does not tell.</summary>
    public static long PlanRootOf(Lot lot) =>
        lot.Number.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen
            && long.TryParse(lot.Number.AsSpan(0, hyphen), NumberStyles.None, CultureInfo.InvariantCulture, out var root) ? root : 0;

    /// <summary>Number of the attempt, 2 in 81861406-ЗЦП2; null when the number does not tell.</summary>
    public static int? NumberOf(Lot lot)
    {
        var digits = lot.Number.Length - lot.Number.AsSpan().TrimEnd("0123456789").Length;

        return lot.Number.Contains('-', StringComparison.Ordinal)
            && int.TryParse(lot.Number.AsSpan(^digits..), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
