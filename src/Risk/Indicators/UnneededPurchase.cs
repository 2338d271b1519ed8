using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-22. A thing that hardly any buyer of this kind buys (value and threshold: share of the others); or far more of it than in former
/// years and than others (value and threshold: quantity of the year); or a thing of the luxury list (context alone).
/// </summary>
/// <remarks>Shares need a store that holds a whole year: in a part of it everything is rare.</remarks>
public sealed class UnneededPurchase : Indicator
{
    public override string Code => "KZ-22";
    public override Tier Tier => Tier.T2;
    public override string Family => "need";
    public override string LegalBasis => "Law No. 106-VIII art. 5, 6";
    public override IReadOnlyList<string> OcpCodes => [];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "buyer", "enstru", "amount", "mci", "population", "subject_type", "unit", "quantity", "buyer_kind", "lots_incomplete", "too_few_buyers",
        "too_few_peers",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["not_goods", "own_years"];

    private protected override Finding Examine(Question question)
    {
        var (lot, rule) = (question.Lot, question.Thresholds<UnneededRule>());

        return question.Lacking(
                Numbers.Bin(lot.BuyerBin) == 0 ? "buyer" : null,
                EnstruCode.Of(lot.Enstru) == 0 ? "enstru" : null,
                lot.Amount is > 0 ? null : "amount",
                question.Mci is null ? "mci" : null,
                question.File.Population is null ? "population" : null)
            ?? Judge(question, question.Fact, rule);
    }

    private static Finding Judge(Question question, LotFact lot, UnneededRule rule) =>
        SubSigns.Best([Rare(question, lot, rule), Quantity(question, lot, rule), Luxury(question, lot, rule)]);

    private static Finding Rare(Question question, LotFact lot, UnneededRule rule)
    {
        if (lot.Amount < rule.LeastMci * question.Mci)
            return question.Clear();
        if (lot.BuyerKind == 0)
            return question.NotEvaluable("buyer_kind");
        if (!HoldsYears(question.Population, question.Population.Today, 1))
            return question.NotEvaluable("lots_incomplete");

        var (buyers, bought) = question.Population.Habit(NeedsOfKinds.Of).Others(lot.BuyerKind, lot.Buyer, lot.Enstru);

        if (buyers < rule.Buyers)
            return question.NotEvaluable("too_few_buyers");

        var share = (double)bought / buyers;
        var finding = share >= rule.Share ? question.Clear() : Tell(question, lot, ("count", bought), ("buyers", buyers)) with
        {
            Strength = share == 0 ? 1 : Question.StrengthOf(rule.Share / share, rule.FullRatio),
        };

        return finding with { Value = (decimal)Math.Round(share, 5), Threshold = (decimal)rule.Share };
    }

    private static Finding Quantity(Question question, LotFact lot, UnneededRule rule)
    {
        if (lot.Subject is not 0 and not 1)
            return question.NotApplicable("not_goods");
        if (question.Lacking(lot.Subject == 0 ? "subject_type" : null,
            lot.Unit == 0 ? "unit" : null, lot.Quantity > 0 ? null : "quantity") is { } lacking)
            return lacking;
        if (lot.Amount < rule.SmallMci * question.Mci)
            return question.Clear();
        if (!HoldsYears(question.Population, lot.Published, rule.Years + 1))
            return question.NotEvaluable("lots_incomplete");

        var years = Yearly(question.Population, lot, rule.Years);
        if (years.Skip(1).Any(quantity => quantity <= 0))
            return question.NotApplicable("own_years");
        var (now, usual) = (years[0], years.Skip(1).Average());
        if (now < rule.Times * usual)
            return question.Clear();
        var others = question.Population.Habit(YearQuantities.Of).Others(lot);
        if (others.Count < rule.Others)
            return question.NotEvaluable("too_few_peers");
        var high = Quantiles.Of(others, rule.Quantile);

        return now < high ? question.Clear() : Tell(
            question, lot, ("count", others.Count), ("buyers", others.Count), ("quantity", decimal.Round((decimal)now, 1)),
            ("usual", decimal.Round((decimal)usual, 1)), ("times", decimal.Round((decimal)(now / usual), 1))) with
        {
            Variant = "quantity",
            Value = (decimal)Math.Round(now, 3),
            Threshold = (decimal)Math.Round(Math.Max(rule.Times * usual, high), 3),
            Strength = Question.StrengthOf(now / (rule.Times * usual), rule.FullRatio),
        };
    }

    private static Finding Luxury(Question question, LotFact lot, UnneededRule rule) =>
        lot.Amount < rule.SmallMci * question.Mci || question.Catalogue.Luxuries.Of(question.Lot.Enstru) is null
            ? question.Clear()
            : Tell(question, lot, ("count", 1), ("buyers", 0)) with { Tier = Tier.T3, Variant = "luxury", Value = 1, Threshold = 1, Strength = 1 };

    /// <summary>Of this year up to the lot itself, and of the years before it, one after the other.</summary>
    private static double[] Yearly(Population population, LotFact judged, int years)
    {
        var sums = new double[years + 1];
        sums[0] = judged.Quantity;
        foreach (ref readonly var lot in population.LotsOf(judged.Buyer))
        {
            var before = judged.Year - lot.Year;
            if (lot.Id != judged.Id && lot.Enstru == judged.Enstru && lot.Unit == judged.Unit && before >= 0 && before <= years
                && lot.Published <= judged.Published && LotAttempts.IsLast(population, lot, judged))
                sums[before] += lot.Quantity;
        }

        return sums;
    }

    private static bool HoldsYears(Population population, int day, int years) =>
        population.LotsWholeFrom <= (years == 1 ? DateOnly.FromDayNumber(day).AddYears(-1) : new DateOnly(DateOnly.FromDayNumber(day).Year - years + 1, 1, 1));

    private static Finding Tell(Question question, LotFact lot, params (string Name, object Value)[] facts) => question.Fired() with
    {
        Evidence =
        [
            question.LotField("refEnstruCode", question.Lot.Enstru),
            question.LotField("amount", question.Lot.Amount),
            question.LotField("count", question.Lot.Count),
        ],
        Facts = new Dictionary<string, object>(facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Value)))
        {
            ["code"] = EnstruCode.Text(lot.Enstru),
            ["price"] = lot.Amount,
        },
    };
}
