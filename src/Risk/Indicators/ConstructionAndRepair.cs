using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-18. Works: who watches the builder is tied to it; the same is repaired again; a current repair of which nothing is said, or of
/// several objects at once just under a limit; a term shorter than nearly all others. What raises the sum is the question of KZ-06.
/// </summary>
public sealed class ConstructionAndRepair : Indicator
{
    public override string Code => "KZ-18";
    public override Tier Tier => Tier.T2;
    public override string Family => "sector";
    public override string LegalBasis => "Law No. 106-VIII art. 7(1)(2), 7(3), 10(4), 16(3)(28)";
    public override IReadOnlyList<string> OcpCodes => [];
    public override IReadOnlyList<string> Needs { get; } =
    [
        "subject_type", "name", "details", "buyer", "population", "files", "amount", "mci", "method", "lots_incomplete", "object", "too_few_peers",
        "planned_end", "contract_fields", "contracts_incomplete",
    ];

    public override IReadOnlyList<string> Excuses { get; } =
        ["not_construction", "old_law", "no_contract_yet", "no_counterpart", "method_without_annual_limit"];

    private protected override Finding Examine(Question question)
    {
        var lot = question.Lot;

        if (lot.SubjectType is null && lot.IsConstruction is null)
            return question.NotEvaluable("subject_type");
        if (question.File.Worked.Building is not { } text)
            return question.NotApplicable("not_construction");
        if (question.Lacking(
            lot.Name.IsEmpty ? "name" : null, lot.Details.IsEmpty ? "details" : null, Numbers.Bin(lot.BuyerBin) == 0 ? "buyer" : null,
            question.File.Population is null ? "population" : null) is { } lacking)
            return lacking;

        var (fact, rule) = (question.Fact, question.Thresholds<BuildingRule>());

        return SubSigns.Best(
            [Supervision(question, fact), Again(question, fact, rule), Unsaid(question, text), Several(question, text, rule), Hurry(question, fact, rule)]);
    }

    /// <summary>Art. 7(3): the builder and its affiliates may not watch over the same object, nor the other way round.</summary>
    private static Finding Supervision(Question question, LotFact judged)
    {
        if (!question.Catalogue.IsUnderNewLaw(question.Lot.Published!.Value))
            return question.NotApplicable("old_law");
        if (judged.Object == 0)
            return question.NotEvaluable("object");
        var deals = question.Population.Habit(DealsOfLots.Of);
        if (deals.Of(judged.Id) is not { } mine)
            return question.NotApplicable("no_contract_yet");
        if (mine.Supplier == 0)
            return question.NotEvaluable("contract_fields");

        var (met, hidden, unnamed) = (false, false, false);
        foreach (ref readonly var other in question.Population.LotsOf(judged.Buyer))
        {
            if (other.Object != judged.Object || IsWatching(other) == IsWatching(judged))
                continue;
            if (deals.Of(other.Id) is not { } theirs)
            {
                hidden |= !(question.Population.ContractsWholeFrom?.DayNumber <= other.Published);
                continue;
            }

            (met, unnamed) = (true, unnamed || theirs.Supplier == 0);
            if (SharedTraits.LinkBetween(question.Population, mine.Supplier, theirs.Supplier) is not (not FirmLink.None and var link) || theirs.Supplier == 0)
                continue;

            return question.Fired() with
            {
                Tier = link is FirmLink.TwoRareTraits or FirmLink.SameAccount ? Tier.T2 : Tier.T1,
                Variant = link == FirmLink.SameFirm ? "same_supervisor" : "linked_supervisor",
                Value = 1,
                Threshold = 1,
                Strength = 1,
                Evidence =
                [
                    mine.Evidence("supplierBiin", Numbers.Bin(mine.Supplier)), theirs.Evidence("supplierBiin", Numbers.Bin(theirs.Supplier)),
                    other.Evidence("amount", other.Amount),
                ],
                Facts = new Dictionary<string, object>
                {
                    ["count"] = 2,
                    ["days"] = 0,
                    ["supplier"] = Numbers.Bin(mine.Supplier),
                    ["other"] = Numbers.Bin(theirs.Supplier),
                },
            };
        }

        return question.Lacking(
                hidden ? "contracts_incomplete" : null,
                unnamed ? "contract_fields" : null,
                met || question.Population.LotsWholeFrom?.DayNumber <= First(judged, question.Thresholds<BuildingRule>()) ? null : "lots_incomplete")
            ?? (met ? question.Clear() : question.NotApplicable("no_counterpart"));
    }

    private static int First(LotFact judged, BuildingRule rule) =>
        DateOnly.FromDayNumber(judged.Published).AddMonths(-rule.Months).DayNumber;

