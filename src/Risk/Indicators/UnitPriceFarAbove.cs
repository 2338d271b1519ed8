using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-01. The price of one unit lies far above what others pay for the same thing: same code, same unit, same pack. Value and
/// threshold are tenge for one unit without VAT; the threshold is the upper fence of the ordinary prices. Between that and a wider fence,
/// beyond which prices of this store hardly ever stray by chance, it is context only; so it is where several others paid nearly as much.
/// </summary>
/// <remarks>
/// Prices agreed in competitive contracts come first. Where they are too few, planned prices of announced lots are the comparison:
/// buyers set them from the same market, and no others are open before contracts are signed. Suppliers are not known then, so the
/// guard is on purchases and buyers alone, and the level is named "planned". An absurdly high or low price is taken for a slip of
/// the unit or the pen (not evaluable), hence the strength grows with the price only up to that point.
/// </remarks>
public sealed class UnitPriceFarAbove : Indicator
{
    public override string Code => "KZ-01";
    public override Tier Tier => Tier.T2;
    public override string Family => "price";
    public override string LegalBasis => "Law No. 106-VIII art. 5";
    public override IReadOnlyList<string> OcpCodes => ["R016", "R017"];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "subject_type", "enstru", "unit", "unit_price", "quantity", "buyer", "population", "mci", "pack", "too_few_peers",
        "places", "data_suspect", "peer_quantity",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["not_goods", "unit_without_price", "wide_group", "cancelled"];

    private protected override Finding Examine(Question question)
    {
        var (lot, units) = (question.Lot, question.Catalogue.Units);

        if (lot.SubjectType is { } type && type != 1)
        {
            return question.NotApplicable("not_goods");
        }

        if (Units.Has(units.WithoutComparablePrice, lot.UnitCode, lot.UnitName))
        {
            return question.NotApplicable("unit_without_price");
        }

        if (question.Catalogue.Methods.LotsWithoutEffect.Contains(lot.StatusId ?? 0))
        {
            return question.NotApplicable("cancelled");
        }

        var own = OwnPrice.Of(question.File, question.Catalogue);

        return question.Lacking(
                lot.SubjectType is null ? "subject_type" : null,
                EnstruCode.Of(lot.Enstru) == 0 ? "enstru" : null,
                lot.UnitCode is null && lot.UnitName is null ? "unit" : null,
                own is not null || lot.UnitPrice is > 0 ? null : "unit_price",
                own is not null || lot.Count is > 0 ? null : "quantity",
                Numbers.Bin(lot.BuyerBin) == 0 ? "buyer" : null,
                question.File.Population is null ? "population" : null,
                question.Mci is null ? "mci" : null)
            ?? Compare(question, own!);
    }

    private static Finding Compare(Question question, OwnPrice own)
    {
        var lot = question.Lot;
        var pack = question.Catalogue.Units.PackOf(lot.UnitCode, lot.UnitName, lot.Details.Ru ?? lot.Details.Kz);
        var (population, rule) = (question.Population, question.Catalogue.Rules.Price);

        if (pack.IsAmbiguous)
        {
            return question.NotEvaluable("pack");
        }

        if (population.UnitOf(lot.UnitCode, lot.UnitName) is not { } unit)
        {
            return question.NotEvaluable("too_few_peers");
        }

        var query = new PriceGroup.Query(
            population, EnstruCode.Of(lot.Enstru), unit, pack, population.RegionBits(lot.Places), Numbers.Bin(lot.BuyerBin));

        if (pack.IsUnnamed && PriceGroup.NamePacks(query, question.Catalogue, lot))
        {
            return question.NotEvaluable("pack");
        }

        var finding = PriceGroup.Nearest(query, rule) is { } group
            ? Judge(question, group, query, own)
            : question.NotEvaluable("too_few_peers");

        return finding.State == State.Clear && lot.Places.Count == 0 && PriceGroup.ExistsInARegion(query, rule)
            ? question.NotEvaluable("places")
            : finding;
    }

    private static Finding Judge(Question question, PriceGroup group, PriceGroup.Query query, OwnPrice own)
    {
        var (rule, boxed) = (question.Catalogue.Rules.Price, query.Pack.Boxed);
        var (price, quantity) = (own.Price / boxed, own.Quantity * boxed);
        var ratio = price / group.Benchmark.Median;

        if (group.Spread > rule.WidestGroup)
        {
            return question.NotApplicable("wide_group") with { Benchmark = group.Benchmark };
        }

        if (ratio > rule.SuspectRatio || ratio < 1 / rule.SuspectRatio || OwnPrice.IsDisownedByBids(question.File, question.Catalogue, rule.LeastOfferShare))
        {
            return question.NotEvaluable("data_suspect") with { Benchmark = group.Benchmark, Value = price };
        }

        if (group.MedianQuantity is not { } usual)
        {
            return question.NotEvaluable("peer_quantity") with { Benchmark = group.Benchmark };
        }

        var overpayment = (price - group.Benchmark.UpperQuartile) * quantity;
        var fires = price >= group.Benchmark.Fence && ratio >= rule.LeastRatio
            && quantity >= rule.LeastQuantityShare * usual && overpayment >= rule.LeastOverpaymentMci * question.Mci;

        return (fires ? Tell(question, group, query, own, price, ratio) : question.Clear()) with
        {
            Value = decimal.Round(price, 2),
            Threshold = group.Benchmark.Fence,
            Benchmark = group.Benchmark,
        };
    }

    private static Finding Tell(Question question, PriceGroup group, PriceGroup.Query query, OwnPrice own, decimal price, decimal ratio)
    {
        var rule = question.Catalogue.Rules.Price;
        var peers = group.Shelf.DearestWithout(query.Buyer).ToList();
        var isClear = price >= group.ClearFence && !group.IsPaidByOthers(price, query.Buyer, rule);

        return question.Fired() with
        {
            Tier = isClear ? Tier.T2 : Tier.T3,
            Strength = Math.Min(Question.StrengthOf((double)ratio, rule.StrongRatio), group.StrengthAt(price, rule.StrongDistance)),
            Variant = group.Benchmark.Level,
            Evidence =
            [
                own.Evidence,
                own.QuantityEvidence,
                .. peers.Take(rule.EvidencePeers).Select(peer => peer.Evidence(query.Population)),
            ],
            Facts = new Dictionary<string, object>
            {
                ["price"] = decimal.Round(price, 2),
                ["times"] = decimal.Round(ratio, 1),
                ["median"] = group.Benchmark.Median,
                ["fence"] = group.Benchmark.Fence,
                ["count"] = group.Benchmark.Count,
                ["buyers"] = group.Benchmark.Buyers,
                ["from"] = FactEvidence.Moment(peers.Min(peer => peer.Day)),
                ["until"] = FactEvidence.Moment(peers.Max(peer => peer.Day)),
            },
        };
    }
}
