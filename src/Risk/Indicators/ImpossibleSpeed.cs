using Procurement;
using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-14. Fewer days for delivery than the law allows; a contract signed before the results, an act before the contract; large works or
/// services done within days. Value and threshold are days; for an order that is turned round, days by which it is.
/// </summary>
/// <remarks>
/// Terms "on request" and schedules run from every order, not from the contract: they are left out. So are direct contracts, which may
/// be made in another form and after the fact (art. 17(2); Rules No. 687 p. 520), and the buying of homes.
/// </remarks>
public sealed class ImpossibleSpeed : Indicator
{
    public override string Code => "KZ-14";
    public override Tier Tier => Tier.T1;
    public override string Family => "execution";
    public override string LegalBasis => "Law No. 106-VIII art. 17(1), 17(6); Rules No. 687 p. 519, 520, 569";
    public override IReadOnlyList<string> OcpCodes => ["R061", "R067"];

    public override IReadOnlyList<string> Needs { get; } =

    [
        "method", "delivery_term", "bids_due", "contracts", "results", "contract_status", "acts", "population", "subject_type", "enstru", "mci",
        "contract_sum", "too_few_peers",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["old_law", "single_source", "housing", "special_procedure", "delivery_on_request"];

    private protected override Finding Examine(Question question)
    {
        var (lot, methods) = (question.Lot, question.Catalogue.Methods);

        if (!question.Catalogue.IsUnderNewLaw(lot.Published!.Value))
        {
            return question.NotApplicable("old_law");
        }

        if (lot.MethodId is not { } method)
        {
            return question.NotEvaluable("method");
        }

        if (method != methods.AfterFailure && !methods.Competitive.Contains(method))
        {
            return question.NotApplicable(methods.OneSource.Contains(method) ? "single_source"
                : method == SpeedRule.Homes ? "housing" : "special_procedure");
        }

        var rule = question.Thresholds<SpeedRule>();
        var deals = Deal.Of(question.File, question.Catalogue);
        List<Finding> answers = [StatedTerm(question, deals, rule), .. (deals ?? []).SelectMany(deal => OfDeal(question, deal, rule))];

        return answers.Where(answer => answer.State == State.Fired).OrderBy(answer => answer.Tier).FirstOrDefault()
            ?? question.Lacking([.. answers.SelectMany(answer => answer.Missing)
                .Append(deals is null ? "contracts" : null).Append(Deal.AnyUndated(question.File) ? "contract_date" : null).Distinct()])
            ?? (answers.Exists(answer => answer.State == State.Clear) ? answers.Find(answer => answer.State == State.Clear)! : answers[0]);
    }

    private static Finding StatedTerm(Question question, IReadOnlyList<Deal>? deals, SpeedRule rule)
    {
        var words = question.Lot.SupplyTerm ?? question.File.PlanItems?.Where(item => !item.IsDeleted)
            .OrderBy(item => item.Id).LastOrDefault(item => item.SupplyTerm is not null)?.SupplyTerm;
        var signed = deals is { Count: > 0 } ? deals[0].First.SignedAt : null;

        if (DeliveryTerm.Read(words) is not { } term || term.Kind is TermKind.Unclear)
        {
            return question.NotEvaluable("delivery_term");
        }

        if (term.Kind is TermKind.OnRequest)
        {
            return question.NotApplicable("delivery_on_request");
        }

        if (signed is null && question.Lot.BidsDue is null && term.Kind is not TermKind.CalendarDays)
        {
            return question.NotEvaluable("bids_due");
        }

        var from = signed ?? question.Lot.BidsDue ?? question.Lot.Published!.Value;
        var (least, most) = TermDays.Of(term, AstanaTime.DayOf(from), signed is null ? rule.SignedWithinDays : 0, question.Catalogue.Calendar);

        return least >= rule.LeastTermDays ? question.Clear() with { Value = least, Threshold = rule.LeastTermDays }
            : most is not { } longest || longest >= rule.LeastTermDays || longest < 0 ? question.NotEvaluable("delivery_term")
            : question.Fired() with
            {
                Value = longest,
                Threshold = rule.LeastTermDays,
                Strength = 1,
                Variant = term.Kind is TermKind.UntilDay ? "until_day" : null,
                Evidence = [question.LotField("supplyDateRu", words)],
                Facts = Facts(longest, rule.LeastTermDays, from, term.Until is { } day ? AstanaTime.StartOf(day) : from),
            };
    }

    private static IEnumerable<Finding> OfDeal(Question question, Deal deal, SpeedRule rule)
    {
        if (deal.First.SignedAt is not { } signed)
        {
            yield return question.NotEvaluable("contract_date");
            yield break;
        }

        var day = AstanaTime.DayOf(signed);
        var results = deal.First.ResultsPublished ?? question.Lot.ResultsPublished;

        if (question.Lot.MethodId != question.Catalogue.Methods.AfterFailure && !(results is { } held && AstanaTime.DayOf(held) <= day))
        {
            yield return results is { } published
                ? Turned(question, deal, "before_results", "trdBuyItogiDatePublic", signed, published) : question.NotEvaluable("results");
        }

        var acts = ActsOf(question, deal);
        var early = acts.Where(act => act.Dated is { } dated && AstanaTime.DayOf(dated) < day).MinBy(act => act.Dated);

        if (early is not null)
        {
            yield return Turned(question, deal, "act_before_contract", "aktDate", early.Dated!.Value, signed);
        }
        else if (question.File.Acts is null || acts.Exists(act => act.Dated is null))
        {
            yield return question.NotEvaluable("acts");
        }

        yield return Soon(question, deal, acts, rule);
    }

    private static Finding Soon(Question question, Deal deal, IReadOnlyList<Act> acts, SpeedRule rule)
    {
        var (lot, signed) = (question.Lot, AstanaTime.DayOf(deal.First.SignedAt!.Value));

        if (lot.SubjectType == 1)
        {
            return question.Clear();
        }

        var isOver = deal.Last.StatusId == SpeedRule.Executed || deal.Last.Done is not null;
        var end = acts.Where(act => question.File.Knows(act.Approved)).Max(act => act.Approved)
            ?? (question.File.Knows(deal.Last.Done) ? deal.Last.Done : null);
        var mci = question.Catalogue.MciOf(signed.Year);

        if ((!isOver && deal.Last.StatusId is not null) || (mci is not null && deal.First.Sum < rule.LeastSumMci * mci))
        {
            return question.Clear();
        }

        if (!isOver)
        {
            return question.NotEvaluable("contract_status");
        }

        if (question.Lacking(
            lot.SubjectType is null ? "subject_type" : null, mci is null ? "mci" : null, end is null ? "acts" : null,
            deal.First.Sum is null ? "contract_sum" : null, lot.Enstru is null ? "enstru" : null,
            question.File.Population is null ? "population" : null) is { } lacking)
        {
            return lacking;
        }

        var days = AstanaTime.DayOf(end!.Value).DayNumber - signed.DayNumber;
        var peers = question.Population.Habit(WorkSpeeds.Of).Of(EnstruCode.Of(lot.Enstru), lot.SubjectType!.Value);
        var limit = peers.Count < rule.LeastPeers ? rule.SoonDays
            : Math.Min(Math.Max(rule.SoonDays, Quantiles.Of(peers, rule.Share)), rule.MostOfMedian * Quantiles.Of(peers, 0.5));

        return days > limit ? peers.Count < rule.LeastPeers && days <= SpeedRule.Widest ? question.NotEvaluable("too_few_peers") : question.Clear()
            : peers.Count < rule.LeastPeers ? question.NotEvaluable("too_few_peers")
            : question.Fired() with
            {
                Tier = Tier.T2,
                Variant = "soon",
                Subject = ContractIndicator.SubjectOf(deal),
                Value = days,
                Threshold = (decimal)limit,
                Strength = days <= rule.SoonDays ? 1 : Question.StrengthOf(limit / days, rule.FullRatio),
                Evidence = [Of(deal.First, "signDate", deal.First.SignedAt), Of(deal.Last, "approveDate", end)],
                Facts = new Dictionary<string, object>(Facts(Math.Max(days, 0), (int)limit, deal.First.SignedAt!.Value, end.Value))
                {
                    ["count"] = peers.Count,
                    ["sum"] = deal.First.Sum!.Value,
                },
            };
    }

    private static Finding Turned(Question question, Deal deal, string variant, string field, DateTimeOffset first, DateTimeOffset second)
    {
        var days = AstanaTime.DayOf(second).DayNumber - AstanaTime.DayOf(first).DayNumber;

        return question.Fired() with
        {
            Variant = variant,
            Subject = ContractIndicator.SubjectOf(deal),
            Value = days,
            Threshold = 0,
            Strength = 1,
            Evidence = [Of(deal.First, "signDate", deal.First.SignedAt), Of(deal.First, field, variant == "before_results" ? second : first)],
            Facts = Facts(days, 0, first, second),
        };
    }

    private static List<Act> ActsOf(Question question, Deal deal) =>
        [.. deal.Acts(question.File).Where(act => !act.IsDeleted && act.Revoked is null && !(act.Dated > question.File.AsOf) && !(act.Approved > question.File.AsOf))];

    private static Dictionary<string, object> Facts(int days, int least, DateTimeOffset from, DateTimeOffset until) =>
        new() { ["days"] = days, ["least"] = least, ["from"] = from, ["until"] = until };
}
