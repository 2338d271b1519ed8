using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-11. One supplier had most of what the buyer spent in twelve months, more than the largest suppliers of buyers of its kind and
/// size. Value and threshold are shares of the sum, 0 to 1; contracts on the lawful list are left out.
/// </summary>
/// <remarks>Where every contract was won among three and more bidders it is context only: the supplier may simply be better.</remarks>
public sealed class OneSupplierTakesTheMoney : Indicator
{
    public override string Code => "KZ-11";
    public override Tier Tier => Tier.T2;
    public override string Family => "concentration";
    public override string LegalBasis => "Law No. 106-VIII art. 4, 16(3)";
    public override IReadOnlyList<string> OcpCodes => ["R040", "R050", "R051"];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "population", "contracts", "buyer", "supplier", "enstru", "mci", "places", "buyer_year_incomplete", "buyer_kind", "grounds",
        "supplier_places", "too_few_buyers",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["no_contract_yet", "lawful_single_source", "few_suppliers"];

    private protected override Finding Examine(Question question)
    {
        if (question.Lacking(
                question.File.Population is null ? "population" : null,
                question.File.Contracts is null ? "contracts" : null,
                question.Lot.BuyerBin is null ? "buyer" : null,
                question.Lot.Enstru is null ? "enstru" : null,
                question.Mci is null ? "mci" : null) is { } lacking)
        {
            return lacking;
        }

        if (Deal.Of(question.File, question.Catalogue) is not [.., var deal])
            return question.NotApplicable("no_contract_yet");

        var supplier = Numbers.Bin(deal.Last.SupplierBin);
        var years = question.Population.Habit(BuyerYears.Of);

        return supplier == 0 ? question.NotEvaluable("supplier")
            : Lawful(question, deal, supplier) ? question.NotApplicable("lawful_single_source")
            : question.Population.ContractsWholeFrom is not { } whole || whole.DayNumber > years.From ? question.NotEvaluable("buyer_year_incomplete")
            : years.Find(Numbers.Bin(question.Lot.BuyerBin)) is { } year ? Compare(question, years, year, supplier)
            : question.Clear();
    }

    private static bool Lawful(Question question, Deal deal, long supplier) =>
        question.Population.Firm(supplier) is { IsMonopoly: true }
        || (question.Catalogue.Methods.OneSource.Contains(deal.Last.MethodId ?? 0) && deal.Last.Items.Any(item => item.JustificationId is { } id
            && question.Population.Justifications.TryGetValue(id, out var name)
            && question.Catalogue.Grounds.Of(name)?.Is(GroundTrait.LawfulList) == true));

    private static Finding Compare(Question question, BuyerYears years, BuyerYear year, long supplier)
    {
        var rule = question.Thresholds<Rule>();
        var purse = Purse.Of(question.Population, year.Buyer, supplier, years.From, question.Catalogue.Methods);
        var share = year.ShareOf(purse.Sum);
        var clear = question.Clear() with { Value = Round(share) };
        if (purse.Contracts < rule.LeastContracts || year.Total / 100m < rule.LeastTotalMci * question.Mci || share < rule.LeastShare)
            return year.Unexplained > 0 ? question.NotEvaluable("grounds") : clear;

        if (Hidden(question, year, rule) is { } hidden)
            return hidden;
        var fence = years.LargestShares(year);
        if (year.Kind == 0 || !fence.IsUsable(rule.LeastPeers))
            return question.NotEvaluable(year.Kind == 0 ? "buyer_kind" : "too_few_buyers");

        var least = Math.Max(rule.LeastShare, fence.Upper(rule.FenceFactor));
        return share < least
            ? clear with { Threshold = Round(least) }
            : Tell(question, year, purse, supplier, least) with
            {
                Benchmark = fence.Told(question.Population.BuyerKinds[year.Kind], rule.FenceFactor),
                Tier = purse.IsCompetitive && purse.MeanBids >= rule.BidsOfCompetition ? Tier.T3 : Tier.T2,
                Variant = purse.IsCompetitive && purse.MeanBids >= rule.BidsOfCompetition ? "competition" : null,
            };
    }

    /// <summary>Too few sellers at home to choose from, or nobody knows how many there are.</summary>
    private static Finding? Hidden(Question question, BuyerYear year, Rule rule)
    {
        var regions = question.Population.Firm(year.Buyer) is { Regions: > 0 and var home } ? home : question.Population.RegionBits(question.Lot.Places);
        var (here, somewhere) = question.Population.Habit(LocalSuppliers.Of).Count(EnstruCode.Of(question.Lot.Enstru), regions);

        return year.Unexplained > 0 ? question.NotEvaluable("grounds")
            : regions == 0 ? question.NotEvaluable("places")
            : here >= rule.LeastSuppliers ? null
            : here + somewhere >= rule.LeastSuppliers ? question.NotEvaluable("supplier_places")
            : question.NotApplicable("few_suppliers");
    }

    private static Finding Tell(Question question, BuyerYear year, Purse purse, long supplier, double least) => question.Fired() with
    {
        Subject = new Subject("pair", $"{Numbers.Bin(year.Buyer)}/{Numbers.Bin(supplier)}"),
        Value = Round(year.ShareOf(purse.Sum)),
        Threshold = Round(least),
        Strength = Question.StrengthOfShare(year.ShareOf(purse.Sum), least),
        Evidence = [question.LotField("customerBin", question.Lot.BuyerBin), .. purse.Deals.Select(deal => deal.Shows("contractSum", deal.Sum))],
        Facts = new Dictionary<string, object>
        {
            ["supplier"] = Numbers.Bin(supplier),
            ["count"] = purse.Contracts,
            ["share"] = (int)Math.Round(year.ShareOf(purse.Sum) * 100),
            ["usual"] = (int)Math.Round(least * 100),
            ["sum"] = purse.Sum / 100m,
            ["total"] = year.Total / 100m,
            ["hhi"] = (int)Math.Round(year.Concentration * 10_000),
            ["bids"] = Math.Round((decimal)purse.MeanBids, 1),
        },
    };

    private static decimal Round(double share) => (decimal)Math.Round(share, 6);

    internal sealed record Rule
    {
        public required double LeastShare { get; init; }
        public required double FenceFactor { get; init; }
        public required int LeastContracts { get; init; }
        public required decimal LeastTotalMci { get; init; }
        public required int LeastPeers { get; init; }
        public required int GroupDigits { get; init; }
        public required int LeastSuppliers { get; init; }
        public required double BidsOfCompetition { get; init; }
        public required string Reason { get; init; }
    }
}
