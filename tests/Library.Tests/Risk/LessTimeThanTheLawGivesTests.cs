using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class LessTimeThanTheLawGivesTests
{
    private static Finding Judge(Lot lot) => Given.File(lot).Finding("KZ-13");

    private static Lot Tender(int dueDay, bool? repeat = false, string number = "85000001-ОК1") => Given.Lot() with
    {
        Number = number,
        MethodId = 2,
        IsRepeat = repeat,
        Published = Given.Astana(2026, 2, 16),
        DiscussionFrom = Given.Astana(2026, 2, 16),
        BidsFrom = Given.Astana(2026, 2, 24),
        BidsDue = Given.Astana(2026, 2, dueDay),
    };

    [Theory]
    [InlineData(25, State.Fired)]
    [InlineData(26, State.Clear)]
    [InlineData(27, State.Clear)]
    public void Price_proposals_need_two_working_days(int dueDay, State expected)
    {
        var finding = Judge(Given.Lot() with { BidsDue = Given.Astana(2026, 2, dueDay) });

        Assert.Equal(expected, finding.State);
        Assert.Equal(dueDay - 24, finding.Value);
        Assert.Equal(2, finding.Threshold);
    }

    [Fact]
    public void A_weekend_and_a_holiday_are_not_counted()
    {
        var overNineMarch = Given.Lot() with { Published = Given.Astana(2026, 3, 6), BidsFrom = null, BidsDue = Given.Astana(2026, 3, 10) };
        var file = Given.File(overNineMarch) with { AsOf = Given.Astana(2026, 4, 1) };

        Assert.Equal(1, file.Finding("KZ-13").Value);
        Assert.Equal(State.Fired, file.Finding("KZ-13").State);
    }

    [Theory]
    [InlineData(26, State.Fired)]    // 24, 25, 26: three days from the opening, first day counted
    [InlineData(27, State.Fired)]
    [InlineData(28, State.Fired)]    // a Saturday adds nothing
    public void A_first_tender_needs_five_working_days_from_the_protocol(int dueDay, State expected) =>
        Assert.Equal(expected, Judge(Tender(dueDay)).State);

    [Fact]
    public void Five_working_days_exactly_are_clear() =>
        Assert.Equal(State.Clear, Judge(Tender(27) with { BidsDue = Given.Astana(2026, 3, 2) }).State);

    [Theory]
    [InlineData(25, State.Fired)]
    [InlineData(26, State.Clear)]
    public void A_repeated_tender_needs_three(int dueDay, State expected) =>
        Assert.Equal(expected, Judge(Tender(dueDay, repeat: true, "85000001-ОК2")).State);

    [Fact]
    public void A_second_attempt_not_known_to_be_a_repeat_is_not_judged_between_three_and_five()
    {
        var finding = Judge(Tender(27, repeat: null, "85000001-ОК2"));

        Assert.Equal(State.NotEvaluable, finding.State);
        Assert.Equal(["is_repeat"], finding.Missing);
    }

    [Fact]
    public void A_tender_not_known_to_have_been_discussed_is_judged_only_where_both_counts_agree()
    {
        var unknown = Tender(26) with { DiscussionFrom = null };

        Assert.Equal(["discussion"], Judge(unknown).Missing);
        Assert.Equal(State.Fired, Judge(unknown with { Published = Given.Astana(2026, 2, 24) }).State);
        Assert.Equal(["bids_from"], Judge(unknown with { BidsFrom = null }).Missing);
    }

    [Theory]
    [InlineData(188, 2, 26, State.Clear)]
    [InlineData(188, 2, 25, State.Fired)]
    [InlineData(120, 3, 10, State.Clear)]    // 15 calendar days
    [InlineData(120, 3, 9, State.Fired)]
    [InlineData(52, 3, 3, State.Clear)]
    [InlineData(52, 3, 2, State.Fired)]
    [InlineData(50, 3, 3, State.Clear)]
    public void Every_method_has_its_own_minimum(int method, int month, int day, State expected)
    {
        var published = method > 60 ? Given.Astana(2026, 2, 10) : Given.Astana(2026, 2, 24);    // with or without a discussion
        var lot = Tender(27) with { MethodId = method, BidsDue = Given.Astana(2026, month, day), Published = published };

        Assert.Equal(expected, Judge(lot).State);
    }

    [Theory]
    [InlineData(130, "special_procedure")]
    [InlineData(128, "special_procedure")]
    [InlineData(6, "single_source")]
    [InlineData(23, "single_source")]
    [InlineData(60, "e_shop")]
    [InlineData(126, "method_without_minimum")]
    public void Methods_without_a_minimum_are_not_judged(int method, string exception)
    {
        var finding = Judge(Given.Lot() with { MethodId = method });

        Assert.Equal(State.NotApplicable, finding.State);
        Assert.Equal([exception], finding.Exceptions);
    }

    [Fact]
    public void The_former_law_is_not_judged()
    {
        var last = Given.Lot() with { Published = Given.Astana(2024, 12, 31, 23), BidsFrom = null, BidsDue = Given.Astana(2025, 1, 1) };

        Assert.Equal(["old_law"], Judge(last).Exceptions);
        var first = last with { Published = Given.Astana(2025, 1, 1, 0), BidsDue = Given.Astana(2025, 1, 1, 9) };
        Assert.Equal(State.Fired, Judge(first).State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["method"], Judge(Given.Lot() with { MethodId = null }).Missing);
        Assert.Equal(["bids_due"], Judge(Given.Lot() with { BidsDue = null }).Missing);
        Assert.Equal(["published"], Judge(Given.Lot() with { Published = null }).Missing);
        Assert.Equal(["dates_disagree"], Judge(Given.Lot() with { BidsDue = Given.Astana(2026, 2, 23) }).Missing);
        Assert.Equal(["not_yet_published"], Judge(Given.Lot() with { Published = Given.AsOf.AddSeconds(1) }).Missing);
        var later = Given.Lot() with { Published = Given.Astana(2031, 1, 10), BidsFrom = null, BidsDue = Given.Astana(2031, 1, 11) };
        Assert.Equal(["calendar_year"], (Given.File(later) with { AsOf = Given.Astana(2031, 2, 1) }).Finding("KZ-13").Missing);
    }

    [Fact]
    public void A_weekend_that_a_decree_may_have_made_a_working_one_leaves_the_question_open()
    {
        var overTheBridge = Given.Lot() with { Published = Given.Astana(2026, 4, 30), BidsFrom = null, BidsDue = Given.Astana(2026, 5, 4) };
        var finding = (Given.File(overTheBridge) with { AsOf = Given.Astana(2026, 6, 1) }).Finding("KZ-13");

        Assert.Equal(["moved_days"], finding.Missing);
    }

    [Fact]
    public void The_days_are_those_of_Astana_whatever_zone_the_moments_came_in()
    {
        var lot = Given.Lot() with { BidsDue = Given.Astana(2026, 2, 26, 1) };
        var inUtc = lot with { Published = lot.Published!.Value.ToUniversalTime(), BidsDue = lot.BidsDue!.Value.ToUniversalTime() };

        Assert.Equal(Judge(lot).Value, Judge(inUtc).Value);
    }

    [Fact]
    public void A_fired_finding_links_the_announcement()
    {
        var finding = Judge(Given.Lot() with { BidsDue = Given.Astana(2026, 2, 25) });

        Assert.All(finding.Evidence, item => Assert.Equal("https://goszakup.gov.kz/ru/announce/index/16411681", item.Url));
        Assert.Contains(finding.Evidence, item => item is { Field: "endDate", Value: "2026-02-25 09:00" });
    }
}
