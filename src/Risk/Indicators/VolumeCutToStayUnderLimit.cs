using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-15. The buyer's price proposals (or e-shop orders) for one group of things and one place add up to more than the year's limit
/// of that method, or gather just under it. Value and threshold are tenge without VAT; for the gathering, purchases and their minimum.
/// </summary>
/// <remarks>
/// Buyers must divide lots by kind and by place (art. 6(3)), so only lots with a place in common are added. Attempts to buy one plan
/// item count once. The plan's year is not in the lot: what is published in December may belong to the next year and is not judged.
/// </remarks>
public sealed class VolumeCutToStayUnderLimit : Indicator
{
    private const int PlanOfNextYear = 12;

    public override string Code => "KZ-15";
    public override Tier Tier => Tier.T2;
    public override string Family => "splitting";
    public override string LegalBasis => "Law No. 106-VIII art. 6(3), 10(4), 10(5); Rules No. 687 p. 410, 432";
    public override IReadOnlyList<string> OcpCodes => ["R002", "R011"];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "method", "enstru", "subject_type", "buyer", "population", "mci", "financial_year", "lot_fields",
        "national_counts", "buyer_year_incomplete",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["old_law", "method_without_annual_limit"];

    private protected override Finding Examine(Question question)
    {
        var (lot, catalogue) = (question.Lot, question.Catalogue);

        if (!catalogue.IsUnderNewLaw(lot.Published!.Value))
        {
            return question.NotApplicable("old_law");
        }

        var method = lot.MethodId == catalogue.Methods.AfterFailure ? lot.PlannedMethodId : lot.MethodId;
        var limit = method == catalogue.Methods.PriceProposals ? catalogue.Limits.PriceProposals
            : method == catalogue.Methods.EShop ? catalogue.Limits.EShop : null;

        if (method is not null && limit is null)
        {
            return question.NotApplicable("method_without_annual_limit");
        }

        return question.Lacking(
                method is null ? "method" : null,
                EnstruCode.Of(lot.Enstru) == 0 ? "enstru" : null,
                lot.SubjectType is null ? "subject_type" : null,
                Numbers.Bin(lot.BuyerBin) == 0 ? "buyer" : null,
                question.File.Population is null ? "population" : null,
                question.Mci is null ? "mci" : null,
                AstanaTime.DayOf(lot.Published.Value).Month == PlanOfNextYear ? "financial_year" : null)
            ?? AddUp(question, method!.Value, limit!.Mci * question.Mci!.Value);
    }

    private static Finding AddUp(Question question, int method, decimal limit)
    {
        var (lot, rule) = (question.Lot, question.Catalogue.Rules.Splitting);
        var group = HomogeneousGroup.Of(lot.Enstru!, lot.SubjectType!.Value, rule);
        var volume = BuyerVolume.Of(question.Population, lot, question.Fact, method, group, Bunching.Window(question.File, question.Catalogue, limit));

        if (volume.Together.Count >= rule.LeastContracts && volume.Sum > limit)
        {
            return Tell(question, volume.Together, limit, group) with
            {
                Value = volume.Sum,
                Threshold = limit,
                Strength = Question.StrengthOf((double)(volume.Sum / limit), rule.StrongRatio),
            };
        }

        var bunching = Bunching.Of(question.File, question.Population, method, volume.JustUnder, limit);

        if (bunching.Fires)
        {
            return Tell(question, bunching.Near, limit, group) with
            {
                Variant = "bunching",
                Value = bunching.Near.Count,
                Threshold = question.Catalogue.Rules.Bunching.Least,
                Strength = 1,
            };
        }

        var whole = question.Population.LotsWholeFrom <= new DateOnly(question.File.Year!.Value, 1, 1);

        return question.Lacking(
                volume.MayExceed(limit) ? "lot_fields" : null,
                bunching.LacksNationalCounts ? "national_counts" : null,
                whole ? null : "buyer_year_incomplete")
            ?? question.Clear() with { Value = volume.Sum, Threshold = limit };
    }

    private static Finding Tell(Question question, IReadOnlyList<LotFact> lots, decimal limit, HomogeneousGroup group) => question.Fired() with
    {
        Evidence = [.. lots.OrderBy(lot => lot.Id).Select(lot => lot.Evidence("amount", lot.Amount))],
        Facts = new Dictionary<string, object>
        {
            ["count"] = lots.Count,
            ["sum"] = lots.Sum(lot => lot.Amount),
            ["limit"] = limit,
            ["year"] = Question.Year(question.File.Year!.Value),
            ["code"] = group.Prefix,
            ["days"] = question.Catalogue.Rules.Bunching.Days,
        },
    };
}
