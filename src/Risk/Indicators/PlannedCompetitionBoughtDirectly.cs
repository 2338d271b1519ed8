using Procurement;

namespace Risk.Indicators;

/// <summary>
/// KZ-05. The plan names a competitive method, the contract was signed directly. Value is the contract's sum in tenge without VAT. Of the
/// first tier where the plan was not changed before the signature and the published ground is none that hurries.
/// </summary>
/// <remarks>A purchase from one source after a failed one is KZ-03's; meals may be prolonged by rules of their own.</remarks>
public sealed class PlannedCompetitionBoughtDirectly : Indicator
{
    public override string Code => "KZ-05";
    public override Tier Tier => Tier.T2;
    public override string Family => "method";
    public override string LegalBasis => "Law No. 106-VIII art. 6, 10, 16(3)";
    public override IReadOnlyList<string> OcpCodes => ["R012", "R010"];
    public override IReadOnlyList<string> Needs { get; } = ["planned_method", "contracts", "contract_fields", "grounds"];

    public override IReadOnlyList<string> Excuses { get; } =
    [
        "old_law", "not_competitive", "after_failure", "own_rules_of_failure", "no_contract_yet", "lawful_single_source", "emergency",
        "until_results",
    ];

    private protected override Finding Examine(Question question)
    {
        var (lot, methods) = (question.Lot, question.Catalogue.Methods);

        if (lot.PlannedMethodId is not { } planned)
        {
            return question.NotEvaluable("planned_method");
        }

        return !methods.Competitive.Contains(planned) ? question.NotApplicable("not_competitive")
            : lot.MethodId == methods.AfterFailure ? question.NotApplicable("after_failure")
            : !question.Catalogue.IsUnderNewLaw(lot.Published!.Value) ? question.NotApplicable("old_law")
            : Deal.Of(question.File, question.Catalogue) is not { } deals ? question.NotEvaluable("contracts")
            : deals.Count == 0 ? question.NotApplicable("no_contract_yet")
            : deals.FirstOrDefault(deal => IsDirect(deal, methods)) is { } direct ? Judge(question, direct, planned)
            : deals.Any(deal => deal.First.MethodId is null) ? question.NotEvaluable("contract_fields")
            : question.Clear();
    }

    private static bool IsDirect(Deal deal, Methods methods) =>
        deal.First.MethodId == methods.Direct || deal.First.MethodId == methods.Prolongation;

    private static Finding Judge(Question question, Deal direct, int planned)
    {
        var (contract, file, catalogue) = (direct.First, question.File, question.Catalogue);
        var own = contract.Items.Where(item => item.LotId == question.Lot.Id).ToList();
        var ids = (own.Count > 0 ? own : [.. contract.Items])
            .Select(item => item.JustificationId).OfType<int>().Where(id => id > 0).Distinct().ToList();

        if (contract.MethodId == catalogue.Methods.Prolongation && catalogue.Methods.OwnRulesOfFailure.Contains(planned))
        {
            return question.NotApplicable("own_rules_of_failure");
        }

        if (LawfulSource.IsMonopoly(file, contract.SupplierBin) || ids.Exists(id => LawfulSource.NamesSupplier(file, catalogue, id)))
        {
            return question.NotApplicable("lawful_single_source");
        }

        if (ids.Exists(id => !file.Grounds.ContainsKey(id)))
        {
            return question.NotEvaluable("grounds");
        }

        var grounds = ids.Select(id => catalogue.Grounds.Of(file.Grounds[id])).OfType<Ground>().ToList();

        return grounds.Exists(ground => ground.Is(GroundTrait.Emergency)) ? question.NotApplicable("emergency")
            : grounds.Exists(ground => ground.Is(GroundTrait.UntilResults)) ? question.NotApplicable("until_results")
            : Tell(question, contract, grounds, planned);
    }

    private static Finding Tell(Question question, Contract contract, List<Ground> grounds, int planned)
    {
        var certain = grounds.Count > 0 && IsPlanUnchanged(question.File, contract) == true;

        return question.Fired() with
        {
            Tier = certain ? Tier.T1 : Tier.T2,
            Variant = certain ? "plan_unchanged" : null,
            Value = contract.Sum,
            Strength = 1,
            Evidence =
            [
                question.LotField("refTradeMethodsId", planned),
                Of(contract, "faktTradeMethodsId", contract.MethodId),
                Of(contract, "signDate", ContractChains.DateOf(contract)),
                .. grounds.Select(ground => Of(contract, "art. 16(3)", ground.Number)),
            ],
            Facts = new Dictionary<string, object>
            {
                ["price"] = contract.Sum ?? question.Lot.Amount ?? 0,
                ["day"] = ContractChains.DateOf(contract)!.Value,
            },
        };
    }

    /// <summary>No version of the plan item came between the lot's own and the signature; null when the versions cannot tell.</summary>
    private static bool? IsPlanUnchanged(CaseFile file, Contract contract)
    {
        if (file.PlanItems is not { Count: > 0 } items || file.Lot.PlanItemIds.Count == 0)
        {
            return null;
        }

        var own = items.Where(item => file.Lot.PlanItemIds.Contains(item.Id)).ToList();
        var roots = own.Select(item => item.RootId ?? item.Id).ToHashSet();
        var newer = items.Where(item => roots.Contains(item.RootId ?? item.Id) && item.Id > own.Max(version => version.Id)).ToList();

        return own.Count == 0 || newer.Exists(item => item.Created is null) ? null
            : !newer.Exists(item => item.Created <= ContractChains.DateOf(contract));
    }
}
