using Procurement;
using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-19. A contract of December: works or services signed in its second half and done before the year ended; or one of a buyer whose
/// December weighs far more than in its own earlier years and at its like. Value and threshold of the first form are tenge without VAT,
/// of the second shares of the year's sum, 0 to 1.
/// </summary>
/// <remarks>
/// What is signed in December for the next financial year belongs to that year. Until the year is over its share only grows. Heat, water
/// and light of a monopoly are paid by the meter, whenever their contract was signed.
/// </remarks>
public sealed class YearEndRush : Indicator
{
    private const int December = 12;
    private const int MonthOfLastYear = 99;

    public override string Code => "KZ-19";
    public override Tier Tier => Tier.T2;
    public override string Family => "timing";
    public override string LegalBasis => "Law No. 106-VIII art. 4, 6, 17";
    public override IReadOnlyList<string> OcpCodes => [];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "contracts", "contract_date", "contract_sum", "subject_type", "mci", "contract_done", "financial_year", "population", "buyer", "buyer_kind",
        "buyer_year_incomplete", "earlier_years", "too_few_buyers", "year_not_over",
    ];

    public override IReadOnlyList<string> Excuses { get; } = ["no_contract_yet", "not_december", "plan_of_next_year", "lawful_single_source"];

    private protected override Finding Examine(Question question)
    {
        if (question.File.Contracts is null)
            return question.NotEvaluable("contracts");
        if (Deal.Of(question.File, question.Catalogue) is not [.., var deal])
            return question.NotApplicable("no_contract_yet");
        if (ContractChains.DateOf(deal.First) is not { } moment)
            return question.NotEvaluable("contract_date");

        var signed = AstanaTime.DayOf(moment);
        if (signed.Month != December)
            return question.NotApplicable("not_december");
        if (LawfulSource.Is(question.File, question.Catalogue, deal.Last.SupplierBin))
            return question.NotApplicable("lawful_single_source");
        if (BelongsLater(question.File, deal.Last, signed.Year) is not { } later)
            return question.NotEvaluable("financial_year");
        if (later)
            return question.NotApplicable("plan_of_next_year");

        var contract = ContractForm(question, deal.Last, signed);
        if (contract.State is State.Fired)
            return contract;
        var buyer = BuyerForm(question, signed.Year);
        return buyer.State is State.Fired || contract.State is State.Clear ? buyer
            : buyer.State is State.NotEvaluable ? question.NotEvaluable([.. contract.Missing, .. buyer.Missing])
            : contract;
    }

    /// <summary>The money belongs to a later year by the contract or by its plan item; null when neither tells.</summary>
    private static bool? BelongsLater(CaseFile file, Contract contract, int year)
    {
        var plans = (file.PlanItems ?? []).Where(plan => contract.Items.Any(item => item.PlanItemId == plan.Id)).ToList();

        return contract.FinancialYear > year || plans.Any(plan => plan.Year > year || plan.Month == MonthOfLastYear) ? true
            : contract.FinancialYear is null && plans.All(plan => plan.Year is null) ? null : false;
    }

    /// <summary>Works and services signed from the middle of December on and done by its end.</summary>
    private static Finding ContractForm(Question question, Contract contract, DateOnly signed)
    {
        var rule = question.Thresholds<Rule>();
        if (signed.Day < rule.FromDay || contract.SubjectType == 1)
            return question.Clear();
        if (question.Lacking(
                contract.SubjectType is null ? "subject_type" : null,
                contract.Sum is null ? "contract_sum" : null,
                question.Catalogue.MciOf(signed.Year) is null ? "mci" : null) is { } lacking)
        {
            return lacking;
        }

        var least = rule.LeastContractMci * question.Catalogue.MciOf(signed.Year)!.Value;
        var finding = question.Clear() with { Value = contract.Sum, Threshold = least };
        if (contract.Sum < least)
            return finding;
        if (contract.Done is not { } done || done > question.File.AsOf)
            return question.Catalogue.Statuses.OfContract(contract.StatusId) is ContractMeaning.InForce ? finding : question.NotEvaluable("contract_done");

        return AstanaTime.DayOf(done).Year > signed.Year ? finding : Tell(question, contract, signed, AstanaTime.DayOf(done), least);
    }

    private static Finding Tell(Question question, Contract contract, DateOnly signed, DateOnly done, decimal least) => question.Fired() with
    {
        Subject = new Subject("contract", contract.Number ?? $"{contract.Id}"),
        Variant = "contract",
        Value = contract.Sum,
        Threshold = least,
        Strength = Question.StrengthOf((double)(contract.Sum!.Value / least), question.Thresholds<Rule>().StrongRatio),
        Evidence = [Of(contract, "signDate", contract.SignedAt), Of(contract, "faktExecDate", contract.Done), Of(contract, "contractSum", contract.Sum)],
        Facts = new Dictionary<string, object>
        {
            ["year"] = Question.Year(signed.Year),
            ["signed"] = AstanaTime.StartOf(signed),
            ["done"] = AstanaTime.StartOf(done),
            ["days"] = done.DayNumber - signed.DayNumber,
            ["sum"] = contract.Sum!.Value,
            ["count"] = 1,
        },
    };

    /// <summary>December's share of the buyer's year against its own three years before and against its like.</summary>
    private static Finding BuyerForm(Question question, int year)
    {
        var rule = question.Thresholds<Rule>();
        if (question.Lacking(
                question.File.Population is null ? "population" : null,
                question.Lot.BuyerBin is null ? "buyer" : null) is { } lacking)
        {
            return lacking;
        }

        var buyer = Numbers.Bin(question.Lot.BuyerBin);
        var population = question.Population;
        var decembers = population.Habit(Decembers.Of);
        var own = decembers.Find(buyer, year);
        var earlier = Enumerable.Range(year - rule.OwnYears, rule.OwnYears).Select(before => decembers.Find(buyer, before)?.Share).ToList();
        var kind = population.Habit(BuyerKindOf.Of)[buyer];
        var peers = decembers.Peers(kind, year);
        var whole = population.ContractsWholeFrom;
        if (question.Lacking(
                whole is { } from && from <= new DateOnly(year, 1, 1) ? null : "buyer_year_incomplete",
                whole is { } start && start <= new DateOnly(year - rule.OwnYears, 1, 1) && earlier.All(share => share is not null) ? null : "earlier_years",
                kind == 0 ? "buyer_kind" : peers.IsUsable(rule.LeastPeers) ? null : "too_few_buyers") is { } unknown)
        {
            return unknown;
        }

        var least = Math.Max(rule.OwnRatio * earlier.Average()!.Value, peers.Upper(rule.FenceFactor));
        var over = population.Today > new DateOnly(year, December, 31).DayNumber;
        var finding = own is { } december && december.Contracts >= rule.LeastContracts && december.Share >= least
            ? Tell(question, year, december, earlier.Average()!.Value, least)
            : over ? question.Clear() : question.NotEvaluable("year_not_over");

        return finding with
        {
            Subject = new Subject("buyer", question.Lot.BuyerBin!),
            Value = (decimal)Math.Round(own?.Share ?? 0, 6),
            Threshold = (decimal)Math.Round(least, 6),
            Benchmark = peers.Told(population.BuyerKinds[kind], rule.FenceFactor),
        };
    }

    private static Finding Tell(Question question, int year, (int Contracts, double Share) december, double own, double least) => question.Fired() with
    {
        Tier = Tier.T3,
        Variant = "buyer",
        Strength = Question.StrengthOfShare(december.Share, least),
        Evidence = [question.LotField("customerBin", question.Lot.BuyerBin)],
        Facts = new Dictionary<string, object>
        {
            ["year"] = Question.Year(year),
            ["count"] = december.Contracts,
            ["share"] = (int)Math.Round(december.Share * 100),
            ["own"] = (int)Math.Round(own * 100),
            ["usual"] = (int)Math.Round(least * 100),
        },
    };

    internal sealed record Rule
    {
        public required double OwnRatio { get; init; }
        public required int OwnYears { get; init; }
        public required double FenceFactor { get; init; }
        public required int LeastContracts { get; init; }
        public required int LeastPeers { get; init; }
        public required int FromDay { get; init; }
        public required decimal LeastContractMci { get; init; }
        public required double StrongRatio { get; init; }
        public required string Reason { get; init; }
    }
}
