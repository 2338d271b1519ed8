using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>Thresholds of KZ-31.</summary>
internal sealed record SameTwiceRule
{
    public required string Reason { get; init; }
    public required int Days { get; init; }
    public required decimal LeastMci { get; init; }
}

/// <summary>
/// KZ-31. The buyer announces the same thing in the same words for the same place again, under another plan item. Value and threshold
/// are purchases.
/// </summary>
/// <remarks>
/// Attempts to buy one plan item are one purchase, and what failed or was given up is none. Lots of one announcement are one purchase in
/// parts: they are seen side by side by everybody.
/// </remarks>
public sealed class SamePurchaseTwice : Indicator
{
    public override string Code => "KZ-31";
    public override Tier Tier => Tier.T2;
    public override string Family => "need";
    public override string LegalBasis => "Law No. 106-VIII art. 5, 6";
    public override IReadOnlyList<string> OcpCodes => [];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "buyer", "enstru", "details", "places", "amount", "mci", "plan_number", "population", "details_general", "lots_incomplete",
        "lot_fields",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["nothing_bought"];

    private protected override Finding Examine(Question question)
    {
        var (lot, statuses) = (question.Lot, question.Catalogue.Statuses);

        if (IsWithoutResult(statuses.OfLot(lot.StatusId)))
        {
            return question.NotApplicable("nothing_bought");
        }

        var fact = question.File.Worked.Bare;

        return question.Lacking(
                fact.Buyer == 0 ? "buyer" : null,
                fact.Enstru == 0 ? "enstru" : null,
                fact.Text == 0 ? "details" : null,
                fact.PlaceCount == 0 ? "places" : null,
                lot.Amount is > 0 ? null : "amount",
                question.Mci is null ? "mci" : null,
                fact.PlanRoot == 0 ? "plan_number" : null,
                question.File.Population is null ? "population" : null)
            ?? (question.Population.Habit(GeneralTexts.Of).Has(fact.Text) ? question.NotEvaluable("details_general") : Compare(question, fact));
    }

    private static Finding Compare(Question question, LotFact judged)
    {
        var (population, rule) = (question.Population, question.Thresholds<SameTwiceRule>());
        var twins = new List<LotFact>();

        foreach (ref readonly var other in population.LotsOf(judged.Buyer))
        {
            if (IsTwin(question, other, judged, rule) && LotAttempts.IsLast(population, other, judged))
            {
                twins.Add(other);
            }
        }

        var sum = judged.Amount + twins.Sum(twin => twin.Amount);

        return twins.Count > 0 && sum >= rule.LeastMci * question.Mci ? Tell(question, judged, twins, sum, rule)
            : twins.Any(twin => twin.AmountTiyn == 0) ? question.NotEvaluable("lot_fields")
            : population.LotsWholeFrom?.DayNumber <= judged.Published - rule.Days ? question.Clear() with { Value = 1 + twins.Count, Threshold = 2 }
            : question.NotEvaluable("lots_incomplete");
    }

    private static bool IsTwin(Question question, in LotFact other, in LotFact judged, SameTwiceRule rule) =>
        other.Id != judged.Id && other.Enstru == judged.Enstru && other.Text == judged.Text && other.Places == judged.Places
        && other.PlanRoot != 0 && other.PlanRoot != judged.PlanRoot
        && Math.Abs(other.Published - judged.Published) <= rule.Days
        && (other.AnnouncementId == 0 || (other.AnnouncementId != judged.AnnouncementId
            && other.AnnouncementId != question.File.Announcement?.ParentId))
        && !IsWithoutResult(question.Catalogue.Statuses.OfLot(other.Status));

    private static bool IsWithoutResult(LotMeaning? meaning) => meaning is LotMeaning.NotHeld or LotMeaning.Refused or LotMeaning.Cancelled;

    private static Finding Tell(Question question, LotFact judged, List<LotFact> twins, decimal sum, SameTwiceRule rule) => question.Fired() with
    {
        Value = 1 + twins.Count,
        Threshold = 2,
        Strength = 1,
        Evidence =
        [
            question.LotField("amount", question.Lot.Amount),
            question.LotField("extraDescRu", question.Lot.Details.Ru ?? question.Lot.Details.Kz),
            .. twins.Select(twin => twin.Evidence("amount", twin.Amount)),
        ],
        Facts = new Dictionary<string, object>
        {
            ["count"] = 1 + twins.Count,
            ["days"] = Math.Max(twins.Max(twin => Math.Max(twin.Published, judged.Published)) - twins.Min(twin => Math.Min(twin.Published, judged.Published)), 1),
            ["within"] = rule.Days,
            ["sum"] = sum,
            ["code"] = EnstruCode.Text(judged.Enstru),
        },
    };
}
