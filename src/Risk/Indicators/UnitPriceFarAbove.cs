namespace Risk.Indicators;

/// <summary>
/// KZ-01. The price of one unit lies far above what others pay for the same thing: same code, same unit, same pack. Value and
/// threshold are tenge for one unit without VAT; the threshold is the upper fence of the ordinary prices.
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
        "subject_type", "enstru", "unit", "unit_price", "quantity", "buyer", "peers", "mci", "pack", "too_few_peers",
        "places", "data_suspect", "peer_quantity",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["not_goods", "unit_without_price", "wide_group"];

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

        string?[] missing =
        [
            lot.SubjectType is null ? "subject_type" : null,
            lot.Enstru is null ? "enstru" : null,
            lot.UnitCode is null && lot.UnitName is null ? "unit" : null,
            lot.UnitPrice is > 0 ? null : "unit_price",
            lot.Count is > 0 ? null : "quantity",
            lot.BuyerBin is null ? "buyer" : null,
            question.File.Peers is null ? "peers" : null,
            question.Mci is null ? "mci" : null,
        ];

        return missing.Any(key => key is not null)
            ? question.NotEvaluable([.. missing.OfType<string>()])
            : Compare(question);
    }

    private static Finding Compare(Question question)
    {
        var units = question.Catalogue.Units;
        var lot = question.Lot;
        var measured = Units.Has(units.Measures, lot.UnitCode, lot.UnitName);
        var pack = measured ? Pack.Read(null) : Pack.Read(lot.Details.Ru ?? lot.Details.Kz);
        var candidates = PriceGroup.Candidates(question.File, measured);

        if (pack.IsAmbiguous || (pack.IsUnnamed && PriceGroup.NamePacks(candidates, question.Catalogue, lot)))
        {
            return question.NotEvaluable("pack");
        }

        var rule = question.Catalogue.Rules.Price;
        var finding = PriceGroup.Nearest(candidates, pack, question.File, rule) is { } group
            ? Judge(question, group, pack.Boxed)
            : question.NotEvaluable("too_few_peers");

        return finding.State == State.Clear && lot.Places.Count == 0 && PriceGroup.ExistsInARegion(candidates, pack, question.File, rule)
            ? question.NotEvaluable("places")
            : finding;
    }

    private static Finding Judge(Question question, PriceGroup group, int boxed)
    {
        var rule = question.Catalogue.Rules.Price;
        var (price, quantity) = (question.Lot.UnitPrice!.Value / boxed, question.Lot.Count!.Value * boxed);
        var ratio = price / group.Benchmark.Median;

        if (group.Spread > rule.WidestGroup)
        {
            return question.NotApplicable("wide_group") with { Benchmark = group.Benchmark };
        }

        if (ratio > rule.SuspectRatio || ratio < 1 / rule.SuspectRatio)
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

        return (fires ? Tell(question, group, price, ratio) : question.Clear()) with
        {
            Value = decimal.Round(price, 2),
            Threshold = group.Benchmark.Fence,
            Benchmark = group.Benchmark,
        };
    }

    private static Finding Tell(Question question, PriceGroup group, decimal price, decimal ratio) => question.Fired() with
    {
        Strength = Math.Clamp(((double)ratio - 1) / (question.Catalogue.Rules.Price.StrongRatio - 1), 0, 1),
        Variant = group.Benchmark.Level,
        Evidence =
        [
            question.LotField("price", question.Lot.UnitPrice),
            question.LotField("count", question.Lot.Count),
            .. group.Peers.OrderByDescending(peer => peer.UnitPrice).ThenBy(peer => peer.Origin.Id, StringComparer.Ordinal)
                .Take(question.Catalogue.Rules.Price.EvidencePeers).Select(peer => peer.Origin),
        ],
        Facts = new Dictionary<string, object>
        {
            ["price"] = decimal.Round(price, 2),
            ["times"] = decimal.Round(ratio, 1),
            ["median"] = group.Benchmark.Median,
            ["fence"] = group.Benchmark.Fence,
            ["count"] = group.Benchmark.Count,
            ["buyers"] = group.Benchmark.Buyers,
            ["from"] = group.Peers.Min(peer => peer.Date),
            ["until"] = group.Peers.Max(peer => peer.Date),
        },
    };
}
