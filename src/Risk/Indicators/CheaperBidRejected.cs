using Procurement;
using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-09. The cheapest bid was rejected and a dearer one won. Value and threshold are percent of the winning price; for the buyer's
/// habit (variant buyer), the share of bids it rejects and the line above which few buyers are.
/// </summary>
/// <remarks>
/// Bids at the dumping floor, and those below it, which must be rejected, are left out. In requests for price proposals and the e-shop
/// the portal itself rejects, so there the sign is context only.
/// </remarks>
public sealed class CheaperBidRejected : BiddingIndicator
{
    public override string Code => "KZ-09";
    public override Tier Tier => Tier.T2;
    public override string Family => "rejection";
    public override string LegalBasis => "Law No. 106-VIII art. 13, 14; Rules No. 687 p. 85-99";
    public override IReadOnlyList<string> OcpCodes => ["R036", "R038"];
    public override IReadOnlyList<string> Needs { get; } = [.. Gates, "bid_amounts", "mci", "floor_kind"];
    public override IReadOnlyList<string> Excuses { get; } = [.. Exemptions, "no_winner", "price_floor"];

    private protected override string? Exempt(Lot lot, Catalogue catalogue) =>
        catalogue.Dumping.BuiltMethods.Contains(lot.MethodId ?? 0) ? "price_floor" : null;

    private protected override Finding Examine(Question question, Race race)
    {
        if (race.Winner is not { } winner)
        {
            return question.NotApplicable("no_winner");
        }

        if (winner.Amount is not > 0)
        {
            return question.NotEvaluable("bid_amounts");
        }

        var places = race.Runners.Where(runner => runner.Amount < winner.Amount)
            .Select(runner => (Runner: runner, Place: Floor.PlaceOf(question.Lot, runner.Amount!.Value, question.Catalogue))).ToList();
        var cheapest = places.FirstOrDefault(at => at.Place is FloorPlace.Above).Runner;
        var finding = cheapest is { Outcome: BidOutcome.Rejected } ? Compare(question, race, winner, cheapest) : null;

        return finding ?? OfBuyer(question, race)
            ?? question.Lacking(
                race.Runners.Any(runner => runner.Amount is null) ? "bid_amounts" : null,
                places.Any(at => at.Place is FloorPlace.Unknown && at.Runner.Outcome is BidOutcome.Rejected) ? "floor_kind" : null,
                cheapest is { Outcome: BidOutcome.Rejected } && question.Mci is null ? "mci" : null)
            ?? (places.Count > 0 && cheapest is null ? question.NotApplicable("price_floor")
                : question.Clear() with { Value = 0, Threshold = question.Thresholds<CheaperBidRejectedRule>().LeastPercent });
    }

    private static Finding? Compare(Question question, Race race, Runner winner, Runner cheapest)
    {
        var rule = question.Thresholds<CheaperBidRejectedRule>();
        var (won, offered) = (winner.Amount!.Value, cheapest.Amount!.Value);
        var percent = (won - offered) / won * 100;
        var automatic = question.Catalogue.Methods.Automatic.Contains(question.Lot.MethodId ?? 0);

        return percent < rule.LeastPercent || question.Mci is not { } mci || won - offered < rule.LeastOverpaymentMci * mci ? null
            : question.Fired() with
            {
                Tier = automatic ? Tier.T3 : Tier.T2,
                Variant = automatic ? "by_portal" : "cheaper",
                Value = percent,
                Threshold = rule.LeastPercent,
                Strength = Question.StrengthOf((double)(percent / rule.LeastPercent), rule.StrongRatio),
                Evidence =
                [
                    question.LotField("winningOffer", won),
                    question.LotField("cheapestOffer", offered),
                    .. new[] { winner.Supplier, cheapest.Supplier }.OfType<string>()
                        .Select(bin => question.LotField("supplierBinIin", bin)),
                ],
                Facts = new Dictionary<string, object>
                {
                    ["count"] = race.Rejected.Count(),
                    ["price"] = offered,
                    ["won"] = won,
                    ["more"] = won - offered,
                    ["percent"] = decimal.Round(percent, 1),
                },
            };
    }

    /// <summary>The lot has a rejected bid, and its buyer rejects more than nearly all others do.</summary>
    private static Finding? OfBuyer(Question question, Race race)
    {
        if (!race.Rejected.Any() || question.File.Population?.Habit(RejectionShares.Of) is not { Fence: { } fence } shares
            || shares.OfBuyer(Numbers.Bin(question.Lot.BuyerBin)) is not { } buyer || buyer.Share < fence
            || question.Catalogue.Methods.Automatic.Contains(question.Lot.MethodId ?? 0))
        {
            return null;
        }

        return question.Fired() with
        {
            Subject = new Subject("buyer", question.Lot.BuyerBin!),
            Variant = "buyer",
            Value = (decimal)buyer.Share,
            Threshold = (decimal)fence,
            Strength = Question.StrengthOf(buyer.Share / fence, question.Thresholds<CheaperBidRejectedRule>().StrongRatio),
            Benchmark = new Benchmark("buyers", buyer.Lots, shares.Buyers, (decimal)shares.Median, (decimal)fence, (decimal)fence),
            Evidence = [question.LotField("customerBin", question.Lot.BuyerBin)],
            Facts = new Dictionary<string, object>
            {
                ["count"] = race.Rejected.Count(),
                ["lots"] = buyer.Lots,
                ["share"] = decimal.Round((decimal)buyer.Share * 100, 1),
                ["usual"] = decimal.Round((decimal)shares.Median * 100, 1),
                ["buyers"] = shares.Buyers,
            },
        };
    }
}

/// <summary>KZ-09: how much dearer the winner must be; from how many lots a buyer is compared, with how many buyers.</summary>
public sealed record CheaperBidRejectedRule
{
    public required string Reason { get; init; }
    public required decimal LeastPercent { get; init; }
    public required decimal LeastOverpaymentMci { get; init; }
    public required double StrongRatio { get; init; }
    public required int LeastLots { get; init; }
    public required int LeastBuyers { get; init; }
}
