using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-17. Meals of schools and kindergartens: a tender's contract prolonged for a third year; the time for bids (as KZ-13); a child's day
/// dearer than in the region; one supplier for most of a district; food dearer than in the region that month.
/// </summary>
/// <remarks>
/// A direct contract without a tender before it is lawful (Rules 598 p. 69, 71), so that it alone is no sign; contracts of up to two months
/// bridge the time to a tender's winner. The register of unfair caterers is not among the open data.
/// </remarks>
public sealed class SchoolMeals : Indicator
{
    private static readonly LessTimeThanTheLawGives TimeForBids = new();

    public override string Code => "KZ-17";
    public override Tier Tier => Tier.T2;
    public override string Family => "sector";
    public override string LegalBasis => "Rules No. 598 on meals p. 29, 30, 69, 71, 80, 137, 138";
    public override IReadOnlyList<string> OcpCodes => [];
    public override IReadOnlyList<string> Needs { get; } =
    [
        "method", "enstru", "buyer", "population", "places", "unit", "unit_price", "quantity", "mci", "data_suspect", "details", "amount",
        "contract_fields", "contracts_incomplete", "tender_contract", "too_few_peers", .. TimeForBids.Needs,
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["not_meals", "no_contract_yet", "child_days", .. TimeForBids.Excuses];

    private protected override Finding Examine(Question question)
    {
        var (lot, rule) = (question.Lot, question.Thresholds<MealsRule>());
        var cooked = Methods.IsForMeals(lot.MethodId ?? 0);

        if (question.Lacking(lot.MethodId is null ? "method" : null, !cooked && EnstruCode.Of(lot.Enstru) == 0 ? "enstru" : null) is { } lacking)
            return lacking;
        if (!cooked && (!StartsWithAny(lot.Enstru, rule.FoodStarts) || !rule.Kinds.Contains(question.Catalogue.BuyerKinds.Of(lot.BuyerName) ?? "")))
            return lot.BuyerName.IsEmpty && StartsWithAny(lot.Enstru, rule.FoodStarts)
                ? question.NotEvaluable("buyer") : question.NotApplicable("not_meals");
        if (question.Lacking(Numbers.Bin(lot.BuyerBin) == 0 ? "buyer" : null, question.File.Population is null ? "population" : null) is { } unknown)
            return unknown;

        var fact = question.Fact;

        return SubSigns.Best(
            cooked
                ? [Prolonged(question, fact), Time(question), ChildDay(question, fact, rule), OneForAll(question, fact, rule)]
                : [Staples(question, fact, rule)]);
    }

    private static Finding Prolonged(Question question, LotFact lot)
    {
        if (lot.Method != Methods.MealsDirect)
            return question.Clear();
        if (question.Population.Habit(DealsOfLots.Of).Of(lot.Id) is not { } deal)
            return question.NotApplicable("no_contract_yet");
        if (deal.Supplier == 0 || deal.PlannedEnd == 0)
            return question.NotEvaluable("contract_fields");
        if (deal.PlannedEnd - deal.FirstDay <= question.Catalogue.Terms.MealsBridge.Days)
            return question.Clear();

        var (before, most) = (MealsContract.Before(question.Population, deal), question.Catalogue.Terms.MealsProlongations.Times);
        if (before.Tender is not { } tender)
            return question.NotEvaluable("tender_contract");
        if (before.TenderSince || before.Years.Count + before.Doubtful <= most)
            return question.Clear();
        if (before.Years.Count <= most)
            return question.NotEvaluable("contract_fields");

        return question.Fired() with
        {
            Tier = Tier.T1,
            Variant = "prolonged",
            Value = before.Years.Count,
            Threshold = most,
            Strength = 1,
            Evidence = [tender.Evidence("signDate", FactEvidence.Day(tender.Day)), .. before.Years.Select(year => year.Evidence("signDate", FactEvidence.Day(year.Day)))],
            Facts = new Dictionary<string, object>
            {
                ["count"] = before.Years.Count,
                ["most"] = most,
                ["supplier"] = Numbers.Bin(deal.Supplier),
                ["from"] = FactEvidence.Moment(tender.Day),
            },
        };
    }

    /// <summary>The same reckoning as KZ-13, told in the terms of meals.</summary>
    private static Finding Time(Question question)
    {
        var time = TimeForBids.Judge(question.File, question.Catalogue);
        var own = question.Clear() with { State = time.State, Missing = time.Missing, Exceptions = time.Exceptions };

        return time.State != State.Fired ? own : own with
        {
            Tier = time.Tier,
            Variant = "time",
            Value = time.Value,
            Threshold = time.Threshold,
            Strength = time.Strength,
            Evidence = time.Evidence,
            Facts = new Dictionary<string, object>(time.Facts) { ["count"] = time.Facts["days"] },
        };
    }

    /// <summary>Where the text tells no number of children and days there is no price of a day to compare, and no duty to tell it there.</summary>
    private static Finding ChildDay(Question question, LotFact lot, MealsRule rule)
    {
        if (question.Lacking(question.Lot.Details.IsEmpty ? "details" : null, question.Lot.Amount is > 0 ? null : "amount",
            lot.PlaceCount == 0 ? "places" : null) is { } lacking)
            return lacking;
        if (lot.MealPriceTiyn == 0)
            return question.NotApplicable("child_days");

        var (prices, buyers) = question.Population.Habit(MealPrices.Of).Others(lot, question.Population.Today - rule.Days);

        return Far(question, "child_day", lot.MealPriceTiyn / 100m, prices, buyers, rule);
    }

    private static Finding Staples(Question question, LotFact lot, MealsRule rule)
    {
        if (!StartsWithAny(question.Lot.Enstru, rule.SeasonalStarts))
            return question.Clear();
        if (question.Lacking(lot.Unit == 0 ? "unit" : null, lot.PriceTiyn > 0 ? null : "unit_price", lot.Quantity > 0 ? null : "quantity",
            lot.PlaceCount == 0 ? "places" : null, question.Mci is null ? "mci" : null) is { } lacking)
            return lacking;

        var (prices, buyers) = (new List<double>(), new HashSet<long>());
        foreach (ref readonly var price in question.Population.Prices(lot.Enstru, lot.Unit))
        {
            if (price.Buyer == lot.Buyer || (price.Regions & lot.Regions) == 0 || Math.Abs(price.Day - lot.Published) > rule.SeasonDays)
                continue;
            prices.Add(Math.Log((double)price.Price));
            buyers.Add(price.Buyer);
        }

        prices.Sort();
        var finding = Far(question, "staple", lot.Price, prices, buyers.Count, rule);

        return finding.State == State.Fired
            && (lot.Price - finding.Benchmark!.UpperQuartile) * (decimal)lot.Quantity < rule.OverpaymentMci * question.Mci
            ? question.Clear() with { Benchmark = finding.Benchmark, Value = finding.Value, Threshold = finding.Threshold } : finding;
    }

    private static Finding Far(Question question, string variant, decimal price, List<double> prices, int buyers, MealsRule rule)
    {
        if (prices.Count < rule.Prices || buyers < rule.Buyers)
            return question.NotEvaluable("too_few_peers");

        var (lower, median, upper) = (Quantiles.Of(prices, 0.25), Quantiles.Of(prices, 0.5), Quantiles.Of(prices, 0.75));
        var fence = upper + (rule.FenceFactor * Math.Max(upper - lower, rule.LeastSpread));
        var benchmark = new Benchmark("region", prices.Count, buyers, Tenge(median), Tenge(upper), Tenge(fence));
        var ratio = price / benchmark.Median;

        return ratio > rule.SuspectRatio || ratio < 1 / rule.SuspectRatio
            ? question.NotEvaluable("data_suspect") with { Benchmark = benchmark, Value = price }
            : price < benchmark.Fence || ratio < rule.LeastRatio ? question.Clear() with { Benchmark = benchmark, Value = price, Threshold = benchmark.Fence }
            : question.Fired() with
            {
                Variant = variant,
                Value = decimal.Round(price, 2),
                Threshold = benchmark.Fence,
                Strength = Question.StrengthOf((double)ratio, rule.FullRatio),
                Benchmark = benchmark,
                Evidence = [question.LotField("amount", question.Lot.Amount), question.LotField("extraDescRu", question.Lot.Details.Ru ?? question.Lot.Details.Kz)],
                Facts = new Dictionary<string, object>
                {
                    ["price"] = decimal.Round(price, 2),
                    ["median"] = benchmark.Median,
                    ["times"] = decimal.Round(ratio, 1),
                    ["count"] = prices.Count,
                    ["buyers"] = buyers,
                },
            };
    }

    private static Finding OneForAll(Question question, LotFact lot, MealsRule rule)
    {
        if (question.Population.Habit(DealsOfLots.Of).Of(lot.Id) is not { } deal)
            return question.NotApplicable("no_contract_yet");
        if (deal.Supplier == 0)
            return question.NotEvaluable("contract_fields");
        if (lot.District == 0)
            return question.NotEvaluable("places");

        var (schools, fed) = question.Population.Habit(MealOperators.Of).Of(lot.District, deal.Supplier);
        var share = schools == 0 ? 0 : (double)fed / schools;

        var few = fed < rule.OperatorSchools || share < rule.OperatorShare;

        return few && !question.Population.Habit(MealOperators.Of).IsWhole ? question.NotEvaluable("contracts_incomplete")
            : few ? question.Clear() : question.Fired() with
            {
                Variant = "one_operator",
                Value = (decimal)Math.Round(share, 4),
                Threshold = (decimal)rule.OperatorShare,
                Strength = Question.StrengthOfShare(share, rule.OperatorShare),
                Evidence = [deal.Evidence("supplierBiin", Numbers.Bin(deal.Supplier))],
                Facts = new Dictionary<string, object>
                {
                    ["count"] = fed,
                    ["schools"] = schools,
                    ["supplier"] = Numbers.Bin(deal.Supplier),
                },
            };
    }

    private static decimal Tenge(double logarithm) => decimal.Round((decimal)Math.Exp(logarithm), 2);

    private static bool StartsWithAny(string? code, IReadOnlyList<string> starts) =>
        code is not null && starts.Any(start => code.StartsWith(start, StringComparison.Ordinal));
}
