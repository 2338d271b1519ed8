using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.CasesC;

namespace Library.Tests.Risk;

/// <summary>KZ-21: which change of the plan tells, where several versions or items are there. Announced on 24 February 2026.</summary>
public class PlanVersionsTests
{
    private static DateTimeOffset On(int month, int day) => Given.Astana(2026, month, day);

    private static Finding Judge(params PlanItem[] items) => (GivenDeal.File() with { PlanItems = items }).Finding("KZ-21");

    private static string Told(params PlanItem[] items) => Judge(items) is var finding ? $"{finding.Told()} {finding.Value:0.##} {finding.Threshold:0.##}".Trim() : "";

    private static readonly PlanItem Made = Plan(100, On(1, 10));

    [Fact]
    public void Each_version_is_held_against_the_one_before_it()
    {
        Assert.Equal("T3 raised 140 130", Told(Made, Plan(101, On(2, 5)), Plan(102, On(2, 6), 140)));
        Assert.Equal("clear", Told(Made, Plan(101, On(1, 20), 140), Plan(102, On(2, 6), 140)));       // raised more than thirty days before
        Assert.Equal("clear", Told(Made, Plan(101, On(2, 5), 120), Plan(102, On(2, 6), 150)));        // twice a little is not once much
        Assert.Equal("T3 raised 200 130", Told(Plan(102, On(2, 6), 200), Made));
    }

    [Fact]
    public void The_larger_rise_is_told_of_price_and_sum()
    {
        PlanItem Raised(decimal? price, decimal? sum) => Plan(101, On(2, 10)) with { UnitPrice = price, Amount = sum };

        Assert.Equal("T3 raised 150 130", Told(Made, Raised(150, 1_400_000)));
        Assert.Equal("T3 raised 1600000 1300000", Told(Made, Raised(150, 1_600_000)));
        Assert.Equal("T3 raised 150 130", Told(Made, Raised(150, 1_500_000)));
        Assert.Equal("clear", Told(Made with { UnitPrice = 0 }, Raised(150, 1_000_000)));
        var facts = Judge(Made, Raised(150, 1_000_000)).Facts;
        Assert.Equal((On(2, 10), GivenDeal.HeldLot.Published!.Value), (facts["from"], facts["until"]));
        Assert.Equal((30, 100m, 150m), (facts["days"], facts["before"], facts["price"]));
    }

    [Fact]
    public void A_price_or_sum_that_is_not_told_leaves_it_open_within_thirty_days()
    {
        PlanItem Without(int month, int day, bool price = false, bool sum = false) =>
            Plan(101, On(month, day)) is var item ? item with { UnitPrice = price ? null : 100, Amount = sum ? null : 1_000_000 } : item;

        Assert.Equal("? unit_price", Told(Made, Without(2, 10, price: true)));
        Assert.Equal("? amount", Told(Made, Without(2, 10, sum: true)));
        Assert.Equal("? unit_price amount", Told(Made with { UnitPrice = null }, Without(2, 10, sum: true)));
        Assert.Equal("clear", Told(Made, Without(1, 20, price: true, sum: true), Without(1, 21) with { Id = 102 }));
        Assert.Equal("T3 raised 1300000 1300000", Told(Made, Without(2, 10, price: true) with { Amount = 1_300_000 }));
    }

    [Fact]
    public void The_month_with_the_most_changes_counts()
    {
        PlanItem[] Changed(params (int Month, int Day)[] days) => [Made, .. days.Select((day, i) => Plan(101 + i, On(day.Month, day.Day)))];
        var facts = Judge(Changed((1, 20), (1, 21), (2, 3), (2, 5), (2, 9))).Facts;

        Assert.Equal("T3 often 3 2", Told(Changed((1, 20), (1, 21), (2, 3), (2, 5), (2, 9))));
        Assert.Equal("clear", Told(Changed((1, 20), (1, 21), (2, 3), (2, 5))));
        Assert.Equal((On(2, 3).Date, On(2, 9).Date, 3), (((DateTimeOffset)facts["from"]).Date, ((DateTimeOffset)facts["until"]).Date, facts["days"]));
    }

    [Fact]
    public void Where_the_first_version_is_not_there_every_known_one_is_a_change()
    {
        PlanItem[] three = [Plan(101, On(2, 2)), Plan(102, On(2, 3)), Plan(103, On(2, 4))];

        Assert.Equal("T3 often 3 2", Told(three));
        Assert.Equal("clear 16 3", Told([three[0] with { Id = 100 }, three[1], three[2]]));
        Assert.Equal("T3 often 3 2", Told([three[0] with { Id = 100 }, .. three[1..], Plan(104, On(2, 5))]));
    }

    [Fact]
    public void Versions_made_after_the_announcement_are_not_looked_at_and_those_of_its_moment_are()
    {
        var moment = GivenDeal.HeldLot.Published!.Value;

        Assert.Equal("T3 raised 200 130", Told(Made, Plan(101, moment, 200)));
        Assert.Equal("clear", Told(Made, Plan(101, moment.AddSeconds(1), 200)));
    }

    [Fact]
    public void Of_several_items_any_sign_is_told_and_an_item_without_its_root_leaves_the_rest_open()
    {
        var other = Plan(200, On(2, 2)) with { RootId = 200 };
        var rootless = Plan(300, On(1, 12)) with { RootId = null };

        Assert.Equal("clear 16 3", Told(Made, other));
        Assert.Equal("clear 16 3", Told(other, Made));
        Assert.Equal("T3 raised 130 130", Told(Made, other, Plan(201, On(2, 5), 130) with { RootId = 200 }));
        Assert.Equal("? plan_versions", Told(Made, rootless));
        Assert.Equal("T3 raised 130 130", Told(Made, Plan(101, On(2, 5), 130), rootless));
        Assert.Equal("clear 31 3", Told(rootless with { Year = null }));
        Assert.Equal("T3 1 3", Told(rootless with { Created = On(2, 23) }));
    }
}
