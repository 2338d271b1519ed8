using System.Text.RegularExpressions;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-02. Direct purchases that are lawful only while the year's volume is small add up to more than that volume. Value and
/// threshold are tenge without VAT over the buyer's financial year, for the group of the lot's code.
/// </summary>
/// <remarks>
/// Where the ground of a purchase is not published the finding is of the second tier and says so. The sum by nine digits of the
/// code instead of six is kept among the evidence. A sum from a part of the contracts is a lower bound: enough to fire, never to clear.
/// </remarks>
public sealed partial class SmallDirectPurchasesOverLimit : Indicator
{
    public override string Code => "KZ-02";
    public override Tier Tier => Tier.T1;
    public override string Family => "splitting";
    public override string LegalBasis => "Law No. 106-VIII art. 16(3)(28)";
    public override IReadOnlyList<string> OcpCodes => ["R011", "R049", "R055"];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "enstru", "subject_type", "buyer", "population", "mci", "buyer_name", "contract_fields", "grounds",
        "buyer_year_incomplete",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["old_law"];

    private protected override Finding Examine(Question question)
    {
        var lot = question.Lot;

        if (!question.Catalogue.IsUnderNewLaw(lot.Published!.Value))
        {
            return question.NotApplicable("old_law");
        }

        return question.Lacking(
                EnstruCode.Of(lot.Enstru) == 0 ? "enstru" : null,
                lot.SubjectType is null ? "subject_type" : null,
                Numbers.Bin(lot.BuyerBin) == 0 ? "buyer" : null,
                question.File.Population is null ? "population" : null,
                question.Mci is null ? "mci" : null)
            ?? AddUp(question, question.File.Year!.Value, question.Mci!.Value);
    }

    private static Finding AddUp(Question question, int year, decimal mci)
    {
        var (lot, rule) = (question.Lot, question.Catalogue.Rules.Splitting);
        var group = HomogeneousGroup.Of(lot.Enstru!, lot.SubjectType!.Value, rule);
        var purchases = DirectPurchases.Of(question.Population, Numbers.Bin(lot.BuyerBin), year, group, EnstruCode.Of(lot.Enstru));
        var (lower, upper) = LimitsFor(question);
        var (low, high) = (lower * mci, upper * mci);
        var certain = purchases.Small;
        IReadOnlyList<DirectPurchases.Purchase> possible = [.. purchases.Small, .. purchases.WithoutGround];

        if (Exceeds(certain, high, rule))
        {
            return Tell(question, certain, high, Tier.T1, group, year);
        }

        if (Exceeds(possible, high, rule))
        {
            return Tell(question, possible, high, Tier.T2, group, year);
        }

        var whole = question.Population.ContractsWholeFrom <= new DateOnly(year, 1, 1);

        return question.Lacking(
                Exceeds(possible, low, rule) ? "buyer_name" : null,
                purchases.SomeUnclear ? "contract_fields" : null,
                purchases.SomeGroundsUnknown ? "grounds" : null,
                whole ? null : "buyer_year_incomplete")
            ?? question.Clear() with { Value = possible.Sum(purchase => purchase.Sum), Threshold = high };
    }

    /// <summary>The limit as the lowest and the highest that it can be: they differ when the buyer's name does not tell its kind.</summary>
    private static (decimal Lower, decimal Upper) LimitsFor(Question question)
    {
        var (limits, lot) = (question.Catalogue.Limits, question.Lot);
        var usual = lot.SubjectType == 1 ? limits.DirectGoods.Mci : limits.DirectWorksAndServices.Mci;

        return lot.BuyerName.IsEmpty ? (usual, limits.DirectRural.Mci)
            : RuralAkim().IsMatch($"{lot.BuyerName.Ru} {lot.BuyerName.Kz}") ? (limits.DirectRural.Mci, limits.DirectRural.Mci)
            : (usual, usual);
    }

    private static bool Exceeds(IReadOnlyList<DirectPurchases.Purchase> purchases, decimal limit, SplittingRule rule) =>
        purchases.Count >= rule.LeastContracts && purchases.Sum(purchase => purchase.Sum) > limit;

    private static Finding Tell(
        Question question, IReadOnlyList<DirectPurchases.Purchase> purchases, decimal limit, Tier tier, HomogeneousGroup group, int year)
    {
        var sum = purchases.Sum(purchase => purchase.Sum);
        var ordered = purchases.OrderBy(p => p.Deal.Day).ThenBy(p => p.Deal.Id).ToList();

        return question.Fired() with
        {
            Tier = tier,
            Variant = tier == Tier.T1 ? null : "ground_not_published",
            Value = sum,
            Threshold = limit,
            Strength = Question.StrengthOf((double)(sum / limit), question.Catalogue.Rules.Splitting.StrongRatio),
            Evidence =
            [
                question.LotField("refEnstruCode", question.Lot.Enstru),
                .. ordered.Select(p => p.Deal.Evidence("contractSum", p.Sum)),
                .. ordered.Select(p => p.Deal.Evidence("signDate", FactEvidence.Day(p.Deal.Day))),
                .. ordered.Where(p => p.Deal.Supplier != 0).Select(p => p.Deal.Evidence("supplierBiin", Numbers.Bin(p.Deal.Supplier))),
                question.LotField("sumByNineDigits", purchases.Sum(purchase => purchase.NarrowSum)),
            ],
            Facts = new Dictionary<string, object>
            {
                ["count"] = purchases.Count,
                ["sum"] = sum,
                ["limit"] = limit,
                ["year"] = Question.Year(year),
                ["code"] = group.Prefix,
            },
        };
    }

    /// <summary>Offices of akims of towns of district significance, villages, rural districts; a town counts in doubt.</summary>
    [GeneratedRegex(
        @"аппарат\S*\s+акима\s+(\S+\s+){0,3}?(сел|посел|посёл|аул|ауыл|города)|(ауыл|кент|қала)\S*\s+(\S+\s+){0,3}?әкім\S*\s+аппарат",
        RegexOptions.IgnoreCase)]
    private static partial Regex RuralAkim();
}
