using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

public class PaidBeyondOrBeforeTests
{
    private static Finding Judge(Contract contract, params Act[] acts) => (File(contract) with { Acts = acts }).Finding("KZ-10");

    private static Contract Paid(double sum, int day = 10) => Contract() with { Payments = [new Payment(Given.Astana(2026, 3, day), (decimal)sum)] };

    private static Act Done(int day) => Act(Given.Astana(2026, 3, day), Given.Astana(2026, 3, day));

    // The contract is for 1,044,000 with VAT.
    [Theory]
    [InlineData(1_049_220, State.Clear)]
    [InlineData(1_049_220.01, State.Fired)]
    public void More_than_the_contract(double sum, State expected) => Assert.Equal(expected, Judge(Paid(sum), Done(10)).State);

    // The plan allows 30 percent before the work: 313,200.
    [Theory]
    [InlineData(314_766, 10, 11, State.Clear)]
    [InlineData(314_766.01, 10, 11, State.Fired)]
    [InlineData(900_000, 11, 11, State.Clear)]    // on the day of the act
    public void More_than_the_advance_before_the_first_act(double sum, int paid, int act, State expected)
    {
        var finding = Judge(Paid(sum, paid), Done(act));

        Assert.Equal((expected, Tier.T1), (finding.State, finding.Tier));
        Assert.Equal(expected == State.Fired ? "before_work" : null, finding.Variant);
    }

    [Fact]
    public void Without_an_advance_any_payment_before_the_act_is_told_in_full_strength()
    {
        var file = File(Paid(1000)) with { Lot = HeldLot with { Prepayment = 0 }, Acts = [Done(11)] };

        Assert.Equal((State.Fired, 1.0), (file.Finding("KZ-10").State, file.Finding("KZ-10").Strength));
    }

    [Fact]
    public void The_highest_advance_of_the_plan_counts()
    {
        var file = File(Paid(500_000)) with { Acts = [Done(11)], PlanItems = [new PlanItem { Id = 1, Prepayment = 50 }] };

        Assert.Equal(State.Clear, file.Finding("KZ-10").State);
        Assert.Equal(State.Fired, (file with { PlanItems = [new PlanItem { Id = 1, Prepayment = 50, IsDeleted = true }] }).Finding("KZ-10").State);
    }

    [Theory]
    [InlineData(449_999, 390, State.Fired)]
    [InlineData(450_000, 390, State.Clear)]
    [InlineData(449_999, 190, State.Clear)]
    [InlineData(0, 390, State.Clear)]    // nothing entered is not "nothing done"
    public void Done_by_half_is_context(double done, int status, State expected)
    {
        var finding = Judge(Contract() with { Paid = (decimal)done, StatusId = status });

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.Fired ? Tier.T3 : Tier.T1, finding.Tier);
    }

    [Fact]
    public void Only_acts_that_stand_count()
    {
        var early = Done(5);

        Assert.Equal(State.Clear, Judge(Paid(900_000), early).State);
        Assert.Equal(["acts"], Judge(Paid(900_000), early with { IsDeleted = true }).Missing);
        Assert.Equal(["acts"], Judge(Paid(900_000), early with { Revoked = Given.Astana(2026, 3, 6) }).Missing);
        Assert.Equal(["acts"], Judge(Paid(900_000), early with { ContractId = 77, ContractRootId = 77 }).Missing);
        Assert.Equal(["acts"], Judge(Paid(900_000), early with { Approved = AsOf.AddDays(1) }).Missing);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["payments"], Judge(Contract() with { Payments = null }).Missing);
        Assert.Equal(["contract_sum"], Judge(Paid(5) with { SumWithVat = null }).Missing);
        Assert.Equal(State.Clear, Judge(Paid(5) with { SumWithVat = null, HasVat = false }, Done(5)).State);
        Assert.Equal(["currency"], Judge(Paid(5) with { Currency = "EUR" }).Missing);
        Assert.Equal(["acts", "prepayment"], (File(Paid(5)) with { Lot = HeldLot with { Prepayment = null } }).Finding("KZ-10").Missing);
        Assert.Equal(State.Clear, Judge(Contract()).State);
        Assert.Equal(["old_law"], Judge(Paid(2_000_000) with { SignedAt = Given.Astana(2024, 5, 1) }).Exceptions);
        Assert.Equal(State.Clear, Judge(Contract() with { Payments = [new Payment(AsOf.AddDays(1), 9_000_000)] }).State);
    }
}
