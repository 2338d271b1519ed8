using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

public class ImpossibleSpeedTests
{
    private static Finding Judge(string? term, Func<Lot, Lot>? change = null)
    {
        var lot = HeldLot with { SupplyTerm = term };
        return (File() with { Lot = change?.Invoke(lot) ?? lot, Contracts = [] }).Finding("KZ-14");
    }

    // Bids are due on 26 February 2026; no contract is signed yet.
    [Theory]
    [InlineData("14 календарных дней", State.Fired)]
    [InlineData("15 календарных дней", State.Clear)]
    [InlineData("7 рабочих дней", State.Fired)]
    [InlineData("10 рабочих дней", State.NotEvaluable)]    // with the holidays of March up to 19 days
    [InlineData("11 рабочих дней", State.Clear)]
    [InlineData("до 12.03.2026", State.Fired)]             // at most 14 days
    [InlineData("до 13.03.2026", State.NotEvaluable)]
    [InlineData("до 11.04.2026", State.NotEvaluable)]
    [InlineData("до 12.04.2026", State.Clear)]             // 45 days, at least 15 of them after the signature
    [InlineData("до 25.02.2026", State.NotEvaluable)]      // a date that is over is a slip of the pen
    [InlineData("март", State.NotEvaluable)]
    [InlineData(null, State.NotEvaluable)]
    public void Stated_term(string? term, State expected)
    {
        var finding = Judge(term);

        Assert.Equal((expected, Tier.T1), (finding.State, finding.Tier));
        Assert.Equal(expected == State.NotEvaluable ? ["delivery_term"] : [], finding.Missing);
    }

    [Fact]
    public void Ten_working_days_of_an_autumn_without_holidays_are_fourteen_days() =>
        Assert.Equal(14, Judge("10 рабочих дней", lot => lot with { BidsDue = Given.Astana(2025, 9, 8) }).Value ?? 0);

    // The contract is signed on 3 March 2026.
    [Theory]
    [InlineData("до 17.03.2026", State.Fired)]
    [InlineData("до 18.03.2026", State.Clear)]
    [InlineData("9 рабочих дней", State.Fired)]     // 9 March is a day off: 17 March, 14 days
    [InlineData("10 рабочих дней", State.Clear)]    // 18 March, 15 days
    public void With_a_signature_the_days_are_counted_from_it(string term, State expected) =>
        Assert.Equal(expected, (File(Contract()) with { Lot = HeldLot with { SupplyTerm = term } }).Finding("KZ-14").State);

    [Fact]
    public void The_plan_tells_the_term_where_the_lot_does_not()
    {
        var item = new PlanItem { Id = 1, SupplyTerm = "5 дней" };
        var file = File() with { Lot = HeldLot with { SupplyTerm = null }, Contracts = [], PlanItems = [item, new PlanItem { Id = 2 }] };

        Assert.Equal(State.Fired, file.Finding("KZ-14").State);
        Assert.Equal(State.Clear, (file with { PlanItems = [item, item with { Id = 2, SupplyTerm = "20 дней" }] }).Finding("KZ-14").State);
        Assert.Equal(["delivery_term"], (file with { PlanItems = [item with { IsDeleted = true }] }).Finding("KZ-14").Missing);
    }

    [Theory]
    [InlineData(23, "single_source")]
    [InlineData(131, "single_source")]
    [InlineData(50, "housing")]
    [InlineData(130, "special_procedure")]
    public void Methods_left_out(int method, string exception) =>
        Assert.Equal([exception], Judge("3 дня", lot => lot with { MethodId = method }).Exceptions);

    [Fact]
    public void Deliveries_on_request_and_the_old_law_are_left_out()
    {
        Assert.Equal(["delivery_on_request"], Judge("по заявке в течение 3 дней").Exceptions);
        Assert.Equal(["old_law"], Judge("3 дня", lot => lot with { Published = Given.Astana(2024, 12, 31) }).Exceptions);
        Assert.Equal(State.Fired, Judge("3 дня", lot => lot with { MethodId = 6 }).State);
    }

    // Results of 27 February.
    [Theory]
    [InlineData(26, State.Fired)]
    [InlineData(27, State.Clear)]
    public void Signed_before_the_results(int day, State expected) =>
        Assert.Equal(expected, File(Contract() with { SignedAt = Given.Astana(2026, 2, day) }).Finding("KZ-14").State);

    [Fact]
    public void After_a_failure_the_results_do_not_come_first() => Assert.Equal(
        State.Clear,
        (File(Contract() with { SignedAt = Given.Astana(2026, 2, 26) }) with { Lot = HeldLot with { MethodId = 6 } }).Finding("KZ-14").State);

    [Theory]
    [InlineData(2, State.Fired)]
    [InlineData(3, State.Clear)]
    public void An_act_dated_before_the_contract(int day, State expected)
    {
        var act = Act(Given.Astana(2026, 3, day), Given.Astana(2026, 3, 20));
        var file = File(Contract()) with { Acts = [act] };

        Assert.Equal(expected, file.Finding("KZ-14").State);
        Assert.Equal(State.Clear, (file with { Acts = [act with { Revoked = AsOf }] }).Finding("KZ-14").State);
        Assert.Equal(State.Clear, (file with { Acts = [act with { ContractId = 1, ContractRootId = 1 }] }).Finding("KZ-14").State);
    }

