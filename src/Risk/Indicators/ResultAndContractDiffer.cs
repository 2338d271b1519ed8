using Procurement;

namespace Risk.Indicators;

/// <summary>
/// KZ-27. The contract is dearer than the offer that won, or was signed long after the results, or went to the second place at a much
/// higher price. Value and threshold are tenge without VAT, or working days.
/// </summary>
/// <remarks>
/// Before the signature a sum may only be lowered, by consent (art. 18(1)): a lower sum is clear. No paragraph sets twenty working days;
/// a complaint, a second place, a plan of the next year or a pause make signing lawfully long.
/// </remarks>
public sealed class ResultAndContractDiffer : ContractIndicator
{
    public override string Code => "KZ-27";
    public override Tier Tier => Tier.T2;
    public override string Family => "execution";
    public override string LegalBasis => "Law No. 106-VIII art. 18(1), 25; Rules No. 687 p. 519-531";
    public override IReadOnlyList<string> OcpCodes => ["R059", "R060"];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "contracts", "bids", "bid_statuses", "bid_sums", "contract_items", "contract_date", "results", "calendar_year", "moved_days", "announcement",
        "financial_year",
    ];

    public override IReadOnlyList<string> Excuses { get; } =
        ["no_contract_yet", "old_law", "single_source", "complained", "second_place", "next_years_plan"];

    /// <param name="Higher">Ratio of the contract to the offer that is more than rounding.</param>
    /// <param name="SignWorkingDays">Working days between results and signature that are long.</param>
    /// <param name="UnsureDays">Working days by which the calendar may be wrong.</param>
    /// <param name="SecondHigher">Ratio of the second offer to the first that is much.</param>
    /// <param name="FullRatio">Ratio at which the strength is full.</param>
    private sealed record DifferenceRule(decimal Higher, int SignWorkingDays, int UnsureDays, decimal SecondHigher, double FullRatio)
    {
        public required string Reason { get; init; }
    }

    private protected override Finding Examine(Question question, Deal deal)
    {
        var method = deal.First.MethodId ?? question.Lot.MethodId;

        if (IsUnderOldLaw(question, deal))
        {
            return question.NotApplicable("old_law");
        }

        if (method is { } known && question.Catalogue.Methods.OneSource.Contains(known))
        {
            return question.NotApplicable("single_source");
        }

        var rule = question.Thresholds<DifferenceRule>();
        var race = Race.Of(question.File, question.Lot, question.Catalogue);
        Finding[] answers = [Price(question, deal, race, rule), Late(question, deal, race, rule)];

        return answers.FirstOrDefault(answer => answer.State == State.Fired)
            ?? question.Lacking([.. answers.SelectMany(answer => answer.Missing).Distinct()])
            ?? answers.FirstOrDefault(answer => answer.State == State.NotApplicable)
            ?? answers[0];
    }

    private static Finding Price(Question question, Deal deal, Race? race, DifferenceRule rule)
    {
        if (race is null)
        {
            return question.NotEvaluable("bids");
        }

        var own = race.Runners.FirstOrDefault(runner => runner.Supplier is { } bin && bin == deal.First.SupplierBin) ?? race.Winner;
        var signed = SumFor(question.Lot, deal.First);

        if (own is null || own.Amount is not > 0 || signed is null)
        {
            return question.NotEvaluable(own is null ? "bid_statuses" : own.Amount is > 0 ? "contract_items" : "bid_sums");
        }

        if (signed > own.Amount * rule.Higher)
        {
            return Tell(question, deal, null, signed.Value, own.Amount.Value * rule.Higher, own.Amount.Value, rule);
        }

        return race.Winner is { Amount: > 0 and { } first } winner && own.Outcome is BidOutcome.Second && own.Supplier != winner.Supplier
            && signed >= first * rule.SecondHigher
            ? Tell(question, deal, "second", signed.Value, first * rule.SecondHigher, first, rule)
            : SecondPlace(question, race, own, signed.Value, rule) ?? question.Clear() with { Value = signed, Threshold = own.Amount * rule.Higher };
    }

    /// <summary>What is missing where the contract may have gone to the second place past a much cheaper winner; null where it cannot have.</summary>
    private static Finding? SecondPlace(Question question, Race race, Runner own, decimal signed, DifferenceRule rule)
    {
        var winners = own.Outcome is not (BidOutcome.Second or BidOutcome.Unknown) ? []
            : race.Runners.Where(runner => runner.Supplier != own.Supplier
                && (race.Winner is { } winner ? runner == winner : runner.Outcome is BidOutcome.Unknown)
                && (runner.Amount is not > 0 || signed >= runner.Amount * rule.SecondHigher)).ToList();

        return question.Lacking(
            winners.Any(runner => runner.Amount is > 0) ? "bid_statuses" : null,
            winners.Any(runner => runner.Amount is not > 0) ? "bid_sums" : null);
    }

    private static Finding Late(Question question, Deal deal, Race? race, DifferenceRule rule)
    {
        if (deal.First.SignedAt is not { } signed || (question.Lot.ResultsPublished ?? deal.First.ResultsPublished) is not { } results)
        {
            return question.NotEvaluable(deal.First.SignedAt is null ? "contract_date" : "results");
        }

        var (from, until) = (AstanaTime.DayOf(results), AstanaTime.DayOf(signed));

        if (until <= from)
        {
            return question.Clear();
        }

        if (question.Catalogue.Calendar.Between(from, until) is not { } days)
        {
            return question.NotEvaluable("calendar_year");
        }

        return days <= rule.SignWorkingDays ? question.Clear() with { Value = days, Threshold = rule.SignWorkingDays }
            : Excuse(question, deal, race, from.Year)
            ?? (days <= rule.SignWorkingDays + rule.UnsureDays ? question.NotEvaluable("moved_days")
                : question.Fired() with
                {
                    Variant = "late",
                    Value = days,
                    Threshold = rule.SignWorkingDays,
                    Strength = Question.StrengthOf((double)days / rule.SignWorkingDays, rule.FullRatio),
                    Evidence = [question.LotField("itogiDatePublic", results), Of(deal.First, "signDate", signed)],
                    Facts = Facts(0, 0, days, results, signed),
                });
    }

    /// <summary>Why a long time may be lawful, or why that cannot be told.</summary>
    private static Finding? Excuse(Question question, Deal deal, Race? race, int year) =>
        question.File.Announcement is not { } announcement ? question.NotEvaluable("announcement")
        : announcement.Complained is not null || announcement.Paused is not null ? question.NotApplicable("complained")
        : deal.First.FinancialYear is null ? question.NotEvaluable("financial_year")
        : deal.First.FinancialYear > year ? question.NotApplicable("next_years_plan")
        : race is null ? question.NotEvaluable("bids")
        : race.Winner is not { } winner ? question.NotEvaluable("bid_statuses")
        : winner.Supplier != deal.First.SupplierBin ? question.NotApplicable("second_place")
        : null;

    /// <summary>What the contract gives for the lot; the whole sum when the lot is all that is in it.</summary>
    private static decimal? SumFor(Lot lot, Contract contract)
    {
        var items = ItemsOf(contract, lot);
        var whole = contract.Items.Count == items.Count;
        var sums = items.Select(item => item.Sum ?? (item.UnitPrice * item.Quantity)).ToList();

        return items.Count > 0 && sums.TrueForAll(sum => sum is not null) ? sums.Sum() : whole ? contract.Sum : null;
    }

    private static Finding Tell(
        Question question, Deal deal, string? variant, decimal signed, decimal limit, decimal offer, DifferenceRule rule) => question.Fired() with
        {
            Variant = variant,
            Value = signed,
            Threshold = limit,
            Strength = Question.StrengthOf((double)(signed / limit), rule.FullRatio),
            Evidence = [question.LotField("amount", offer), Of(deal.First, "contractSum", signed)],
            Facts = Facts(offer, signed, 0, question.Lot.ResultsPublished ?? question.File.AsOf, deal.First.SignedAt ?? question.File.AsOf),
        };

    private static Dictionary<string, object> Facts(decimal offer, decimal signed, int days, DateTimeOffset from, DateTimeOffset until) => new()
    {
        ["offer"] = offer,
        ["price"] = signed,
        ["percent"] = offer > 0 ? decimal.Round(((signed / offer) - 1) * 100, 1) : 0,
        ["days"] = days,
        ["from"] = from,
        ["until"] = until,
    };
}
