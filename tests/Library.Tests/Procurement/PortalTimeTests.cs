using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

public class PortalTimeTests
{
    [Theory]
    [InlineData("2020-02-06 15:00:22", "2020-02-06T09:00:22Z")]
    [InlineData("2024-02-29 22:59:59", "2024-02-29T16:59:59Z")]
    [InlineData("2024-02-29 23:30:00", "2024-02-29T17:30:00Z")]    // passed twice; the first time is meant
    [InlineData("2024-02-29 23:59:59", "2024-02-29T17:59:59Z")]
    [InlineData("2024-03-01 00:00:00", "2024-02-29T19:00:00Z")]
    [InlineData("2026-07-24 19:55:42", "2026-07-24T14:55:42Z")]
    [InlineData("2023-06-12 21:58:51.500", "2023-06-12T15:58:51.5Z")]
    [InlineData("2026-07-24 19:55:42.123456", "2026-07-24T14:55:42.123456Z")]
    [InlineData("2026-07-24T19:55:42", "2026-07-24T14:55:42Z")]
    [InlineData("2026-07-24 19:55", "2026-07-24T14:55:00Z")]
    [InlineData("2026-07-24", "2026-07-23T19:00:00Z")]
    [InlineData(" 2026-07-24 ", "2026-07-23T19:00:00Z")]
    public void Wall_time_of_Astana_becomes_a_moment(string wall, string utc)
    {
        Assert.True(PortalTime.TryParse(wall, out var moment));
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), moment);
    }

    [Theory]
    [InlineData("2020-02-06 15:00:22")]
    [InlineData("2024-02-29 23:30:00")]
    [InlineData("2024-03-01 00:00:00")]
    [InlineData("2026-07-24 19:55:42")]
    public void And_back_again(string wall)
    {
        Assert.True(PortalTime.TryParse(wall, out var moment));
        Assert.Equal(wall, PortalTime.Format(moment.ToUniversalTime()));
    }

    [Fact]
    public void The_hour_that_passed_twice_reads_the_same_both_times()
    {
        Assert.Equal("2024-02-29 23:30:00", PortalTime.Format(new DateTimeOffset(2024, 2, 29, 17, 30, 0, TimeSpan.Zero)));
        Assert.Equal("2024-02-29 23:30:00", PortalTime.Format(new DateTimeOffset(2024, 2, 29, 18, 30, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01 00:00:00")]
    [InlineData("24.07.2026")]
    [InlineData("2026-07-24 25:00:00")]
    [InlineData("yesterday")]
    public void What_is_no_moment_is_refused(string? text) => Assert.False(PortalTime.TryParse(text, out _));
}
