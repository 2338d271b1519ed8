using System.Text;
using Risk.Ocds;
using Xunit;

namespace Library.Tests.Risk.Ocds;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2025-03-15T10:00:00Z", "2025-03-15T10:00:00.0000000")]
    [InlineData("2025-03-15t10:00:00z", "2025-03-15T10:00:00.0000000")]
    [InlineData("2025-03-15 10:00:00+00:00", "2025-03-15T10:00:00.0000000")]
    [InlineData("2025-03-15T10:00:00+05:30", "2025-03-15T04:30:00.0000000")]
    [InlineData("2025-03-15T10:00:00-23:59", "2025-03-16T09:59:00.0000000")]
    [InlineData("2025-03-15T10:00:00.5Z", "2025-03-15T10:00:00.5000000")]
    [InlineData("2025-03-15T10:00:00.1234567Z", "2025-03-15T10:00:00.1234567")]
    [InlineData("2025-03-15T10:00:00.123456789Z", "2025-03-15T10:00:00.1234567")]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59.0000000")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T00:00:00Z", "9999-12-31T00:00:00.0000000")]
    public void Instants_are_in_UTC(string text, string expected) =>
        Assert.Equal(expected, new DateTime(Read(text)!.Value.Instant!.Value).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", null));

    [Theory]
    [InlineData("2025-03-15", true)]
    [InlineData("2025-03-15T10:00:00", false)]
    [InlineData("2025-03-15T10:00:00.25", false)]
    public void Without_a_zone_there_is_no_instant(string text, bool isDay)
    {
        Assert.Null(Read(text)!.Value.Instant);
        Assert.Equal(isDay, Read(text)!.Value.IsDay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-03-1")]
    [InlineData("2025/03-15")]
    [InlineData("2025-03/15")]
    [InlineData("0000-03-15")]
    [InlineData("2025-00-15")]
    [InlineData("2025-13-15")]
    [InlineData("2025-03-00")]
    [InlineData("2025-02-29")]
    [InlineData("+025-03-15")]
    [InlineData("2025-03-15X10:00:00Z")]
    [InlineData("2025-03-15T")]
    [InlineData("2025-03-15T10:00")]
    [InlineData("2025-03-15T10:00Z")]
    [InlineData("2025-03-15T10-00:00Z")]
    [InlineData("2025-03-15T10:00-00Z")]
    [InlineData("2025-03-15T24:00:00Z")]
    [InlineData("2025-03-15T10:60:00Z")]
    [InlineData("2025-03-15T10:00:61Z")]
    [InlineData("2025-03-15T10:00:00.Z")]
    [InlineData("2025-03-15T10:00:00.")]
    [InlineData("2025-03-15T10:00:00ZZ")]
    [InlineData("2025-03-15T10:00:00+0500")]
    [InlineData("2025-03-15T10:00:00+05-00")]
    [InlineData("2025-03-15T10:00:00*05:00")]
    [InlineData("2025-03-15T10:00:00+24:00")]
    [InlineData("2025-03-15T10:00:00+05:60")]
    [InlineData("2025-03-15T10:00:00+05:000")]
    public void What_is_no_date_is_none(string text) => Assert.Null(Read(text));

    private static Moment? Read(string text) => Moment.Read(Encoding.UTF8.GetBytes(text));
}
