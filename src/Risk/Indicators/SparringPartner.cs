using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-23. A bidder of this lot bids often, hardly ever wins and mostly loses to this lot's winner; or two bidders meet far more often
/// than chance brings them together, and the same one wins. Value and threshold are the share of losses, or of joint lots, that it won.
/// </summary>
public sealed class SparringPartner : BiddingIndicator
{
    public override string Code => "KZ-23";
    public override Tier Tier => Tier.T2;
    public override string Family => "collusion";
    public override string LegalBasis => "Law No. 106-VIII art. 5; Entrepreneurial Code art. 169";
    public override IReadOnlyList<string> OcpCodes => ["R025", "R053"];
    public override IReadOnlyList<string> Needs { get; } = [.. Gates, "population", "private_bidders", "lots_incomplete"];
    public override IReadOnlyList<string> Excuses { get; } = [.. Exemptions, "no_winner"];

    private protected override bool NeedsOutcomes => false;

    private protected override Finding Examine(Question question, Race race)
    {
        if (race.Winner is not { } won)
        {
            return race.HasUnknownOutcome ? question.NotEvaluable("bid_statuses") : question.NotApplicable("no_winner");
        }

        if (question.File.Population is null || won.Supplier is null)
        {
            return question.NotEvaluable(won.Supplier is null ? "private_bidders" : "population");
        }

        var (rule, partners) = (question.Thresholds<SparringRule>(), question.Population.Habit(SparringPartners.Of));
        var winner = Numbers.Bin(won.Supplier);
        var pairs = race.Runners.Where(runner => runner.Supplier is not null && runner.Supplier != won.Supplier)
            .Select(runner => (runner.Supplier, Pair: partners.Of(Numbers.Bin(runner.Supplier), winner)))
            .Where(found => found.Pair is not null)
            .OrderByDescending(found => found.Pair!.FitsSupplier(rule)).ThenByDescending(found => found.Pair!.LostToPartner)
            .ThenBy(found => found.Supplier, StringComparer.Ordinal).ToList();
        var whole = question.Population.LotsWholeFrom <= DateOnly.FromDayNumber(question.Population.Today).AddYears(-2);

        return pairs.Count > 0 ? Tell(question, pairs[0].Supplier!, won.Supplier, pairs[0].Pair!, rule)
            : race.Runners.Any(runner => runner.Supplier is null) ? question.NotEvaluable("private_bidders")
            : !whole ? question.NotEvaluable("lots_incomplete")
            : question.Clear();
    }

    private static Finding Tell(Question question, string loser, string winner, Sparring pair, SparringRule rule)
    {
        var alone = pair.FitsSupplier(rule);
        var (share, least) = alone ? (pair.ShareOfLosses, rule.LossShare) : (pair.ShareOfJoint, rule.PairShare);

        return question.Fired() with
        {
            Subject = new Subject("supplier", $"{loser}/{winner}"),
            Variant = alone ? null : "pair",
            Value = (decimal)share,
            Threshold = (decimal)least,
            Strength = Question.StrengthOfShare(share, least),
            Evidence =
            [
                question.LotField("supplierBinIin", loser),
                question.LotField("winner", winner),
                question.LotField("bids", pair.Bids),
                question.LotField("wins", pair.Wins),
                question.LotField("lostToWinner", pair.LostToPartner),
                question.LotField("jointLots", pair.Joint),
                question.LotField("jointByChance", Math.Round(pair.Expected, 2)),
            ],
            Facts = new Dictionary<string, object>
            {
                ["count"] = alone ? pair.Bids : pair.Joint,
                ["wins"] = pair.Wins,
                ["losses"] = pair.Losses,
                ["lost"] = pair.LostToPartner,
                ["times"] = decimal.Round((decimal)pair.Lift, 1),
                ["supplier"] = loser,
                ["other"] = winner,
            },
        };
    }
}

/// <summary>KZ-23: the supplier's form (bids, wins, losses to one) and the pair's (joint lots, the same winner, times chance).</summary>
public sealed record SparringRule
{
    public required string Reason { get; init; }
    public required int LeastBids { get; init; }
    public required double MostWins { get; init; }
    public required double LossShare { get; init; }
    public required int PairLots { get; init; }
    public required double PairShare { get; init; }
    public required double Lift { get; init; }
}
