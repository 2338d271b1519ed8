using Procurement;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>KZ-13: from which day the days for bids are counted, and by which minimum.</summary>
public class SubmissionCountTests
{
    private static DateTimeOffset On(int month, int day) => Given.Astana(2026, month, day);

    /// <summary>Discussed from Monday 16 February; bids are taken from Tuesday the 24th.</summary>
    private static Lot Tender(DateTimeOffset due) => Given.Lot() with
    {
        Number = "85000001-ОК1",
        MethodId = 2,
        Published = On(2, 16),
        DiscussionFrom = On(2, 16),
        BidsFrom = On(2, 24),
        BidsDue = due,
    };

    private static string Told(Lot lot, params Lot[] attempts) =>
        (Given.File(lot) with { Attempts = attempts, AsOf = Given.Astana(2028, 6, 1) }).Finding("KZ-13") is var finding
            ? $"{finding.Told()} {finding.Value} {finding.Threshold}".Trim() : "";

    [Fact]
    public void Days_count_from_the_protocol_that_is_a_working_day_before_the_opening()
    {
        Assert.Equal("T1 4 5", Told(Tender(On(2, 27))));
        Assert.Equal("clear 5 5", Told(Tender(On(3, 2))));
        Assert.Equal("T1 3 5", Told(Tender(On(2, 26))));
        Assert.Equal("clear 5 5", Told(Tender(On(3, 2)) with { DiscussionFrom = null, DiscussionUntil = On(2, 20) }));
        Assert.Equal("T1 3 5", Told(Tender(On(2, 26)) with { DiscussionFrom = null, DiscussionUntil = On(2, 20) }));
    }

    [Fact]
    public void Without_the_opening_the_announcement_tells_only_that_it_was_too_short()
    {
        var unopened = Tender(On(2, 20)) with { BidsFrom = null };

        Assert.Equal("T1 4 5", Told(unopened));
        Assert.Equal("? bids_from", Told(unopened with { BidsDue = On(2, 23) }));
    }

    [Fact]
    public void Without_a_known_discussion_both_counts_must_agree()
    {
        var unknown = Tender(On(3, 2)) with { DiscussionFrom = null };

        Assert.Equal("clear 5 5", Told(unknown));
        Assert.Equal("? discussion", Told(unknown with { BidsDue = On(2, 27) }));
        Assert.Equal("? discussion", Told(unknown with { BidsDue = On(2, 27), Published = On(2, 20) }));
        Assert.Equal("T1 4 5", Told(unknown with { BidsDue = On(2, 27), Published = On(2, 23) }));
    }

    [Fact]
    public void A_repeat_needs_three_days_and_what_may_be_one_is_not_judged_between()
    {
        var three = Tender(On(2, 26));

        Assert.Equal("clear 3 3", Told(three with { IsRepeat = true }));
        Assert.Equal("T1 2 3", Told(three with { IsRepeat = true, BidsDue = On(2, 25) }));
        Assert.Equal("T1 3 5", Told(three with { IsRepeat = false, Number = "85000001-ОК2" }));
        Assert.Equal("T1 3 5", Told(three with { IsRepeat = null }));
        Assert.Equal("? is_repeat", Told(three with { IsRepeat = null }, three with { Id = 7 }));
        Assert.Equal("? is_repeat", Told(three with { IsRepeat = null, Number = "без номера" }));
        Assert.Equal("T1 2 3", Told(three with { IsRepeat = null, Number = "85000001-ОК2", BidsDue = On(2, 25) }));
        Assert.Equal("clear 5 3", Told(three with { IsRepeat = null, Number = "85000001-ОК2", BidsDue = On(3, 2) }));
    }

    [Fact]
    public void Calendar_days_need_no_table_of_holidays()
    {
        Lot Meals(DateTimeOffset from, int days) =>
            Given.Lot() with { MethodId = 120, Published = from.AddDays(-9), DiscussionFrom = from.AddDays(-9), BidsFrom = from, BidsDue = from.AddDays(days) };

        Assert.Equal("T1 calendar 14 15", Told(Meals(Given.Astana(2028, 2, 1), 13)));
        Assert.Equal("clear 15 15", Told(Meals(Given.Astana(2028, 2, 1), 14)));
    }

    [Fact]
    public void Working_days_need_it_for_both_ends()
    {
        var overNewYear = Given.Lot() with { Published = Given.Astana(2027, 12, 30), BidsFrom = null, BidsDue = Given.Astana(2028, 1, 5) };

        Assert.Equal("? calendar_year", Told(overNewYear));
        Assert.Equal("? calendar_year", Told(overNewYear with { Published = Given.Astana(2028, 1, 4) }));
    }

    [Fact]
    public void A_moved_day_matters_only_where_one_day_is_lacking()
    {
        var overTheBridge = Tender(Given.Astana(2026, 5, 4)) with { Published = On(4, 20), DiscussionFrom = On(4, 20), BidsFrom = On(4, 30) };

        Assert.Equal("T1 2 5", Told(overTheBridge));
        Assert.Equal("? moved_days", Told(overTheBridge with { BidsDue = On(5, 6) }));
        Assert.Equal("? moved_days", Told(overTheBridge with { IsRepeat = true }));
    }

    [Fact]
    public void Bids_end_after_they_begin()
    {
        Assert.Equal("? dates_disagree", Told(Tender(On(2, 23))));
        Assert.Equal("T1 1 5", Told(Tender(On(2, 24))));
        Assert.Equal("T1 0 2", Told(Given.Lot() with { BidsFrom = null, BidsDue = Given.Lot().Published }));
        Assert.Equal("? dates_disagree", Told(Given.Lot() with { BidsFrom = null, BidsDue = Given.Lot().Published!.Value.AddSeconds(-1) }));
    }

    [Fact]
    public void The_sentence_begins_with_the_opening_else_with_the_announcement()
    {
        Assert.Equal(On(2, 24), Given.File(Tender(On(2, 27))).Finding("KZ-13").Facts["from"]);
        Assert.Equal(On(2, 16), Given.File(Tender(On(2, 20)) with { BidsFrom = null }).Finding("KZ-13").Facts["from"]);
    }
}
