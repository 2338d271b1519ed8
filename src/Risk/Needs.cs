using Procurement;

namespace Risk;

/// <summary>
/// What the caller loads for a lot before <see cref="RiskCheck.Run"/> beside what hangs on the lot's own ids, so that a store can be asked
/// without knowing the rules. A null key means that the lot does not have it.
/// </summary>
public sealed record Needs
{
    /// <summary>Other attempts: lots whose number begins with this plan number and a hyphen.</summary>
    public required string? PlanNumber { get; init; }

    /// <summary>What to load for this lot.</summary>
    public static Needs For(Lot lot) => new() { PlanNumber = PlanNumberOf(lot) };

    /// <summary>The plan number in a lot number: 81861406 of 81861406-ЗЦП1. All attempts to buy one plan item share it.</summary>
    public static string? PlanNumberOf(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot.Number.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen ? lot.Number[..hyphen] : null;
    }
}
