using Procurement;

namespace Risk.Indicators;

/// <summary>
/// KZ-33. A member of the commission, or who signed for the buyer, has the full name of the supplier's head, and few have that name.
/// Value and threshold are organisations whose head has it. Namesakes exist, so only a person decides whether it means anything: the
/// finding is internal and names nobody.
/// </summary>
public sealed class OfficialWithSupplierName : Indicator
{
    public override string Code => "KZ-33";
    public override Tier Tier => Tier.T3;
    public override string Family => "supplier";
    public override string LegalBasis => "Law No. 106-VIII art. 7(1)(1)";
    public override IReadOnlyList<string> OcpCodes => ["R043"];
    public override bool IsInternal => true;
    public override IReadOnlyList<string> Needs { get; } = ["contracts", "private_bidders", "population", "officials", "traits"];
    public override IReadOnlyList<string> Excuses { get; } = ["no_contract_yet", "lawful_single_source"];

    private protected override Finding Examine(Question question)
    {
        var file = question.File;

        if (Deal.Of(file, question.Catalogue) is not { } deals)
        {
            return question.NotEvaluable("contracts");
        }

        if (deals.Count == 0)
        {
            return question.NotApplicable("no_contract_yet");
        }

        var deal = deals[^1];

        return deal.Last.SupplierBin is not { } supplier ? question.NotEvaluable("private_bidders")
            : LawfulSource.IsMonopoly(file, supplier) ? question.NotApplicable("lawful_single_source")
            : file.Population is null ? question.NotEvaluable("population")
            : Compare(question, deal, supplier);
    }

    private static Finding Compare(Question question, Deal deal, string supplier)
    {
        var file = question.File;
        var heads = Names(deal.Versions.SelectMany(version => version.SupplierTraits)
            .Concat(file.Organisations?.GetValueOrDefault(supplier)?.Traits ?? []));
        var signatories = Names(deal.Versions.SelectMany(version => version.BuyerTraits));
        var commission = Names(file.Announcement?.Commission ?? []);
        var rule = question.Thresholds<NameMatchRule>();
        var same = heads.Where(name => (signatories.Contains(name) || commission.Contains(name)))
            .Select(name => (Name: name, Frequency: question.Population.FrequencyOf(name)))
            .Where(match => match.Frequency <= rule.MostCommon).OrderBy(match => match.Frequency).ToList();

        return same.Count > 0 ? Tell(question, deal, commission.Contains(same[0].Name), same[0].Frequency, rule)
            : question.Lacking(
                heads.Count == 0 ? "traits" : null,
                signatories.Count == 0 && commission.Count == 0 ? "officials" : null)
            ?? question.Clear() with { Value = 0, Threshold = rule.MostCommon };
    }

    private static List<Trait> Names(IEnumerable<Trait> traits) => [.. traits.Where(trait => trait.Kind is TraitKind.FullName)];

    private static Finding Tell(Question question, Deal deal, bool inCommission, int frequency, NameMatchRule rule) => question.Fired() with
    {
        Subject = new Subject("contract", deal.Last.Number ?? $"{deal.Last.Id}"),
        Variant = inCommission ? null : "signatory",
        Value = frequency,
        Threshold = rule.MostCommon,
        Strength = 1,
        Evidence =
        [
            Of(deal.Last, "sameFullName", inCommission ? "inCommission" : "inSignature"),
            Of(deal.Last, "organisationsWithTheName", frequency),
        ],
        Facts = new Dictionary<string, object> { ["count"] = frequency },
    };
}

/// <summary>KZ-33: a name that heads of more organisations have says nothing.</summary>
public sealed record NameMatchRule
{
    public required string Reason { get; init; }
    public required int MostCommon { get; init; }
}
