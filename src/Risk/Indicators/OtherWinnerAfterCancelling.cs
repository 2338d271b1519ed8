using Procurement;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-25. A purchase was cancelled or given up after prices were seen, bought again within 90 days, and another bidder won at no lower a
/// price than the cheapest one before. Value and threshold are tenge without VAT: the winning offer and the cheapest before, for the
/// quantity bought now. A repeat as such is ordinary.
/// </summary>
public sealed class OtherWinnerAfterCancelling : BiddingIndicator
{
    public override string Code => "KZ-25";
    public override Tier Tier => Tier.T2;
    public override string Family => "method";
    public override string LegalBasis => "Law No. 106-VIII art. 9, 15; Rules No. 687";
    public override IReadOnlyList<string> OcpCodes => [];

    public override IReadOnlyList<string> Needs { get; } =
        [.. Gates, "predecessor_status", "predecessor_bids", "bid_amounts", "private_bidders", "floor_kind"];

    public override IReadOnlyList<string> Excuses { get; } = [.. Exemptions, "no_winner", "first_attempt", "price_floor"];

    private protected override bool NeedsOutcomes => false;

    private protected override Finding Examine(Question question, Race race)
    {
        if (race.Winner is not { } winner)
        {
            return race.HasUnknownOutcome ? question.NotEvaluable("bid_statuses") : question.NotApplicable("no_winner");
        }

        var (lot, days) = (question.Lot, question.Thresholds<OtherWinnerRule>().Days);
        var before = question.File.Attempts
            .Where(attempt => attempt.Id != lot.Id && !attempt.IsDeleted && attempt.Published < lot.Published)
            .OrderBy(attempt => attempt.Published).ThenBy(attempt => attempt.Id).LastOrDefault();

        if (before is null)
        {
            return LotAttempts.NumberOf(lot) == 1 ? question.NotApplicable("first_attempt") : question.NotEvaluable("predecessor_status");
        }

        if (before.StatusId is null)
        {
            return question.NotEvaluable("predecessor_status");
        }

        var ended = before.ResultsPublished ?? before.BidsDue;

        return !question.Catalogue.Methods.LotsWithoutEffect.Contains(before.StatusId.Value) ? question.Clear()
            : ended is not null && Numbers.Day(lot.Published) - Numbers.Day(ended) > days ? question.Clear()
            : Race.Of(question.File, before, question.Catalogue) is not { } earlier ? question.NotEvaluable("predecessor_bids")
            : Compare(question, winner, earlier);
    }

    private static Finding Compare(Question question, Runner winner, Race earlier)
    {
        var running = earlier.Runners.Where(runner => runner.Outcome is not BidOutcome.Rejected).ToList();

        if (running.Count == 0)
        {
            return question.Clear();
        }

        var cheapest = running[0];
        var place = cheapest.Amount is { } offer ? Floor.PlaceOf(earlier.Lot, offer, question.Catalogue) : FloorPlace.Unknown;
        string?[] missing =
        [
            running.Exists(runner => runner.Amount is null) || winner.Amount is null ? "bid_amounts" : null,
            running.Exists(runner => runner.Outcome is BidOutcome.Unknown) ? "bid_statuses" : null,
            winner.Supplier is null || cheapest.Supplier is null ? "private_bidders" : null,
        ];

        return place is FloorPlace.At ? question.NotApplicable("price_floor")
            : question.Lacking(missing) is { } lacking ? lacking
            : place is FloorPlace.Unknown ? question.NotEvaluable("floor_kind")
            : Judge(question, winner, cheapest, earlier.Lot);
    }

    private static Finding Judge(Question question, Runner winner, Runner cheapest, Lot before)
    {
        var lot = question.Lot;
        var scale = lot.Count is > 0 && before.Count is > 0 ? lot.Count.Value / before.Count.Value : 1;
        var (now, then) = (winner.Amount!.Value, cheapest.Amount!.Value * scale);

        return winner.Supplier == cheapest.Supplier || now < then
            ? question.Clear() with { Value = now, Threshold = then }
            : question.Fired() with
            {
                Value = now,
                Threshold = then,
                Strength = 1,
                Evidence =
                [
                    Of(before, "refLotStatusId", before.StatusId),
                    Of(before, "endDate", before.BidsDue),
                    Of(before, "cheapestOffer", cheapest.Amount),
                    Of(before, "supplierBinIin", cheapest.Supplier),
                    question.LotField("publishDate", lot.Published),
                    question.LotField("winningOffer", now),
                    question.LotField("winner", winner.Supplier),
                ],
                Facts = new Dictionary<string, object>
                {
                    ["price"] = now,
                    ["before"] = decimal.Round(then, 2),
                    ["day"] = before.BidsDue ?? before.Published!.Value,
                    ["supplier"] = winner.Supplier!,
                },
            };
    }
}

/// <summary>KZ-25: how soon after the cancelled purchase the next one is its repeat.</summary>
public sealed record OtherWinnerRule
{
    public required string Reason { get; init; }
    public required int Days { get; init; }
}
