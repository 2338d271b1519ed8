using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-26. A buyer that had waited for a supplier, or fined it, chose the same one again without competition. Value and threshold are days
/// late, or a fine in tenge.
/// </summary>
/// <remarks>
/// Only what was over before the new signature counts. A price request with one offer obliges the buyer to contract that supplier
/// (art. 15(6)): then there was no choice.
/// </remarks>
public sealed class BadPerformerHiredAgain : ContractIndicator
{
    private const double FullRatio = 3;

    public override string Code => "KZ-26";
    public override Tier Tier => Tier.T2;
    public override string Family => "execution";
    public override string LegalBasis => "Law No. 106-VIII art. 5, 15(6), 16, 17(7)";
    public override IReadOnlyList<string> OcpCodes => ["R067"];

    public override IReadOnlyList<string> Needs { get; } =
        ["contracts", "population", "private_supplier", "buyer", "contract_date", "method", "bids", "cancel_reason", "supplier_history"];

    public override IReadOnlyList<string> Excuses { get; } =
        ["no_contract_yet", "competitive_method", "one_offer_by_law", "lawful_single_source"];

    /// <param name="LateDays">Days late that are much.</param>
    /// <param name="FineShare">Share of the sum that is much of a fine.</param>
    /// <param name="Months">How far back.</param>
    /// <param name="EndedByBuyer">RefContractStatus: ended by one side.</param>
    /// <param name="SupplierWords">Words in the name of a reason to end a contract that make it the supplier's doing.</param>
    private sealed record PastRule(int LateDays, decimal FineShare, int Months, int EndedByBuyer, IReadOnlyList<string> SupplierWords)
    {
        public required string Reason { get; init; }
    }

    private protected override Finding Examine(Question question, Deal deal)
    {
        var (contract, methods) = (deal.First, question.Catalogue.Methods);
        var method = contract.MethodId ?? question.Lot.MethodId;

        if (method is { } known && !methods.OneSource.Contains(known))
        {
            return question.NotApplicable("competitive_method");
        }

        if (question.Lacking(
            question.File.Population is null ? "population" : null, contract.SupplierBin is null ? "private_supplier" : null,
            (contract.BuyerBin ?? question.Lot.BuyerBin) is null ? "buyer" : null, contract.SignedAt is null ? "contract_date" : null,
            method is null ? "method" : null) is { } lacking)
        {
            return lacking;
        }

        if (question.Population.Firm(Numbers.Bin(contract.SupplierBin))?.IsMonopoly == true)
        {
            return question.NotApplicable("lawful_single_source");
        }

        var sign = Past(question, deal);

        return sign.State != State.Fired ? sign
            : method != methods.AfterFailure || question.Lot.PlannedMethodId is not null and var planned && planned != methods.PriceProposals ? sign
            : OnlyOffer(question, contract.SupplierBin!) switch
            {
                true => question.NotApplicable("one_offer_by_law"),
                false => sign,
                null => question.NotEvaluable("bids"),
            };
    }

    /// <summary>The supplier's was the only offer of the price request that failed; null while its offers cannot be seen.</summary>
    private static bool? OnlyOffer(Question question, string supplier)
    {
        var failed = question.File.Attempts.Append(question.Lot)
            .Where(lot => lot.Published <= question.Lot.Published && lot.ResultsPublished is not null)
            .OrderByDescending(lot => lot.Published).ThenByDescending(lot => lot.Id)
            .Select(lot => Race.Of(question.File, lot, question.Catalogue)).FirstOrDefault(race => race is { Runners.Count: > 0 });

        return failed is null ? null : failed.Runners is [{ Supplier: var only }] && only == supplier;
    }

    private static Finding Past(Question question, Deal deal)
    {
        var rule = question.Thresholds<PastRule>();
        var (buyer, supplier) = (Numbers.Bin(deal.First.BuyerBin ?? question.Lot.BuyerBin), Numbers.Bin(deal.First.SupplierBin));
        var signed = AstanaTime.DayOf(deal.First.SignedAt!.Value);
        var since = signed.AddMonths(-rule.Months).DayNumber;
        var (worst, doubt) = ((DealFact?)null, false);
        foreach (ref readonly var past in question.Population.DealsWith(supplier))
        {
            if (past.Buyer != buyer || past.Root == (deal.First.RootId ?? deal.First.Id) || past.FirstDay < since || past.FirstDay >= signed.DayNumber)
                continue;
            var isFault = FaultOf(question, past, rule);
            doubt |= isFault is null && past.Day < signed.DayNumber;
            if (IsOverBy(past, signed.DayNumber, rule) && (isFault == true || IsBad(past, rule)) && past.DaysLate >= (worst?.DaysLate ?? 0))
                worst = past;
        }

        return worst is { } found ? Tell(question, deal, found, rule)
            : doubt ? question.NotEvaluable("cancel_reason")
            : question.Population.ContractsWholeFrom is not { } from || from.DayNumber > since ? question.NotEvaluable("supplier_history")
            : question.Clear();
    }

    /// <summary>What happened under the earlier contract was known when the new one was signed.</summary>
    private static bool IsOverBy(in DealFact past, int day, PastRule rule) => (past.Done > 0 && past.Done <= day)
        || (past.PlannedEnd > 0 && past.PlannedEnd + rule.LateDays <= day && past.FirstAct <= day)
        || (past.Status == rule.EndedByBuyer && past.Day < day);

    private static bool IsBad(in DealFact past, PastRule rule) => past.DaysLate >= rule.LateDays
        || (past.SumTiyn > 0 && past.FineTiyn >= past.SumTiyn * rule.FineShare);

    /// <summary>The buyer ended it for the supplier's doing; null where the reason's name is not known.</summary>
    private static bool? FaultOf(Question question, in DealFact past, PastRule rule)
    {
        if (past.Status != rule.EndedByBuyer)
            return false;
        return question.File.CancelReasons.TryGetValue(past.CancelReason, out var name)
            ? rule.SupplierWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) : null;
    }

    private static Finding Tell(Question question, Deal deal, in DealFact past, PastRule rule)
    {
        var fine = past.FineTiyn / 100m;
        var isLate = past.DaysLate >= rule.LateDays;
        var isFined = past.SumTiyn > 0 && past.FineTiyn >= past.SumTiyn * rule.FineShare;
        var (value, limit) = isLate || !isFined ? (past.DaysLate, rule.LateDays) : (fine, past.Sum * rule.FineShare);

        return question.Fired() with
        {
            Variant = isLate ? null : isFined ? "fine" : "ended",
            Value = value,
            Threshold = limit,
            Strength = isLate || isFined ? Question.StrengthOf((double)(value / limit), FullRatio) : 1,
            Evidence =
            [
                Of(deal.First, "signDate", deal.First.SignedAt),
                isLate ? new EvidenceItem("contract", $"{past.Id}", Links.Contract(past.Id), "dayOverdue", $"{past.DaysLate}")
                    : new EvidenceItem("contract", $"{past.Id}", Links.Contract(past.Id), "sumFine", $"{fine}"),
            ],
            Facts = new Dictionary<string, object>
            {
                ["days"] = past.DaysLate,
                ["price"] = fine,
                ["from"] = AstanaTime.StartOf(DateOnly.FromDayNumber(past.FirstDay)),
                ["day"] = deal.First.SignedAt!.Value,
                ["supplier"] = deal.First.SupplierBin!,
            },
        };
    }
}
