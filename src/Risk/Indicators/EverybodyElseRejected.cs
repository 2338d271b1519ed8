using Procurement;
using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-08. A commission rejected everybody but the winner. Value and threshold are rejected bidders; one rejected is context only.
/// The share of bids rejected for such things elsewhere is kept among the evidence.
/// </summary>
public sealed class EverybodyElseRejected : BiddingIndicator
{
    public override string Code => "KZ-08";
    public override Tier Tier => Tier.T2;
    public override string Family => "rejection";
    public override string LegalBasis => "Law No. 106-VIII art. 14; Rules No. 687";
    public override IReadOnlyList<string> OcpCodes => ["R035"];
    public override IReadOnlyList<string> Needs { get; } = [.. Gates];
    public override IReadOnlyList<string> Excuses { get; } = [.. Exemptions, "automatic_result", "no_winner"];

    private protected override string? Exempt(Lot lot, Catalogue catalogue) =>
        catalogue.Methods.Automatic.Contains(lot.MethodId ?? 0) ? "automatic_result" : null;

    private protected override Finding Examine(Question question, Race race)
    {
        var rule = question.Thresholds<EverybodyElseRejectedRule>();
        var rejected = race.Rejected.Count();

        if (race.Winner is null)
        {
            return question.NotApplicable("no_winner");
        }

        return race.Valid.Count() > 1 || rejected == 0
            ? question.Clear() with { Value = rejected, Threshold = rule.LeastRejected }
            : question.Fired() with
            {
                Tier = rejected >= rule.LeastRejected ? Tier.T2 : Tier.T3,
                Variant = rejected >= rule.LeastRejected ? null : "one",
                Value = rejected,
                Threshold = rule.LeastRejected,
                Strength = 1,
                Evidence = [.. EvidenceOf(question, race)],
                Facts = new Dictionary<string, object> { ["count"] = rejected, ["all"] = race.Runners.Count },
            };
    }

    private static IEnumerable<EvidenceItem> EvidenceOf(Question question, Race race)
    {
        yield return question.LotField("bids", race.Runners.Count);
        foreach (var runner in race.Rejected)
            yield return question.LotField("statusId", runner.Bid.Lots.First(offer => offer.LotId == question.Lot.Id).StatusName);
        if (race.Winner?.Supplier is { } winner)
            yield return question.LotField("winner", winner);
        if (question.File.Population?.Habit(RejectionShares.Of).OfGroup(EnstruCode.Of(question.Lot.Enstru)) is { } usual)
            yield return question.LotField("usualShareRejected", usual);
    }
}

/// <summary>KZ-08: from so many rejected bidders on it is a sign of its own.</summary>
public sealed record EverybodyElseRejectedRule
{
    public required string Reason { get; init; }
    public required int LeastRejected { get; init; }
}
