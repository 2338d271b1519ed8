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

    [Theory]
    [InlineData(9.99, State.NotEvaluable)]      // a fiftieth of what others pay is a slip of the pen, as is fifty times as much
    [InlineData(10, State.Clear)]
    [InlineData(25_000, State.Fired)]
    [InlineData(25_000.01, State.NotEvaluable)]
    public void A_price_of_a_day_that_is_absurd_is_not_judged(double childDay, State expected)
    {
        var finding = Judge(CasesOfSectors.ChildDay((decimal)childDay * 10_000));

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected is State.NotEvaluable, finding.Missing.Contains("data_suspect"));
    }

    [Fact]
    public void What_meals_need_is_named_one_by_one()
    {
        var (day, carrots) = (CasesOfSectors.ChildDay(7_500_000), CasesOfSectors.Staple(500));
        IEnumerable<string> Day(Func<Lot, Lot> change) => Judge(day with { Lot = change(day.Lot) }).Missing;
        IEnumerable<string> Carrots(Func<Lot, Lot> change) => Judge(carrots with { Lot = change(carrots.Lot) }).Missing;

        Assert.Contains("amount", Day(lot => lot with { Amount = null }));
        Assert.DoesNotContain("details", Day(lot => lot with { Amount = null }));
        Assert.Contains("details", Day(lot => lot with { Details = default }));
        Assert.Contains("places", Day(lot => lot with { Places = [] }));
        Assert.DoesNotContain("details", Day(lot => lot with { Places = [] }));
        Assert.Equal(["unit_price"], Carrots(lot => lot with { UnitPrice = null }));
        Assert.Equal(["quantity"], Carrots(lot => lot with { Count = null }));
        Assert.Equal(["buyer"], Carrots(lot => lot with { BuyerBin = null }));
        Assert.Equal(["mci"], Carrots(lot => lot with { Published = Given.Astana(2014, 1, 10) }).Intersect(["mci"]));
    }

    [Fact]
    public void The_evidence_of_a_day_of_meals_is_the_Russian_text_and_without_it_the_Kazakh_one()
    {
        var file = CasesOfSectors.ChildDay(7_500_000);
        string Text(string? ru, string? kk) => Judge(file with { Lot = file.Lot with { Details = new(ru, kk) } }).Evidence.Single(item => item.Field == "extraDescRu").Value;
        const string Kazakh = "100 баланы тамақтандыру, 100 оқу күні";

        Assert.Equal(file.Lot.Details.Ru, Text(file.Lot.Details.Ru, Kazakh));
        Assert.Equal(file.Lot.Details.Ru, Text(file.Lot.Details.Ru, null));
    }
}