    private static Finding Again(Question question, LotFact judged, BuildingRule rule)
    {
        if (judged.Object == 0)
            return question.NotEvaluable("object");

        var first = First(judged, rule);
        var earlier = new List<LotFact>();
        foreach (ref readonly var other in question.Population.LotsOf(judged.Buyer))
        {
            if (other.Object == judged.Object && other.Published >= first && other.Published < judged.Published
                && BuildingText.IsSameWork(other.Works, judged.Works) && other.PlanRoot != judged.PlanRoot
                && other.AnnouncementId != question.File.Announcement?.ParentId
                && question.Catalogue.Statuses.OfLot(other.Status) is not (LotMeaning.NotHeld or LotMeaning.Refused or LotMeaning.Cancelled)
                && LotAttempts.IsLast(question.Population, other, judged))
                earlier.Add(other);
        }

        return earlier.Count > 0 ? question.Fired() with
        {
            Value = 1 + earlier.Count,
            Threshold = 2,
            Strength = 1,
            Evidence =
                [
                    question.LotField("extraDescRu", question.Lot.Details.Ru ?? question.Lot.Details.Kz),
                    .. earlier.Select(lot => lot.Evidence("amount", lot.Amount)),
                ],
            Facts = new Dictionary<string, object>
            {
                ["count"] = 1 + earlier.Count,
                ["days"] = judged.Published - earlier.Max(lot => lot.Published),
                ["sum"] = judged.Amount + earlier.Sum(lot => lot.Amount),
            },
        }
            : question.Population.LotsWholeFrom?.DayNumber <= first ? question.Clear() : question.NotEvaluable("lots_incomplete");
    }

    /// <summary>Neither where nor how much, and no papers that could tell.</summary>
    private static Finding Unsaid(Question question, BuildingText text) =>
        !text.IsCurrentRepair || text.Objects > 0 || text.NamesVolume || question.Lot.FileCount > 0 ? question.Clear()
        : question.Lot.FileCount is null ? question.NotEvaluable("files")
        : Tell(question, "unsaid", [question.LotField("extraDescRu", question.Lot.Details.Ru ?? question.Lot.Details.Kz)], ("count", 0), ("days", 0));

    private static Finding Several(Question question, BuildingText text, BuildingRule rule)
    {
        var (lot, methods, limits) = (question.Lot, question.Catalogue.Methods, question.Catalogue.Limits);
        var method = lot.MethodId == methods.AfterFailure ? lot.PlannedMethodId : lot.MethodId;
        var limit = method == methods.PriceProposals ? limits.PriceProposals.Mci : method == methods.Direct ? limits.DirectWorksAndServices.Mci : 0;

        if (!text.IsCurrentRepair || text.Objects < rule.Objects)
            return question.Clear();
        if (!question.Catalogue.IsUnderNewLaw(lot.Published!.Value))
            return question.NotApplicable("old_law");
        if (method is not null && limit == 0)
            return question.NotApplicable("method_without_annual_limit");
        if (question.Lacking(method is null ? "method" : null, lot.Amount is > 0 ? null : "amount", question.Mci is null ? "mci" : null) is { } lacking)
            return lacking;

        var most = limit * question.Mci!.Value;

        return lot.Amount < rule.NearLimit * most || lot.Amount > most ? question.Clear()
            : Tell(question, "several_objects",
                [question.LotField("amount", lot.Amount), question.LotField("extraDescRu", lot.Details.Ru ?? lot.Details.Kz)],
                ("count", text.Objects), ("days", 0), ("sum", lot.Amount!.Value), ("limit", most));
    }

    private static Finding Hurry(Question question, LotFact judged, BuildingRule rule)
    {
        if (question.Population.Habit(DealsOfLots.Of).Of(judged.Id) is not { } deal)
            return question.NotApplicable("no_contract_yet");
        if (question.Mci is not { } mci)
            return question.NotEvaluable("mci");
        if (deal.Subject != 2 || deal.Sum < rule.LeastMci * mci)
            return question.Clear();
        if (WorkTerms.TermOf(deal) is not { } days)
            return question.NotEvaluable("planned_end");
        var others = question.Population.Habit(WorkTerms.Of).Others(question.Population, deal);
        if (others.Count < rule.Terms)
            return question.NotEvaluable("too_few_peers");
        var shortest = Math.Min(Quantiles.Of(others, rule.Quantile), rule.MostOfMedian * Quantiles.Of(others, 0.5));

        return days >= shortest ? question.Clear() : Tell(question, "short_term",
            [deal.Evidence("planExecDate", FactEvidence.Day(deal.PlannedEnd)), deal.Evidence("signDate", FactEvidence.Day(deal.FirstDay))],
            ("count", others.Count), ("days", days), ("least", (int)Math.Ceiling(shortest))) with
        {
            Value = days,
            Threshold = (decimal)Math.Round(shortest, 2),
            Strength = Question.StrengthOf(shortest / Math.Max(days, 1), rule.FullRatio),
        };
    }

    private static bool IsWatching(in LotFact lot) => (lot.Works & WorkKinds.Supervision) != 0;

    private static Finding Tell(Question question, string variant, IReadOnlyList<EvidenceItem> evidence, params (string Name, object Value)[] facts) =>
        question.Fired() with
        {
            Variant = variant,
            Value = 1,
            Threshold = 1,
            Strength = 1,
            Evidence = evidence,
            Facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value),
        };
}
