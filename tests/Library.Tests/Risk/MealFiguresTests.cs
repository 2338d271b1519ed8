using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.CasesOfSectors;

namespace Library.Tests.Risk;

/// <summary>KZ-17: the figures of a sign about meals, and what is compared with what.</summary>
public class MealFiguresTests
{
    private static Finding Judge(CaseFile file) => file.Finding("KZ-17");

    private static (decimal? Value, decimal? Threshold, double Strength) Figures(Finding finding) =>
        (finding.Value, finding.Threshold, Math.Round(finding.Strength, 6));

    // Twelve others announced 500 tenge for a child's day; the fence is 500 · e^0.15.
    [Fact]
    public void A_childs_day_is_told_with_its_region()
    {
        var finding = Judge(ChildDay(10_000_000));

        Assert.Equal((1000m, 580.92m, 0.5), Figures(finding));
        Assert.Equal((1000m, 500m, 2m), (finding.Facts["price"], finding.Facts["median"], finding.Facts["times"]));
        Assert.Equal((12, 5), (finding.Facts["count"], finding.Facts["buyers"]));
        Assert.Equal((500m, 500m, 580.92m), (finding.Benchmark!.Median, finding.Benchmark.UpperQuartile, finding.Benchmark.Fence));
        Assert.Equal(0.25, Judge(ChildDay(7_500_000)).Strength, 6);
        Assert.Equal(1, Judge(ChildDay(15_000_000)).Strength, 6);
    }

    [Theory]
    [InlineData(250_000_000, true)]
    [InlineData(250_010_000, false)]      // more than fifty times: a slip of the pen
    public void What_cannot_be_is_not_judged(int amount, bool fires)
    {
        Assert.Equal(fires, Judge(ChildDay(amount)).State == State.Fired);
        Assert.Equal(!fires, Judge(ChildDay(amount)).Missing.Contains("data_suspect"));
    }

    [Fact]
    public void Prices_that_differ_much_have_a_farther_fence()
    {
        CaseFile Spread(decimal amount) => ChildDay(amount) is var file
            ? Given.File(file.Lot).In(new World
            {
                Lots = [.. Enumerable.Range(0, 12).Select(i => Meals() with
                {
                    Id = 100 + i, Number = $"{70_000_000 + i}-КППТСОПО1", BuyerBin = $"10000000000{i % 5}", Amount = i < 6 ? 5_000_000 : 10_000_000,
                    Published = Given.Astana(2026, 2, 1),
                })],
            }) : file;

        Assert.NotEqual(State.Fired, Judge(Spread(28_200_000)).State);
        Assert.Equal("child_day", Judge(Spread(28_300_000)).Variant);
    }

    [Fact]
    public void Only_other_buyers_of_the_region_within_a_year_are_compared()
    {
        bool IsCompared(Func<Lot, Lot> change) => Judge(Given.File(Meals() with { Amount = 10_000_000 }).In(new World
        {
            Lots = [.. Enumerable.Range(0, 12).Select(i => Meals() with
            {
                Id = 100 + i, Number = $"{70_000_000 + i}-КППТСОПО1", BuyerBin = $"10000000000{i % 5}", Amount = 5_000_000, Published = Given.AsOf.AddDays(-364),
            }).Select((lot, i) => i == 0 ? change(lot) : lot)],
        })).Variant == "child_day";

        Assert.True(IsCompared(lot => lot));
        Assert.False(IsCompared(lot => lot with { Published = Given.AsOf.AddDays(-365) }));
        Assert.False(IsCompared(lot => lot with { Places = ["711010000"] }));
        Assert.False(IsCompared(lot => lot with { BuyerBin = Given.Buyer }));
        Assert.False(IsCompared(lot => lot with { Details = new("Питание", null) }));
        Assert.False(IsCompared(lot => lot with { StatusId = 430 }));
    }

    [Fact]
    public void Vegetables_are_told_with_their_season()
    {
        var finding = Judge(Staple(200));

        Assert.Equal((State.Fired, "staple", 200m), (finding.State, finding.Variant, finding.Value));
        Assert.Equal((100m, 2m, 12), (finding.Facts["median"], finding.Facts["times"], finding.Facts["count"]));
        Assert.Equal((140m, 116.18m), (Judge(Staple(140)).Value, Judge(Staple(140)).Threshold));
        Assert.Equal((150m, 116.18m), (Judge(Staple(150, quantity: 4_324)).Value, Judge(Staple(150, quantity: 4_324)).Threshold));
    }

    [Fact]
    public void What_is_missing_of_vegetables_is_named_and_other_food_has_no_season()
    {
        var file = Staple(200);
        IReadOnlyList<string> Without(Func<Lot, Lot> change) => Judge(file with { Lot = change(file.Lot) }).Missing;

        Assert.Equal(["unit"], Without(lot => lot with { UnitCode = null, UnitName = null }));
        Assert.Equal(["unit_price"], Without(lot => lot with { UnitPrice = null }));
        Assert.Equal(["quantity"], Without(lot => lot with { Count = null }));
        Assert.Equal(["places"], Without(lot => lot with { Places = [] }));
        Assert.Equal(["too_few_peers"], Without(lot => lot with { Places = ["351010000"] }));
        Assert.Equal(State.Clear, Judge(file with { Lot = file.Lot with { Enstru = "101111.000.000001" } }).State);
    }

    [Fact]
    public void One_supplier_is_told_with_its_share_of_the_district()
    {
        Assert.Equal((1m, 0.6m, 1d), Figures(Judge(OneOperator(10, 10))));
        Assert.Equal((0.6m, 0.6m, 0d), Figures(Judge(OneOperator(12, 20))));
        Assert.Equal((0.8m, 0.6m, 0.5), Figures(Judge(OneOperator(16, 20))));
        Assert.Equal((16, 20, Supplier), (Judge(OneOperator(16, 20)).Facts["count"], Judge(OneOperator(16, 20)).Facts["schools"], Judge(OneOperator(16, 20)).Facts["supplier"]));
    }

    [Fact]
    public void A_prolonged_contract_is_told_with_its_years()
    {
        var finding = Judge(Prolonged(2024, 2025, 2026));

        Assert.Equal((3m, 2m, 1d), Figures(finding));
        Assert.Equal((3, 2, Supplier), (finding.Facts["count"], finding.Facts["most"], finding.Facts["supplier"]));
        Assert.Equal(4, finding.Evidence.Count);
    }

    [Fact]
    public void What_is_not_known_of_a_prolonged_contract_is_said()
    {
        var lot = Meals() with { MethodId = 131 };
        IReadOnlyList<string> Missing(params Contract[] chain) => Judge(Given.File(lot).In(new World { Contracts = chain })).Missing;
        Contract[] chain = [Signed(1, 2023, 120), Signed(2, 2024, 131), Signed(3, 2025, 131), Signed(4, 2026, 131, 1)];

        Assert.Contains("tender_contract", Missing(chain[1..]));
        Assert.Contains("contract_fields", Missing([.. chain[..3], chain[3] with { PlannedEnd = null }]));
        Assert.Contains("contract_fields", Missing([.. chain[..3], chain[3] with { SupplierBin = null }]));
        Assert.Contains("contract_fields", Missing([chain[0], chain[1] with { PlannedEnd = null }, .. chain[2..]]));
        Assert.DoesNotContain("contract_fields", Missing([chain[0], .. chain[2..]]));
    }
}
