using Procurement;

namespace Risk.Indicators;

/// <summary>
/// KZ-06. After the signature the price of a unit rose, or the sum rose above what was set aside for the purchase, or it grew by a tenth
/// within a month. Value and threshold are tenge without VAT; of the growth, percent. Amendments that lower a sum are clear.
/// </summary>
/// <remarks>
/// The law lists the grounds on which each may rise (art. 18(2)). Where the grounds are not published the sign is weaker and says so; of
/// building works and contracts for years, whose estimates are lawfully changed, it is then not evaluable.
/// </remarks>
public sealed class PriceRaisedByAmendment : ContractIndicator
{
    public override string Code => "KZ-06";
    public override Tier Tier => Tier.T1;
    public override string Family => "execution";
    public override string LegalBasis => "Law No. 106-VIII art. 18(2)(2), (3), (5), (12), (16), (17), 18(3)";
    public override IReadOnlyList<string> OcpCodes => ["R069", "R064", "R066"];

    public override IReadOnlyList<string> Needs { get; } =
        ["contracts", "currency", "contract_sum", "contract_items", "vat", "amendment_grounds", "amount", "contract_years"];

    public override IReadOnlyList<string> Excuses { get; } =
        ["no_contract_yet", "old_law", "design_changed", "tax_changed", "vat_changed", "regulated_tariff", "prolonged"];

    private protected override Finding Examine(Question question, Deal deal)
    {
        if (IsUnderOldLaw(question, deal))
        {
            return question.NotApplicable("old_law");
        }

        if (RaisedContract.Of(deal) is not { } change)
        {
            return question.Clear();
        }

        if (deal.Versions.Any(version => version.Currency is not null and not "KZT"))
        {
            return question.NotEvaluable("currency");
        }

        var rule = question.Thresholds<RaiseRule>();
        var grounds = question.Catalogue.Amendments.Of(deal, question.File.AmendmentGrounds);
        var lawful = change.VatChanged == true ? "vat_changed" : grounds.ForPrice
            ?? (StartsWithAny(question.Lot.Enstru, rule.TariffGroups) ? "regulated_tariff" : null);
        Finding[] answers =
            [Unit(question, change, grounds, lawful, rule), Total(question, change, grounds, lawful, rule), Growth(question, change, lawful, grounds, rule)];

        return answers.Where(answer => answer.State == State.Fired).OrderBy(answer => answer.Tier).FirstOrDefault()
            ?? Merge(question, answers);
    }

    private static Finding Merge(Question question, Finding[] answers) =>
        question.Lacking([.. answers.SelectMany(answer => answer.Missing).Distinct()])
        ?? answers.FirstOrDefault(answer => answer.State == State.NotApplicable) ?? question.Clear();

    private static Finding Unit(Question question, RaisedContract change, GivenGrounds grounds, string? lawful, RaiseRule rule)
    {
        var roots = (question.File.PlanItems ?? []).Where(item => item.RootId is not null).ToDictionary(item => item.Id, item => item.RootId!.Value);
        if (change.SteepestPrice(question.Lot, roots, question.Catalogue.Units) is not { } price)
        {
            return question.Lot.SubjectType is null or 1
                ? question.NotEvaluable("contract_items") : question.Clear();
        }

        return price.After <= price.Before * rule.PriceTolerance ? question.Clear()
            : lawful is not null ? question.NotApplicable(lawful)
            : change.VatChanged is null ? question.NotEvaluable("vat")
            : Doubt(question, change, grounds)
            ?? Tell(question, change, "itemPrice", price.Before, price.After, grounds, rule);
    }

    private static Finding Total(Question question, RaisedContract change, GivenGrounds grounds, string? lawful, RaiseRule rule)
    {
        if (change.Before.Sum is not { } before || change.After.Sum is not { } after)
        {
            return question.NotEvaluable("contract_sum");
        }

        if (after <= before * rule.PriceTolerance)
        {
            return question.Clear();
        }

        if (lawful is not null || grounds.ForSum is not null)
        {
            return question.NotApplicable(lawful ?? grounds.ForSum!);
        }

        if (PlannedFor(question, change.After) is not { } planned)
        {
            return question.NotEvaluable("amount");
        }

        return after <= planned * rule.PriceTolerance || MayPassTheSaving(question, rule) ? question.Clear()
            : Doubt(question, change, grounds)
            ?? Tell(question, change, "contractSum", planned, after, grounds, rule);
    }

