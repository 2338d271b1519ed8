using Procurement;
using Risk.Habits;

namespace Risk.Indicators;

/// <summary>
/// KZ-28. Prices of rivals follow a pattern: two are equal to the tenge, each next one is the same multiple of the one before, or the
/// same bidders come with nearly equal prices again and again. Value and threshold are bids, for the last one lots.
/// </summary>
/// <remarks>
/// Bids at the dumping floor meet by design and are left out, and so are methods where points decide. Equal bids at the whole planned
/// sum are context only: who expects no rival asks for all of it. Equal prices of whole thousands weigh less than odd ones.
/// </remarks>
public sealed class PatternedPrices : BiddingIndicator
{
    public override string Code => "KZ-28";
    public override Tier Tier => Tier.T2;
    public override string Family => "collusion";
    public override string LegalBasis => "Law No. 106-VIII art. 5, 13; Entrepreneurial Code art. 169";
    public override IReadOnlyList<string> OcpCodes => ["R022", "R023", "R024", "R028"];
    public override IReadOnlyList<string> Needs { get; } = [.. Gates, "floor_kind", "private_bidders", "bid_amounts", "population"];
    public override IReadOnlyList<string> Excuses { get; } = [.. Exemptions, "points_decide"];

    private protected override bool NeedsOutcomes => false;

    private protected override string? Exempt(Lot lot, Catalogue catalogue) =>
        catalogue.Methods.Points.Contains(lot.MethodId ?? 0) ? "points_decide" : null;

    private protected override Finding Examine(Question question, Race race)
    {
        var rule = question.Thresholds<PatternedPricesRule>();
        var (free, floorUnknown) = Free(question, race);
        var close = PriceCloseness.Of([.. free.Select(runner => runner.Amount!.Value)]) is { } spread
            && free.Count >= rule.CloseBids && spread < rule.CloseSpread;

        return Equal(question, free)
            ?? Ladder(question, free, rule)
            ?? (close && question.File.Population is not null ? Together(question, free, rule) : null)
            ?? question.Lacking(
                floorUnknown ? "floor_kind" : null,
                race.Runners.Any(runner => runner.Amount is null) ? "bid_amounts" : null,
                close && question.File.Population is null ? "population" : null,
                close && free.Any(runner => runner.Supplier is null) ? "private_bidders" : null)
            ?? question.Clear() with { Value = 0, Threshold = rule.LeastEqual };
    }

    /// <summary>Bids of different bidders away from the floor, cheapest first; and whether some could not be placed.</summary>
    private static (IReadOnlyList<Runner> Free, bool FloorUnknown) Free(Question question, Race race)
    {
        var placed = race.Runners.Where(runner => runner.Amount is > 0)
            .DistinctBy(runner => runner.Supplier ?? $"#{runner.Bid.Id}")
            .Select(runner => (Runner: runner, Place: Floor.PlaceOf(question.Lot, runner.Amount!.Value, question.Catalogue))).ToList();

        return ([.. placed.Where(at => at.Place is FloorPlace.Above or FloorPlace.Below).Select(at => at.Runner)],
            placed.Count(at => at.Place is FloorPlace.Unknown) > 1);
    }

    private static Finding? Equal(Question question, IReadOnlyList<Runner> free)
    {
        var rule = question.Thresholds<PatternedPricesRule>();
        var equal = free.GroupBy(runner => decimal.Round(runner.Amount!.Value))
            .Where(group => group.Count() >= rule.LeastEqual)
            .OrderBy(group => IsWholeSum(group.Key)).ThenByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault();

        return equal is null ? null
            : Tell(question, [.. equal], equal.Count(), rule.LeastEqual) with
            {
                Tier = IsWholeSum(equal.Key) ? Tier.T3 : Tier.T2,
                Variant = IsWholeSum(equal.Key) ? "whole_sum" : null,
                Strength = IsWholeSum(equal.Key) ? 1 : StrengthOf(question, equal.Key, free.Count, rule),
            };

        bool IsWholeSum(decimal price) => question.Lot.Amount is { } amount && decimal.Round(amount) == price;
    }

