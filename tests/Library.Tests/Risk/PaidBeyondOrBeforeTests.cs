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

    [Fact]
    public void The_sum_with_VAT_comes_first_and_without_VAT_the_sum_is_the_same()
    {
        Assert.Equal(State.Clear, Judge(Paid(1_000_000) with { HasVat = false }, Done(5)).State);
        Assert.Equal(State.Fired, Judge(Paid(1_000_000) with { HasVat = false, SumWithVat = null }, Done(5)).State);
        Assert.Equal(["contract_sum"], Judge(Paid(5) with { SumWithVat = 0 }, Done(5)).Missing);
    }

    [Fact]
    public void Payments_before_the_work_are_told_from_the_first_one()
    {
        var paid = Contract() with { Payments = [new(Given.Astana(2026, 3, 12), 200_000), new(Given.Astana(2026, 3, 8), 300_000), new(Given.Astana(2026, 3, 8), 300_000)] };
        var finding = Judge(paid, Done(20));

        Assert.Equal((500_000m, 313_200m), (finding.Value, finding.Threshold));
        Assert.Equal((Given.Astana(2026, 3, 8), Given.Astana(2026, 3, 20), 30m), (finding.Facts["day"], finding.Facts["act"], finding.Facts["share"]));
    }

    [Fact]
    public void Each_missing_thing_is_named_alone()
    {
        Assert.Equal(["acts"], Judge(Paid(5)).Missing);
        Assert.Equal(["prepayment"], (File(Paid(5)) with { Lot = HeldLot with { Prepayment = null }, Acts = [Done(11)] }).Finding("KZ-10").Missing);
        Assert.Equal(["contract_status"], Judge(Paid(5) with { StatusId = null, Paid = 100_000 }, Done(10)).Missing);
        Assert.Equal(["contract_fields"], Judge(Paid(5) with { StatusId = 390 }, Done(10)).Missing);
        Assert.Equal(["contract_sum"], Judge(Paid(5) with { StatusId = 390, Paid = 100_000, Sum = null }, Done(10)).Missing);
    }

    [Theory]
    [InlineData(10L, null)]
    [InlineData(null, 10L)]
    [InlineData(10L, 77L)]
    [InlineData(77L, 10L)]
    public void An_act_belongs_to_the_contract_by_its_own_id_or_by_the_roots(long? contract, long? root) =>
        Assert.Equal(State.Clear, Judge(Paid(900_000), Done(5) with { ContractId = contract, ContractRootId = root }).State);

    [Fact]
    public void The_last_version_is_judged_and_shown()
    {
        var finding = (File(Contract(), Contract(1) with { Payments = [new(Given.Astana(2026, 4, 1), 2_000_000)] }) with { Acts = [Done(10)] }).Finding("KZ-10");

        Assert.Equal(State.Fired, finding.State);
        Assert.All(finding.Evidence, item => Assert.EndsWith("/01", item.Id));
        var half = (File(Contract() with { Paid = 1, StatusId = 390 }, Contract(1) with { Paid = 900_000, StatusId = 390 }) with { Acts = [Done(10)] });
        Assert.Equal(State.Clear, half.Finding("KZ-10").State);
    }

    [Fact]
    public void An_act_may_come_with_its_contract_and_the_first_one_counts()
    {
        var paid = Paid(900_000);

        Assert.Equal(State.Clear, Judge(paid with { Acts = [Done(5)] }).State);
        Assert.Equal(State.Clear, (File(paid with { Acts = [Done(5)] }) with { Acts = null }).Finding("KZ-10").State);
        Assert.Equal(["acts"], (File(paid) with { Acts = null }).Finding("KZ-10").Missing);
        Assert.Equal(State.Clear, Judge(paid, Done(20) with { Id = 2 }, Done(5)).State);
    }

    [Fact]
    public void Money_before_the_work_comes_before_work_done_by_half()
    {
        var half = Paid(900_000) with { Paid = 100_000, StatusId = 390 };

        Assert.Equal("before_work", Judge(half, Done(20)).Variant);
        Assert.Equal("done_by_half", Judge(half, Done(5)).Variant);
        Assert.Equal("done_by_half", Judge(half with { Payments = null }, Done(5)).Variant);
        Assert.Equal("done_by_half", Judge(half with { SumWithVat = null }, Done(5)).Variant);
    }
}
