using Procurement;

namespace Risk.Indicators;

/// <summary>
/// KZ-10. More was paid than the contract's sum, or more than the planned advance before anything was delivered; or a contract called
/// executed was done by less than half. Value and threshold are tenge, with VAT for payments, without it for what was done.
/// </summary>
/// <remarks>Where no act is known nothing can be said about money before the work: acts may be late in the register.</remarks>
public sealed class PaidBeyondOrBefore : ContractIndicator
{
    private const decimal Percent = 100;

    public override string Code => "KZ-10";
    public override Tier Tier => Tier.T1;
    public override string Family => "money";
    public override string LegalBasis => "Law No. 106-VIII art. 17(6), 17(10); Rules No. 687 p. 24, 25, 567";
    public override IReadOnlyList<string> OcpCodes => ["R068"];

    public override IReadOnlyList<string> Needs { get; } =
        ["contracts", "payments", "currency", "contract_sum", "contract_status", "contract_fields", "acts", "prepayment"];

    public override IReadOnlyList<string> Excuses { get; } = ["no_contract_yet", "old_law"];

    /// <param name="Tolerance">Payments may be above a limit by this much for rounding.</param>
    /// <param name="FullRatio">Ratio at which the strength is full.</param>
    /// <param name="LeastDone">Share of the sum that should be done under an executed contract.</param>
    /// <param name="ExecutedStatus">RefContractStatus: executed.</param>
    private sealed record PaymentRule(decimal Tolerance, double FullRatio, decimal LeastDone, int ExecutedStatus)
    {
        public required string Reason { get; init; }
    }

    private protected override Finding Examine(Question question, Deal deal)
    {
        if (IsUnderOldLaw(question, deal))
        {
            return question.NotApplicable("old_law");
        }

        var contract = deal.Last;
        var rule = question.Thresholds<PaymentRule>();
        var known = deal.Versions.Where(version => version.Payments is not null).ToList();
        var sum = contract.SumWithVat ?? (contract.HasVat == false ? contract.Sum : null);

        if (contract.Currency is not null and not "KZT")
        {
            return question.NotEvaluable("currency");
        }

        var half = DoneByHalf(question, contract, rule);

        if (known.Count == 0 || sum is not > 0)
        {
            return half.State is State.Fired ? half
                : question.Lacking([known.Count == 0 ? "payments" : null, sum is > 0 ? null : "contract_sum", .. half.Missing.Except(["contract_sum"])])!;
        }

        var payments = known.SelectMany(version => version.Payments!).Distinct().Where(payment => question.File.Knows(payment.Date))
            .OrderBy(payment => payment.Date).ToList();
        var paid = payments.Sum(payment => payment.Sum);

        if (paid > sum * rule.Tolerance)
        {
            return Tell(question, contract, paid, sum.Value, rule);
        }

        var early = BeforeWork(question, deal, payments, sum.Value, rule);

        return early.State is State.Fired ? early
            : half.State is State.Fired ? half
            : question.Lacking([.. early.Missing, .. half.Missing]) ?? early;
    }

    private static Finding BeforeWork(Question question, Deal deal, List<Payment> payments, decimal sum, PaymentRule rule)
    {
        if (payments.Count == 0)
        {
            return question.Clear() with { Value = 0, Threshold = sum };
        }

        var first = FirstAct(question, deal);
        var share = PlannedAdvance(question);

        if (first is null || share is null)
        {
            return question.NotEvaluable([.. new[] { first is null ? "acts" : null, share is null ? "prepayment" : null }.OfType<string>()]);
        }

        var day = AstanaTime.DayOf(first.Value);
        var before = payments.Where(payment => AstanaTime.DayOf(payment.Date) < day).Sum(payment => payment.Sum);
        var allowed = sum * share.Value / Percent;

        return before > 0 && before > (allowed * rule.Tolerance)
            ? Tell(question, deal.Last, before, allowed, rule) with
            {
                Variant = "before_work",
                Strength = allowed > 0 ? Question.StrengthOf((double)(before / allowed), rule.FullRatio) : 1,
                Facts = Facts(before, allowed, payments[0].Date, first.Value, share.Value),
            }
            : question.Clear() with { Value = before, Threshold = allowed };
    }

    /// <summary>A zero for what was done means that nobody filled it in.</summary>
    private static Finding DoneByHalf(Question question, Contract contract, PaymentRule rule)
    {
        if ((contract.StatusId is { } status && status != rule.ExecutedStatus) || contract.Paid <= 0 || contract.Paid >= contract.Sum * rule.LeastDone)
        {
            return question.Clear();
        }

        return question.Lacking(
                contract.StatusId is null ? "contract_status" : null,
                contract.Paid is null ? "contract_fields" : null,
                contract.Sum is > 0 ? null : "contract_sum")
            ?? question.Fired() with
            {
                Tier = Tier.T3,
                Variant = "done_by_half",
                Value = contract.Paid,
                Threshold = contract.Sum!.Value * rule.LeastDone,
                Strength = 1,
                Evidence = [Of(contract, "faktSum", contract.Paid), Of(contract, "contractSum", contract.Sum)],
                Facts = Facts(contract.Paid!.Value, contract.Sum.Value, question.File.AsOf, question.File.AsOf, 0),
            };
    }

    /// <summary>When both sides approved the first act; null when no act is known.</summary>
    private static DateTimeOffset? FirstAct(Question question, Deal deal) => deal.Acts(question.File)
        .Where(act => !act.IsDeleted && act.Revoked is null && question.File.Knows(act.Approved)).Min(act => act.Approved);

    /// <summary>Percent of the sum; the highest of all versions of the plan, in doubt for the buyer.</summary>
    private static decimal? PlannedAdvance(Question question) =>
        (question.File.PlanItems ?? []).Where(item => !item.IsDeleted).Select(item => item.Prepayment)
            .Append(question.Lot.Prepayment).Max();

    private static Finding Tell(Question question, Contract contract, decimal paid, decimal limit, PaymentRule rule) => question.Fired() with
    {
        Value = paid,
        Threshold = limit,
        Strength = Question.StrengthOf((double)(paid / Math.Max(limit, 1)), rule.FullRatio),
        Evidence = [Of(contract, "payAmount", paid), Of(contract, "contractSumWnds", contract.SumWithVat)],
        Facts = Facts(paid, limit, question.File.AsOf, question.File.AsOf, 0),
    };

    private static Dictionary<string, object> Facts(decimal paid, decimal limit, DateTimeOffset day, DateTimeOffset act, decimal share) => new()
    {
        ["price"] = paid,
        ["limit"] = limit,
        ["day"] = day,
        ["act"] = act,
        ["share"] = share,
    };
}
