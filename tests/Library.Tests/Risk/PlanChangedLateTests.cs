using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.CasesC;

namespace Library.Tests.Risk;

public class PlanChangedLateTests
{
    private static Finding Judge(params PlanItem[] items) => (GivenDeal.File() with { PlanItems = items }).Finding("KZ-21");

    // Announced on Tuesday, 24 February 2026.
    [Theory]
    [InlineData(18, State.Clear)]    // Wednesday: four working days
    [InlineData(19, State.Fired)]
    [InlineData(24, State.Fired)]
    public void First_appearance(int day, State expected)
    {
        var finding = Judge(Plan(100, Given.Astana(2026, 2, day, 8)));

        Assert.Equal((expected, Tier.T3), (finding.State, finding.Tier));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(23)]
    [InlineData(131)]
    public void With_one_source_the_sign_is_stronger(int method)
    {
        var file = GivenDeal.File(lot => lot with { MethodId = method }) with { PlanItems = [Plan(100, Given.Astana(2026, 2, 20))] };

        Assert.Equal((State.Fired, Tier.T2), (file.Finding("KZ-21").State, file.Finding("KZ-21").Tier));
    }

    [Fact]
    public void The_plan_of_the_year_itself_is_bought_from_at_once()
    {
        var file = GivenDeal.File(lot => lot with { Published = Given.Astana(2026, 2, 2) });

        Assert.Equal(State.Clear, (file with { PlanItems = [Plan(100, Given.Astana(2026, 1, 31, 23))] }).Finding("KZ-21").State);
        Assert.Equal(State.Fired, (file with { PlanItems = [Plan(100, Given.Astana(2026, 2, 1, 0))] }).Finding("KZ-21").State);
    }

    [Theory]
    [InlineData(130, 25, State.Fired)]
    [InlineData(129.99, 25, State.Clear)]
    [InlineData(200, 24, State.Clear)]
    public void A_raise_within_thirty_days(double price, int january, State expected)
    {
        var finding = Judge(Plan(100, Given.Astana(2026, 1, 10)), Plan(101, Given.Astana(2026, 1, january, 9), (decimal)price));

        Assert.Equal(expected == State.Fired ? "raised" : null, finding.Variant);
    }

    [Fact]
    public void A_raise_of_the_sum_alone_counts_too()
    {
        var later = Plan(101, Given.Astana(2026, 2, 10)) with { Amount = 1_300_000 };

        Assert.Equal(1_300_000m, Judge(Plan(100, Given.Astana(2026, 1, 10)), later).Facts["price"]);
        Assert.Equal(State.Fired, Judge(Plan(100, Given.Astana(2026, 1, 10)), later).State);
        Assert.Null(Judge(Plan(100, Given.Astana(2026, 1, 10)), later with { Amount = 1_299_999 }).Variant);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "often")]
    public void Changes_in_one_month(int changes, string? variant) => Assert.Equal(
        variant,
        Judge([Plan(100, Given.Astana(2026, 1, 10)), .. Enumerable.Range(1, changes).Select(i => Plan(100 + i, Given.Astana(2026, 2, i)))]).Variant);

    [Fact]
    public void Changes_of_one_day_are_one_change() => Assert.Null(
        Judge([Plan(100, Given.Astana(2026, 1, 10)), .. Enumerable.Range(1, 4).Select(i => Plan(100 + i, Given.Astana(2026, 2, 3, i)))]).Variant);

    [Fact]
    public void What_is_missing_is_named()
    {
        var made = Plan(100, Given.Astana(2026, 2, 20));

        Assert.Equal(["plan_items"], (GivenDeal.File() with { PlanItems = null }).Finding("KZ-21").Missing);
        Assert.Equal(["plan_items"], Judge().Missing);
        Assert.Equal(["plan_items"], Judge(made with { IsDeleted = true }).Missing);
        Assert.Equal(["plan_items"], Judge(made with { Created = Given.Astana(2026, 2, 25) }).Missing);
        Assert.Equal(["plan_dates"], Judge(made with { Created = null }).Missing);
        Assert.Equal(["plan_versions"], Judge(made with { Id = 101 }).Missing);
        Assert.Equal(["calendar_year"], Judge(made with { Created = Given.Astana(1990, 2, 20), Year = 1989 }).Missing);
    }
}
