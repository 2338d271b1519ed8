namespace Risk.Indicators;

/// <summary>
/// KZ-34. What should be open about this purchase by now is not: no plan item, no bids after the results, no contract long after them,
/// no acts of a contract that was carried out, no description. Value is the share of the other checks that could not run, 0 to 1.
/// </summary>
/// <remarks>It is no sign: it tells how far the other answers can be trusted. Secret purchases are lawfully not published.</remarks>
public sealed class Opacity : Indicator
{
    public override string Code => "KZ-34";
    public override Tier Tier => Tier.T3;
    public override string Family => "transparency";
    public override string LegalBasis => "Law No. 106-VIII art. 4, 8";
    public override IReadOnlyList<string> OcpCodes => ["R005", "R063"];
    public override bool IsModifier => true;

    public override IReadOnlyList<string> Needs { get; } =
        ["other_checks", "plan_items", "lot_status", "bids", "contracts", "acts", "contract_status", "calendar_year"];

    public override IReadOnlyList<string> Excuses { get; } = ["secret"];

    private protected override Finding Examine(Question question)
    {
        if (question.Others.Count == 0)
            return question.NotEvaluable("other_checks");
        if (IsSecret(question))
            return question.NotApplicable("secret");

        Look[] looks = [NoPlan(question), NoBids(question), NoContract(question), NoActs(question), NoText(question)];
        var hidden = looks.Where(look => look.IsHidden).ToList();
        var missing = looks.Select(look => look.Missing).OfType<string>().Distinct().ToArray();

        return hidden.Count > 0 ? Tell(question, hidden) : missing.Length > 0 ? question.NotEvaluable(missing) : question.Clear();
    }

    private static Finding Tell(Question question, List<Look> hidden)
    {
        var asked = question.Others.Count(finding => !finding.IsInternal && finding.State != State.NotApplicable);
        var lacking = question.Others.Count(finding => !finding.IsInternal && finding.State == State.NotEvaluable);
        var share = asked == 0 ? 0 : (double)lacking / asked;

        return question.Fired() with
        {
            Variant = hidden[0].Variant,
            Value = (decimal)Math.Round(share, 6),
            Strength = share,
            Evidence = [.. hidden.Select(look => question.LotField(look.Field, ""))],
            Facts = new Dictionary<string, object> { ["count"] = lacking, ["of"] = asked, ["reasons"] = hidden.Count },
        };
    }

    private static bool IsSecret(Question question)
    {
        var ids = (question.File.PlanItems ?? []).Select(plan => plan.JustificationId)
            .Concat((question.File.Contracts ?? []).SelectMany(contract => contract.Items).Select(item => item.JustificationId)).OfType<int>().Distinct();

        return ids.Any(id => question.Catalogue.Grounds.Of(NameOf(question.File, id))?.Is(GroundTrait.Secret) == true);
    }

    private static string? NameOf(CaseFile file, int id) =>
        file.Grounds.GetValueOrDefault(id) ?? file.Population?.Justifications.GetValueOrDefault(id);

    private static Look NoPlan(Question question) => question.File.PlanItems switch
    {
        null => Look.Lacks("plan_items"),
        [] => new Look("no_plan", "pointList"),
        _ => Look.Open,
    };

    private static Look NoBids(Question question)
    {
        if (!question.Catalogue.Methods.Competitive.Contains(question.Lot.MethodId ?? 0) || IsHeld(question) == false)
            return Look.Open;
        var race = Race.Of(question.File, question.Lot, question.Catalogue);

        return !HasResults(question) ? Look.Open
            : question.File.Bids is null || race is null ? Look.Lacks("bids")
            : race.Runners.Count > 0 ? Look.Open
            : IsHeld(question) is null ? Look.Lacks("lot_status") : new Look("no_bids", "itogiDatePublic");
    }

    private static Look NoContract(Question question)
    {
        if (!HasResults(question) || IsHeld(question) == false)
            return Look.Open;
        var (results, today) = (AstanaTime.DayOf(question.Lot.ResultsPublished!.Value), AstanaTime.DayOf(question.File.AsOf));
        var days = question.Catalogue.Calendar.Between(results, today);

        return days is null ? Look.Lacks("calendar_year")
            : days <= question.Thresholds<Rule>().WorkingDaysToContract ? Look.Open
            : question.File.Contracts is null ? Look.Lacks("contracts")
            : question.File.Contracts.Any(contract => ContractChains.DateOf(contract) <= question.File.AsOf) ? Look.Open
            : IsHeld(question) is null ? Look.Lacks("lot_status") : new Look("no_contract", "itogiDatePublic");
    }

    private static Look NoActs(Question question)
    {
        if (question.File.Contracts is null || Deal.Of(question.File, question.Catalogue) is not [.., var deal])
            return Look.Open;
        if (deal.Last.StatusId is null)
            return Look.Lacks("contract_status");

        return question.Catalogue.Statuses.OfContract(deal.Last.StatusId) is not ContractMeaning.Executed ? Look.Open
            : question.File.Acts is null ? Look.Lacks("acts")
            : question.File.Acts.Any(act => !act.IsDeleted) ? Look.Open : new Look("no_acts", "acts");
    }

    private static Look NoText(Question question) =>
        question.Lot.Details.IsEmpty && question.Lot.Name.IsEmpty ? new Look("no_text", "descriptionRu") : Look.Open;

    private static bool HasResults(Question question) => question.Lot.ResultsPublished <= question.File.AsOf;

    /// <summary>Null when the portal's status is not given.</summary>
    private static bool? IsHeld(Question question) =>
        question.Lot.StatusId is null ? null : question.Catalogue.Statuses.OfLot(question.Lot.StatusId) is LotMeaning.Held;

    /// <summary>One thing that should be open: it is, it is not, or nobody looked.</summary>
    private sealed record Look(string? Variant, string Field, string? Missing = null)
    {
        public static Look Open { get; } = new(null, "");
        public bool IsHidden => Variant is not null;

        public static Look Lacks(string key) => new(null, "", key);
    }

    internal sealed record Rule
    {
        public required int WorkingDaysToContract { get; init; }
        public required string Reason { get; init; }
    }
}
