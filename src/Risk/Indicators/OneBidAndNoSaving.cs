using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-12. One bid came, it took nearly the whole planned sum, and for such things several bidders usually come and one seldom. Value is the saving in
/// percent, threshold the least ordinary one. One bid without the rest is context only.
/// </summary>
/// <remarks>Where four fifths of such purchases of a region have one bid the question is not asked at all.</remarks>
public sealed class OneBidAndNoSaving : BiddingIndicator
{
    public override string Code => "KZ-12";
    public override Tier Tier => Tier.T2;
    public override string Family => "competition";
    public override string LegalBasis => "Law No. 106-VIII art. 5, 15(2)";
    public override IReadOnlyList<string> OcpCodes => ["R018", "R031"];
    public override IReadOnlyList<string> Needs { get; } = [.. Gates, "enstru", "places", "population"];
    public override IReadOnlyList<string> Excuses { get; } = [.. Exemptions, "not_held", "one_bid_usual"];

    private protected override bool NeedsOutcomes => false;

    private protected override Finding Examine(Question question, Race race)
    {
        var lot = question.Lot;

        if (lot.StatusId != question.Catalogue.Methods.LotHeld && race.Winner is null)
        {
            return lot.StatusId is null ? question.NotEvaluable("bid_statuses") : question.NotApplicable("not_held");
        }

        if (race.Runners.Count(runner => runner.Outcome is not BidOutcome.Unknown) > 1)
        {
            return question.Clear() with { Value = race.Runners.Count, Threshold = 1 };
        }

        string?[] missing =
        [
            race.HasUnknownOutcome || race.Runners.Count == 0 ? "bid_statuses" : null,
            lot.Enstru is null ? "enstru" : null,
            lot.Places.Count == 0 ? "places" : null,
            question.File.Population is null ? "population" : null,
        ];

        return question.Lacking(missing) ?? Compare(question, race.Runners[0]);
    }

    private static Finding Compare(Question question, Runner only)
    {
        var (lot, counts) = (question.Lot, question.Population.Habit(BidderCounts.Of));
        var (code, regions) = (EnstruCode.Of(lot.Enstru), question.Population.RegionBits(lot.Places));

        if (counts.IsOneBidUsual(code, regions))
        {
            return question.NotApplicable("one_bid_usual");
        }

        var rule = question.Thresholds<OneBidRule>();
        var saving = lot.Amount is > 0 and var planned && only.Amount is { } offer ? 1 - (offer / planned) : (decimal?)null;
        var usual = counts.Usual(code, regions);
        var strong = saving < rule.LeastSaving && usual is { } others && others.Median >= rule.LeastMedian
            && others.WithOne <= rule.MostWithOne;

        return question.Fired() with
        {
            Tier = strong ? Tier.T2 : Tier.T3,
            Variant = strong ? "no_saving" : null,
            Value = saving * 100,
            Threshold = rule.LeastSaving * 100,
            Strength = 1,
            Benchmark = usual is { } known
                ? new Benchmark(known.Level, known.Lots, 0, (decimal)known.Median, (decimal)known.Median, rule.LeastMedian)
                : null,
            Evidence =
            [
                question.LotField("bids", 1),
                question.LotField("amount", lot.Amount),
                question.LotField("offer", only.Amount),
            ],
            Facts = Told(only, usual, saving),
        };
    }

    private static Dictionary<string, object> Told(Runner only, (double Median, double WithOne, int Lots, string Level)? usual, decimal? saving)
    {
        var facts = new Dictionary<string, object> { ["count"] = 1 };
        if (saving is { } share)
            facts["saving"] = decimal.Round(share * 100, 1);
        if (usual is { } known)
            (facts["median"], facts["lots"]) = ((int)Math.Floor(known.Median), known.Lots);
        if (only.Supplier is { } supplier)
            facts["supplier"] = supplier;
        return facts;
    }
}

/// <summary>KZ-12: what counts as no saving, as several bidders, as a market in which one bid is usual.</summary>
public sealed record OneBidRule
{
    public required string Reason { get; init; }
    public required decimal LeastSaving { get; init; }
    public required int LeastMedian { get; init; }

    /// <summary>Where a larger share of such lots has one bid, that is ordinary whatever the median.</summary>
    public required double MostWithOne { get; init; }
    public required int LeastPeers { get; init; }
    public required int MuteLots { get; init; }
    public required double MuteShare { get; init; }
}
