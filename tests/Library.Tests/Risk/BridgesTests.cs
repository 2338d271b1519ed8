using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>A calendar made up for one year, in which only the days of the row are off. 15 June 2026 is a Monday.</summary>
public class BridgesTests
{
    private static DateOnly June(int day) => new(2026, 6, day);

    private static WorkingDays Calendar(bool decreesKnown = false, string certainty = "law", params int[] off)
    {
        SpecialDay[] days = [.. off.Select(day => new SpecialDay(June(day), "", certainty))];
        return new(new HolidayTable("", "", "", new Dictionary<int, HolidayYear> { [2026] = new("", decreesKnown, days, []) }));
    }

    [Theory]
    [InlineData(16, true)]     // Tuesday: the Monday before it may be freed
    [InlineData(18, true)]     // Thursday: the Friday after it
    [InlineData(15, false)]    // Monday: there is no bridge
    [InlineData(17, false)]    // Wednesday: two days on each side
    [InlineData(19, false)]
    public void A_weekend_is_doubtful_beside_a_single_day_between_a_holiday_and_a_weekend(int off, bool doubtful)
    {
        Assert.Equal(doubtful, Calendar(off: off).MayHoldAMovedDay(June(19), June(20)));
        Assert.False(Calendar(decreesKnown: true, off: off).MayHoldAMovedDay(June(19), June(20)));
        Assert.False(Calendar(certainty: "likely", off: off).MayHoldAMovedDay(June(19), June(20)));
        Assert.False(Calendar(off: off).MayHoldAMovedDay(June(15), June(18)));    // no weekend in it
    }

    [Fact]
    public void A_bridge_that_is_off_itself_moves_nothing() =>
        Assert.False(Calendar(off: [15, 16]).MayHoldAMovedDay(June(19), June(20)));

    [Theory]
    [InlineData(5, 6, true)]       // nine days before Monday the 15th
    [InlineData(26, 28, false)]    // twelve days and more after it
    [InlineData(12, 14, true)]
    public void Only_weekends_within_ten_days_are_near(int after, int until, bool doubtful) =>
        Assert.Equal(doubtful, Calendar(off: 16).MayHoldAMovedDay(June(after), June(until)));

    [Fact]
    public void The_working_day_before_steps_over_weekends_and_days_off()
    {
        Assert.Equal(June(12), Calendar(off: 15).Before(June(16)));
        Assert.Equal(June(16), Calendar(off: 15).Before(June(17)));
        Assert.Equal(June(15), Calendar(certainty: "likely", off: 15).Before(June(16)));
    }
}