    private static Finding Growth(Question question, RaisedContract change, string? lawful, GivenGrounds grounds, RaiseRule rule)
    {
        if (change.Before.Sum is not > 0 || change.After.Sum is not { } after || after < change.Before.Sum * rule.Growth)
        {
            return question.Clear();
        }

        if (lawful is not null || grounds.ForSum is not null)
        {
            return question.NotApplicable(lawful ?? grounds.ForSum!);
        }

        return change.After.IsForYears == true ? question.NotEvaluable("contract_years")
            : ContractChains.DateOf(change.FirstChange) is not { } changed || change.Before.SignedAt is not { } signed
                || AstanaTime.DayOf(changed).DayNumber - AstanaTime.DayOf(signed).DayNumber > rule.Days ? question.Clear()
            : Tell(question, change, "contractSum", change.Before.Sum.Value, after, grounds, rule) with { Variant = "soon", Tier = Tier.T2 };
    }

    /// <summary>Without the grounds, changes of building works and of contracts for years are as likely lawful as not.</summary>
    private static Finding? Doubt(Question question, RaisedContract change, GivenGrounds grounds) =>
        change.After.IsForYears == true ? question.NotEvaluable("contract_years")
        : !grounds.AreKnown && question.Lot is { IsConstruction: not false, SubjectType: not 1 and not 3 } ? question.NotEvaluable("amendment_grounds")
        : null;

    /// <summary>What was set aside for the lots of the contract; null when some of them are not known.</summary>
    private static decimal? PlannedFor(Question question, Contract version)
    {
        var lots = version.Items.Select(item => item.LotId ?? 0).Where(id => id > 0).Distinct().ToList();
        var sums = lots.Where(id => id != question.Lot.Id).Select(id => question.File.Population?.Lot(id)?.Amount).ToList();

        return question.Lot.Amount is not { } own || sums.Exists(sum => sum is not > 0) ? null : own + sums.Sum();
    }

    private static bool MayPassTheSaving(Question question, RaiseRule rule) =>
        StartsWithAny(question.Lot.Enstru, rule.BeyondSavingGroups)
        || (StartsWithAny(question.Lot.Enstru, rule.FoodGroups) && rule.ArmedForces.Any(word =>
            $"{question.Lot.BuyerName.Ru} {question.Lot.BuyerName.Kz}".Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static bool StartsWithAny(string? code, IReadOnlyList<string> starts) =>
        code is not null && starts.Any(start => code.StartsWith(start, StringComparison.Ordinal));

    private static Finding Tell(
        Question question, RaisedContract change, string field, decimal before, decimal after, GivenGrounds grounds, RaiseRule rule) =>
        question.Fired() with
        {
            Tier = grounds.AreKnown ? Tier.T1 : Tier.T2,
            Variant = field == "itemPrice" ? (grounds.AreKnown ? null : "price_grounds_unknown") : grounds.AreKnown ? "sum" : "sum_grounds_unknown",
            Value = after,
            Threshold = before,
            Strength = Question.StrengthOf((double)(after / before), rule.FullRatio),
            Evidence =
            [
                Of(change.Before, field, before),
                Of(change.After, field, after),
                Of(change.Before, "signDate", change.Before.SignedAt),
                Of(change.After, "signDate", ContractChains.DateOf(change.After)),
            ],
            Facts = new Dictionary<string, object>
            {
                ["before"] = before,
                ["price"] = after,
                ["percent"] = decimal.Round(((after / before) - 1) * 100, 1),
                ["day"] = ContractChains.DateOf(change.FirstChange)!.Value,
                ["days"] = rule.Days,
            },
        };
}
