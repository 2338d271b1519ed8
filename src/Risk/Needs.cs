using Procurement;

namespace Risk;

/// <summary>
/// What the caller loads for a lot before <see cref="RiskCheck.Run"/>, so that a store can be asked without knowing the rules.
/// A null key means that the lot does not have it: leave the list that needs it null.
/// </summary>
public sealed record Needs
{
    /// <summary>Peers: contract items and lots with this code (exactly) and this unit, dated from … to … .</summary>
    public required string? Enstru { get; init; }
    public required string? UnitCode { get; init; }
    public required string? UnitName { get; init; }
    public required DateTimeOffset PeersFrom { get; init; }
    public required DateTimeOffset Until { get; init; }

    /// <summary>The buyer's contracts of this financial year, all versions; and the buyer's lots published since.</summary>
    public required string? BuyerBin { get; init; }
    public required int? FinancialYear { get; init; }
    public required DateTimeOffset? BuyerLotsFrom { get; init; }

    /// <summary>Other attempts: lots whose number begins with this plan number and a hyphen.</summary>
    public required string? PlanNumber { get; init; }

    /// <summary>What to load for this lot when it is judged with the knowledge of a moment.</summary>
    public static Needs For(Lot lot, DateTimeOffset asOf)
    {
        int? year = lot.Published is { } published ? AstanaTime.DayOf(published).Year : null;

        return new Needs
        {
            Enstru = lot.Enstru,
            UnitCode = lot.UnitCode,
            UnitName = lot.UnitName,
            PeersFrom = asOf.AddMonths(-24),
            Until = asOf,
            BuyerBin = lot.BuyerBin,
            FinancialYear = year,
            BuyerLotsFrom = year is { } y ? Earlier(AstanaTime.StartOf(new DateOnly(y, 1, 1)), asOf.AddDays(-90)) : null,
            PlanNumber = PlanNumberOf(lot),
        };
    }

    /// <summary>The plan number in a lot number: 81861406 of 81861406-ЗЦП1. All attempts to buy one plan item share it.</summary>
    public static string? PlanNumberOf(Lot lot) =>
        lot.Number.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen ? lot.Number[..hyphen] : null;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
