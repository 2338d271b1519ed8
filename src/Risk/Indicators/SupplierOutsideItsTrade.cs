using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-29. The lot's supplier sold things of many more classes within two years than suppliers with many contracts usually do. Value and
/// threshold are classes by the first two digits of the code.
/// </summary>
/// <remarks>
/// Whether a contract lies outside the supplier's registered trades cannot be told: the register's list of trades is not in the data
/// in full and no official map leads from trades to codes. For a contract large enough for that question the check says so.
/// </remarks>
public sealed class SupplierOutsideItsTrade : Indicator
{
    public override string Code => "KZ-29";
    public override Tier Tier => Tier.T3;
    public override string Family => "supplier";
    public override string LegalBasis => "Law No. 106-VIII art. 9";
    public override IReadOnlyList<string> OcpCodes => ["R048"];

    public override IReadOnlyList<string> Needs { get; } =
        ["population", "contracts", "supplier", "contract_sum", "mci", "contracts_incomplete", "too_few_suppliers", "trade_map"];

    public override IReadOnlyList<string> Excuses { get; } = ["no_contract_yet", "few_contracts"];

    private protected override Finding Examine(Question question)
    {
        if (question.Lacking(
                question.File.Population is null ? "population" : null,
                question.File.Contracts is null ? "contracts" : null) is { } lacking)
        {
            return lacking;
        }

        if (Deal.Of(question.File, question.Catalogue) is not [.., var deal])
            return question.NotApplicable("no_contract_yet");
        if (Numbers.Bin(deal.Last.SupplierBin) is var supplier && supplier == 0)
            return question.NotEvaluable("supplier");

        var classes = Classes(question, supplier);
        return classes.State is State.Fired ? classes : Trade(question, deal) ?? classes;
    }

    private static Finding Classes(Question question, long supplier)
    {
        var rule = question.Thresholds<Rule>();
        var trades = question.Population.Habit(Trades.Of);
        var (contracts, classes) = trades[supplier];
        var whole = question.Population.ContractsWholeFrom is { } from && from.DayNumber <= trades.From;
        if (contracts < rule.LeastContracts)
            return whole ? question.NotApplicable("few_contracts") : question.NotEvaluable("contracts_incomplete");
        if (!trades.Usual.IsUsable(rule.LeastPeers))
            return question.NotEvaluable("too_few_suppliers");

        var fence = trades.Usual.Upper(rule.FenceFactor);
        var finding = classes >= fence && classes >= rule.LeastClasses ? Tell(question, supplier, contracts, classes, fence)
            : whole ? question.Clear()
            : question.NotEvaluable("contracts_incomplete");

        return finding with
        {
            Subject = new Subject("supplier", Numbers.Bin(supplier)),
            Value = classes,
            Threshold = (decimal)Math.Round(Math.Max(fence, rule.LeastClasses), 4),
            Benchmark = trades.Usual.Told("country", rule.FenceFactor),
        };
    }

    /// <summary>The question about registered trades: null where it does not arise, the contract being small.</summary>
    private static Finding? Trade(Question question, Deal deal) =>
        deal.Last.Sum is null ? question.NotEvaluable("contract_sum")
        : question.Mci is null ? question.NotEvaluable("mci")
        : deal.Last.Sum >= question.Thresholds<Rule>().LeastSumMci * question.Mci ? question.NotEvaluable("trade_map") : null;

    private static Finding Tell(Question question, long supplier, int contracts, int classes, double fence) => question.Fired() with
    {
        Strength = Question.StrengthOf(classes / fence, question.Thresholds<Rule>().StrongRatio),
        Evidence = [question.LotField("lotNumber", question.Lot.Number)],
        Facts = new Dictionary<string, object>
        {
            ["supplier"] = Numbers.Bin(supplier),
            ["contracts"] = contracts,
            ["count"] = classes,
            ["usual"] = Math.Round((decimal)fence, 1),
            ["months"] = question.Thresholds<Rule>().Months,
        },
    };

    internal sealed record Rule
    {
        public required int Months { get; init; }
        public required int ClassDigits { get; init; }
        public required int LeastContracts { get; init; }
        public required int LeastClasses { get; init; }
        public required int LeastPeers { get; init; }
        public required double FenceFactor { get; init; }
        public required decimal LeastSumMci { get; init; }
        public required double StrongRatio { get; init; }
        public required string Reason { get; init; }
    }
}
