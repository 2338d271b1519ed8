using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-16. A firm younger than a year got a contract among the largest tenth of its kind, or a firm got one ten times larger than any
/// before it. Value and threshold are tenge without VAT. Below 5,000 MCI, and where it won against two rivals at least who stayed in the
/// race, it is context only: one in ten contracts is always in the largest tenth, and a price that beat others needs no past.
/// </summary>
/// <remarks>The register of firms says nothing about sole traders, so they are not evaluable, and a firm made out of another looks new.</remarks>
public sealed class YoungSupplierLargeContract : ContractIndicator
{
    public override string Code => "KZ-16";
    public override Tier Tier => Tier.T2;
    public override string Family => "supplier";
    public override string LegalBasis => "Law No. 106-VIII art. 5, 11";
    public override IReadOnlyList<string> OcpCodes => ["R047"];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "contracts", "population", "private_supplier", "contract_sum", "contract_date", "enstru", "subject_type", "registered", "too_few_peers",
        "mci", "supplier_history",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["no_contract_yet", "lawful_single_source"];

    /// <param name="YoungDays">A firm is young before so many days.</param>
    /// <param name="LargeShare">The quantile above which a contract of a kind is large.</param>
    /// <param name="LeastPeers">Contracts of a kind needed to know what is large.</param>
    /// <param name="TimesEarlier">Times the largest earlier contract.</param>
    /// <param name="LeastSumMci">Least sum for that comparison, and for more than context.</param>
    /// <param name="HistoryMonths">Months of contracts needed to know that a firm had none.</param>
    /// <param name="BidsOfCompetition">Bids that stayed in a race whose cheapest one proves itself.</param>
    /// <param name="FullRatio">Ratio at which the strength is full.</param>
    private sealed record YouthRule(
        int YoungDays, double LargeShare, int LeastPeers, decimal TimesEarlier, decimal LeastSumMci, int HistoryMonths,
        int BidsOfCompetition, double FullRatio)
    {
        public required string Reason { get; init; }
    }

    private protected override Finding Examine(Question question, Deal deal)
    {
        var (contract, signed) = (deal.First, SignedAt(deal));

        if (question.Lacking(
            question.File.Population is null ? "population" : null, contract.SupplierBin is null ? "private_supplier" : null,
            contract.Sum is > 0 ? null : "contract_sum", signed is null ? "contract_date" : null) is { } lacking)
        {
            return lacking;
        }

        var supplier = Numbers.Bin(contract.SupplierBin);
        var firm = question.Population.Firm(supplier);

        return firm?.IsMonopoly == true ? question.NotApplicable("lawful_single_source")
            : Young(question, deal, firm, AstanaTime.DayOf(signed!.Value)) is { State: State.Fired } young ? young
            : Grown(question, deal, supplier, AstanaTime.DayOf(signed.Value)) is { State: not State.Clear } grown ? grown
            : Young(question, deal, firm, AstanaTime.DayOf(signed.Value));
    }

    private static Finding Young(Question question, Deal deal, FirmFact? firm, DateOnly signed)
    {
        var (rule, lot) = (question.Thresholds<YouthRule>(), question.Lot);

        if (firm?.Registered is not (> 0 and var registered) || signed.DayNumber < registered)
        {
            return question.NotEvaluable("registered");
        }

        if (signed.DayNumber - registered >= rule.YoungDays)
        {
            return question.Clear();
        }

        if (question.Lacking(lot.Enstru is null ? "enstru" : null, lot.SubjectType is null ? "subject_type" : null) is { } lacking)
        {
            return lacking;
        }

        var peers = question.Population.Habit(LargeDeals.Of).Of(EnstruCode.Of(lot.Enstru), lot.SubjectType!.Value);

        if (peers.Count < rule.LeastPeers)
        {
            return question.NotEvaluable("too_few_peers");
        }

        var limit = decimal.Round((decimal)Quantiles.Of(peers, rule.LargeShare), 2);

        return deal.First.Sum < limit ? question.Clear() with { Value = deal.First.Sum, Threshold = limit }
            : Tell(question, deal, limit, rule) with
            {
                Benchmark = new Benchmark(
                    "country", peers.Count, 0, (decimal)Quantiles.Of(peers, 0.5), (decimal)Quantiles.Of(peers, 0.75), limit),
                Facts = Facts(deal, limit, signed.DayNumber - registered, peers.Count, signed),
            };
    }

    private static Finding Grown(Question question, Deal deal, long supplier, DateOnly signed)
    {
        var rule = question.Thresholds<YouthRule>();

        if (question.Catalogue.MciOf(signed.Year) is not { } mci)
        {
            return question.NotEvaluable("mci");
        }

        if (deal.First.Sum < rule.LeastSumMci * mci)
        {
            return question.Clear();
        }

        var (largest, count) = (0m, 0);
        foreach (ref readonly var other in question.Population.DealsWith(supplier))
        {
            if (other.FirstDay < signed.DayNumber && other.Root != (deal.First.RootId ?? deal.First.Id))
                (largest, count) = (Math.Max(largest, other.Sum), count + 1);
        }

        return deal.First.Sum <= largest * rule.TimesEarlier ? question.Clear()
            : question.Population.ContractsWholeFrom is not { } from || from > signed.AddMonths(-rule.HistoryMonths)
                ? question.NotEvaluable("supplier_history")
            : Tell(question, deal, largest * rule.TimesEarlier, rule) with
            {
                Variant = count == 0 ? "first" : "grown",
                Facts = Facts(deal, largest, rule.HistoryMonths, count, signed),
            };
    }

    private static Finding Tell(Question question, Deal deal, decimal limit, YouthRule rule) => question.Fired() with
    {
        Tier = IsSmall(question, deal, rule) || HasBeatenRivals(question, deal, rule) ? Tier.T3 : Tier.T2,
        Value = deal.First.Sum,
        Threshold = limit,
        Strength = limit > 0 ? Question.StrengthOf((double)(deal.First.Sum!.Value / limit), rule.FullRatio) : 1,
        Evidence =
        [
            Of(deal.First, "contractSum", deal.First.Sum), Of(deal.First, "signDate", deal.First.SignedAt),
            Of(deal.First, "supplierBiin", deal.First.SupplierBin),
        ],
    };

    private static bool IsSmall(Question question, Deal deal, YouthRule rule) =>
        question.Catalogue.MciOf(AstanaTime.DayOf(SignedAt(deal)!.Value).Year) is { } mci && deal.First.Sum < rule.LeastSumMci * mci;

    /// <summary>It asked the least of several who stayed in the race, where the price decides.</summary>
    private static bool HasBeatenRivals(Question question, Deal deal, YouthRule rule) =>
        question.Lot.MethodId is { } method && question.Catalogue.Methods.Competitive.Contains(method)
        && !question.Catalogue.Methods.Points.Contains(method)
        && Race.Of(question.File, question.Lot, question.Catalogue) is { Winner: { Amount: { } won } winner } race
        && winner.Supplier == deal.First.SupplierBin && race.Valid.Count() >= rule.BidsOfCompetition
        && race.Valid.All(runner => runner.Amount >= won);

    private static Dictionary<string, object> Facts(Deal deal, decimal limit, int days, int count, DateOnly signed) => new()
    {
        ["price"] = deal.First.Sum!.Value,
        ["limit"] = limit,
        ["days"] = days,
        ["count"] = count,
        ["day"] = AstanaTime.StartOf(signed),
        ["supplier"] = deal.First.SupplierBin!,
    };
}
