using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class SchoolMealsTests
{
    private static Finding Judge(CaseFile file) => file.Finding("KZ-17");

    [Fact]
    public void A_contract_won_by_tender_is_prolonged_twice_at_most()
    {
        var finding = Judge(CasesOfSectors.Prolonged(2024, 2025, 2026));

        Assert.Equal((State.Fired, Tier.T1, "prolonged", 3m), (finding.State, finding.Tier, finding.Variant, finding.Value));
        Assert.NotEqual(State.Fired, Judge(CasesOfSectors.Prolonged(2025, 2026)).State);
    }

    [Fact]
    public void Bridges_other_suppliers_and_what_follows_a_tender_do_not_count()
    {
        var lot = CasesOfSectors.Meals() with { MethodId = 131 };
        Contract[] chain = [CasesOfSectors.Signed(1, 2023, 120), CasesOfSectors.Signed(2, 2024, 131), CasesOfSectors.Signed(3, 2025, 131), CasesOfSectors.Signed(4, 2026, 131, 1)];
        State With(int place, Func<Contract, Contract> change, params Lot[] lots) =>
            Judge(Given.File(lot).In(new World { Contracts = [.. chain.Select((one, i) => i == place ? change(one) : one)], Lots = lots })).State;

        Assert.Equal(State.Fired, With(0, one => one));
        Assert.NotEqual(State.Fired, With(0, one => one with { MethodId = 3 }));
        Assert.NotEqual(State.Fired, With(1, one => one with { SupplierBin = "200000000009" }));
        Assert.NotEqual(State.Fired, With(1, one => one with { PlannedEnd = one.SignedAt!.Value.AddDays(62) }));
        Assert.Equal(State.Fired, With(1, one => one with { PlannedEnd = one.SignedAt!.Value.AddDays(63) }));
        Assert.NotEqual(State.Fired, With(3, one => one with { PlannedEnd = one.SignedAt!.Value.AddDays(62) }));
        Assert.NotEqual(State.Fired, With(1, one => one with { PlannedEnd = null }));
        Assert.NotEqual(State.Fired, With(1, one => one with { MethodId = 120 }));
        Assert.NotEqual(State.Fired, With(1, one => one with { FinancialYear = 2025 }));
        Assert.NotEqual(State.Fired, With(0, one => one, CasesOfSectors.Meals() with { Id = 9, Number = "85000009-КППТСОПО1", Published = Given.Astana(2025, 1, 10) }));
    }

    [Fact]
    public void The_time_for_bids_is_that_of_the_rules()
    {
        var finding = Judge(Given.Compared(Given.Lot() with { MethodId = 120 }));

        Assert.Equal((State.Fired, Tier.T1, "time"), (finding.State, finding.Tier, finding.Variant));
    }

    [Theory]
    [InlineData(5_800_000, 12, 5, false)]
    [InlineData(7_499_000, 12, 5, false)]
    [InlineData(7_500_000, 12, 5, true)]
    [InlineData(7_500_000, 11, 5, false)]
    [InlineData(7_500_000, 12, 4, false)]
    public void A_childs_day_is_compared_with_the_region(int amount, int others, int buyers, bool fires)
    {
        var finding = Judge(CasesOfSectors.ChildDay(amount, others, buyers));

        Assert.Equal(fires ? "child_day" : null, finding.Variant);
        Assert.Equal(fires ? 750 : null, fires ? finding.Value : null);
    }

    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(9, 9, false)]
    [InlineData(12, 20, true)]
    [InlineData(12, 21, false)]
    public void One_supplier_for_most_of_a_district(int fed, int schools, bool fires)
    {
        var finding = Judge(CasesOfSectors.OneOperator(fed, schools));

        Assert.Equal(fires ? "one_operator" : null, finding.Variant);
    }

    [Theory]
    [InlineData(150, 30, 10_000, State.Fired)]
    [InlineData(149, 30, 10_000, State.Clear)]
    [InlineData(150, 31, 10_000, State.NotEvaluable)]
    [InlineData(150, 30, 4_325, State.Fired)]
    [InlineData(150, 30, 4_324, State.Clear)]
    [InlineData(5001, 30, 10_000, State.NotEvaluable)]
    public void Vegetables_are_compared_with_the_season(int price, int days, int quantity, State expected) =>
        Assert.Equal(expected, Judge(CasesOfSectors.Staple(price, days, quantity)).State);

    [Fact]
    public void Other_purchases_are_not_meals()
    {
        var carrots = CasesOfSectors.Staple(500);

        Assert.Equal(["not_meals"], Judge(Given.File()).Exceptions);
        Assert.Equal(["not_meals"], Judge(carrots with { Lot = carrots.Lot with { BuyerName = new("Городская больница № 1", null) } }).Exceptions);
        Assert.Equal(["buyer"], Judge(carrots with { Lot = carrots.Lot with { BuyerName = default } }).Missing);
        Assert.Equal(["method"], Judge(carrots with { Lot = carrots.Lot with { MethodId = null } }).Missing);
        Assert.Equal(["enstru"], Judge(carrots with { Lot = carrots.Lot with { Enstru = null } }).Missing);
        Assert.Equal(["places"], Judge(carrots with { Lot = carrots.Lot with { Places = [] } }).Missing);
        Assert.Equal(["population"], Judge(carrots with { Population = null }).Missing);
    }
}