    [Fact]
    public void An_act_of_a_later_day_is_not_known_yet()
    {
        var early = Act(Given.Astana(2026, 3, 2), AsOf.AddDays(1));
        Finding Of(Act act) => (File(Contract()) with { Acts = [act] }).Finding("KZ-14");

        Assert.Equal(State.Clear, Of(early).State);
        Assert.Equal(State.Fired, Of(early with { Approved = AsOf }).State);
        Assert.Equal(State.Fired, Of(early with { Approved = null }).State);
        Assert.Equal(["acts"], Of(early with { Dated = null, Approved = AsOf }).Missing);
        Assert.Equal(State.Clear, Of(early with { Dated = null }).State);
    }

    private static Finding Work(int days, decimal sum = 5_000_000, int peers = 30, Func<CaseFile, CaseFile>? change = null)
    {
        var contract = Contract() with { SubjectType = 2, Sum = sum, Done = Signed.AddDays(days), StatusId = 390 };
        var file = File(contract).In(new World { Contracts = [.. CasesC.Works(peers)] }) with { Lot = HeldLot with { SubjectType = 2 } };
        return (change?.Invoke(file) ?? file).Finding("KZ-14");
    }

    // All the others took 40 days, a third of which is 13; 500 MCI of 2026 are 2,162,500.
    [Theory]
    [InlineData(13, 5_000_000, State.Fired)]
    [InlineData(14, 5_000_000, State.Clear)]
    [InlineData(13, 2_162_500, State.Fired)]
    [InlineData(13, 2_162_499, State.Clear)]
    public void Large_works_done_as_soon_as_hardly_any(int days, double sum, State expected)
    {
        var finding = Work(days, (decimal)sum);

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.Fired ? Tier.T2 : Tier.T1, finding.Tier);
    }

    [Theory]
    [InlineData(13, 0.012)]
    [InlineData(8, 0.333)]
    [InlineData(4, 1)]
    [InlineData(2, 1)]
    public void The_sooner_the_stronger(int days, double strength) => Assert.Equal(strength, Work(days).Strength, 2);

    [Fact]
    public void Thirty_ended_contracts_are_needed()
    {
        Assert.Equal(["too_few_peers"], Work(2, peers: 29).Missing);
        Assert.Equal(["too_few_peers"], Work(30, peers: 29).Missing);
        Assert.Equal(State.Clear, Work(31, peers: 29).State);
    }

    [Fact]
    public void Goods_and_what_is_not_over_are_not_asked()
    {
        Assert.Equal(State.Clear, Work(1, change: file => file with { Lot = file.Lot with { SubjectType = 1 } }).State);
        Assert.Equal(State.Clear, Work(1, change: file => file with { Contracts = [file.Contracts![0] with { Done = null, StatusId = 190 }] }).State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["method"], Judge("20 дней", lot => lot with { MethodId = null }).Missing);
        Assert.Equal(["bids_due"], Judge("до 20.03.2026", lot => lot with { BidsDue = null }).Missing);
        Assert.Equal(["contracts"], (File() with { Contracts = null }).Finding("KZ-14").Missing);
        Assert.Equal(["population"], Work(1, change: file => file with { Population = null }).Missing);
        Assert.Equal(["subject_type"], Work(1, change: file => file with { Lot = file.Lot with { SubjectType = null } }).Missing);
        Assert.Equal(["enstru"], Work(1, change: file => file with { Lot = file.Lot with { Enstru = null } }).Missing);
        Assert.Equal(["acts"], Work(1, change: file => file with { Contracts = [file.Contracts![0] with { Done = null }] }).Missing);
        Assert.Equal(["contract_sum"], Work(1, change: file => file with { Contracts = [file.Contracts![0] with { Sum = null }] }).Missing);
        var signedLater = File(Contract() with { SignedAt = Given.Astana(2026, 3, 3) });
        Assert.Equal(["results"], (signedLater with { Lot = HeldLot with { ResultsPublished = null } }).Finding("KZ-14").Missing);
        Assert.Equal(["acts"], (File(Contract()) with { Acts = null }).Finding("KZ-14").Missing);
        Assert.Equal(["acts"], (File(Contract()) with { Acts = [Act(AsOf, AsOf) with { Dated = null }] }).Finding("KZ-14").Missing);
        Assert.Equal(["acts"], (File(Contract()) with { Acts = [Act(AsOf, AsOf) with { Dated = null, Approved = null }] }).Finding("KZ-14").Missing);
        Assert.Equal(["contract_status"], Work(1, change: file => file with { Contracts = [file.Contracts![0] with { Done = null, StatusId = null }] }).Missing);
        Assert.Equal(["contract_date"], File(Contract() with { SignedAt = null, Created = null }).Finding("KZ-14").Missing);
        Assert.Equal(
            ["contract_date"],
            (File(Contract() with { SignedAt = null, Created = Signed }) with { Lot = HeldLot }).Finding("KZ-14").Missing);
    }
}