    /// <summary>
    /// Full where an equal price is a wonder, less where people who round would meet: a sum of whole thousands is one of few between the
    /// floor and the plan, and with several bidders every pair may meet there.
    /// </summary>
    private static double StrengthOf(Question question, decimal price, int bidders, PatternedPricesRule rule)
    {
        var roundness = 1m;
        while (price > 0 && price % (roundness * 10) == 0)
            roundness *= 10;
        var prices = (question.Lot.Amount ?? price) * rule.UsualSpan / roundness;
        var chance = bidders * (bidders - 1) / 2 / Math.Max(1, (double)prices);

        return Math.Max(0, Math.Min(1, Math.Log(chance) / Math.Log(rule.EqualChance)));
    }

    private static Finding? Ladder(Question question, IReadOnlyList<Runner> free, PatternedPricesRule rule)
    {
        if (free.Count < rule.LadderBids)
        {
            return null;
        }

        var steps = free.Zip(free.Skip(1), (one, next) => next.Amount!.Value / one.Amount!.Value).ToList();
        var (least, most) = (steps.Min(), steps.Max());

        return least < rule.LeastStep || most - least > 2 * rule.StepTolerance || ChanceOf(steps) > rule.LadderChance ? null
            : Tell(question, free, free.Count, rule.LadderBids) with { Variant = "ladder" };
    }

    /// <summary>
    /// How likely steps of the same height in all are so even by chance: of m lengths into which random points cut a line, the longest
    /// and the shortest differ by a share d of the line with a probability of (m − 1)! · d^(m − 1), as long as d is small.
    /// </summary>
    private static double ChanceOf(List<decimal> steps)
    {
        var share = (double)((steps.Max() - steps.Min()) / steps.Sum(step => step - 1));

        return Enumerable.Range(1, steps.Count - 1).Aggregate(1.0, (chance, factor) => chance * factor * share);
    }

    private static Finding? Together(Question question, IReadOnlyList<Runner> free, PatternedPricesRule rule)
    {
        var lots = PriceCloseness.LotsOfSameSet(
            question.Population, question.Lot, [.. free.Select(runner => runner.Supplier)], rule.CloseBids, rule.CloseSpread);

        return lots < rule.CloseLots ? null
            : Tell(question, free, lots, rule.CloseLots) with { Variant = "together" };
    }

    private static Finding Tell(Question question, IReadOnlyList<Runner> runners, int value, int threshold)
    {
        var (low, high) = (runners[0].Amount!.Value, runners[^1].Amount!.Value);

        return question.Fired() with
        {
            Value = value,
            Threshold = threshold,
            Strength = 1,
            Evidence =
            [
                .. runners.Select(runner => question.LotField("offer", runner.Amount)),
                .. runners.Select(runner => runner.Supplier).OfType<string>().Select(bin => question.LotField("supplierBinIin", bin)),
            ],
            Facts = new Dictionary<string, object> { ["count"] = runners.Count, ["price"] = low, ["highest"] = high, ["lots"] = value },
        };
    }
}

/// <summary>KZ-28: what counts as equal, as a ladder of prices, as close together.</summary>
public sealed record PatternedPricesRule
{
    public required string Reason { get; init; }
    public required int LeastEqual { get; init; }

    /// <summary>Of the planned sum: between which prices bidders usually choose.</summary>
    public required decimal UsualSpan { get; init; }

    /// <summary>An equal price that chance brings no oftener has full strength; on a logarithmic scale down to certainty.</summary>
    public required double EqualChance { get; init; }
    public required int LadderBids { get; init; }
    public required decimal StepTolerance { get; init; }
    public required decimal LeastStep { get; init; }
    public required double LadderChance { get; init; }
    public required int CloseBids { get; init; }
    public required double CloseSpread { get; init; }
    public required int CloseLots { get; init; }
}
