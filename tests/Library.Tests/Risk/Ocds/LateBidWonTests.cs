using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>R030.</summary>
public sealed class LateBidWonTests
{
    private const string Fires = """{"OCID":{"a":{"R030":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"W":{"R030":1.0}}}""";

    [Theory]
    [InlineData("2025-03-15T10:00:01Z", "2025-03-15T10:00:00Z", true, true)]
    [InlineData("2025-03-15T10:00:00Z", "2025-03-15T10:00:00Z", false, false)]          // at the deadline
    [InlineData("2025-03-15T10:00:00.001Z", "2025-03-15T10:00:00Z", true, false)]       // '.' is before 'Z'
    [InlineData("2025-03-15T10:00:00+05:00", "2025-03-15T06:00:00Z", false, true)]      // an hour early, but the text is greater
    [InlineData("2025-03-15T06:00:00Z", "2025-03-15T10:00:00+05:00", true, false)]      // an hour late, but the text is less
    [InlineData("2025-03-15T05:00:00Z", "2025-03-15T10:00:00+05:00", false, false)]     // the same instant
    [InlineData("2025-03-15T10:00:01", "2025-03-15T10:00:00+05:00", true, true)]        // no zone: taken to be the other's
    [InlineData("2025-03-15T10:00:00", "2025-03-15T10:00:00+05:00", false, false)]
    [InlineData("2025-03-16", "2025-03-15T10:00:00Z", true, true)]
    [InlineData("2025-03-15", "2025-03-15T10:00:00Z", false, false)]
    [InlineData("2025-03-15T23:59:59Z", "2025-03-15", false, true)]                     // a day lasts to its end
    [InlineData("2025-03-16T00:00:00Z", "2025-03-15", true, true)]
    [InlineData("late", "2025-03-15T10:00:00Z", false, true)]
    [InlineData("2025-03-15T10:00:00Z", "", false, true)]
    public void Fires_after_the_deadline(string received, string deadline, bool fires, bool firedInCardinal)
    {
        var line = With(received, deadline);

        Assert.Equal(fires ? Fires : Nothing, Judge("[R030]", line));
        Assert.Equal(firedInCardinal ? Fires : Nothing, JudgeAsCardinal("[R030]", line));
    }

    [Theory]
    [InlineData("valid", "active", "W", true)]
    [InlineData("valid", "active", "X+W", true)]
    [InlineData("disqualified", "active", "W", false)]
    [InlineData("pending", "active", "W", false)]
    [InlineData("valid", "pending", "W", false)]
    [InlineData("valid", "cancelled", "W", false)]
    [InlineData("valid", "active", "X", false)]
    public void The_late_bid_is_valid_and_won(string bid, string award, string supplier, bool fires) =>
        Assert.Equal(fires ? Fires : Nothing, Judge("[R030]", With("2025-03-16T00:00:00Z", "2025-03-15T00:00:00Z", bid, award, supplier)));

    [Fact]
    public void An_open_award_beside_does_not_matter()
    {
        var line = With("2025-03-16T00:00:00Z", "2025-03-15T00:00:00Z").Replace("\"awards\":[", "\"awards\":[{\"status\":\"pending\"},",
            StringComparison.Ordinal);
        Assert.Equal(Fires, Judge("[R030]", line));
    }

    [Fact]
    public void Of_a_consortium_only_the_suppliers_are_named()
    {
        var line = With("2025-03-16T00:00:00Z", "2025-03-15T00:00:00Z").Replace(
            "\"tenderers\":[", "\"tenderers\":[{\"id\":\"X\"},", StringComparison.Ordinal);
        Assert.Equal(Fires, Judge("[R030]", line));
    }

    [Theory]
    [InlineData("\"date\":", "\"received\":")]
    [InlineData("\"endDate\":", "\"until\":")]
    [InlineData("\"tenderPeriod\":", "\"period\":")]
    [InlineData("\"awards\":", "\"contracts\":")]
    [InlineData("\"details\":", "\"all\":")]
    [InlineData("\"suppliers\":", "\"firms\":")]
    public void What_is_missing_is_not_late(string field, string other)
    {
        var line = With("2025-03-16T00:00:00Z", "2025-03-15T00:00:00Z").Replace(field, other, StringComparison.Ordinal);
        Assert.Equal(Nothing, Judge("[R030]", line));
        Assert.Equal(Nothing, JudgeAsCardinal("[R030]", line));
    }

    private static string With(string received, string deadline, string bid = "valid", string award = "active", string supplier = "W") => Release(
        "a",
        $$$"""{"tenderPeriod":{"endDate":"{{{deadline}}}"}}""",
        [$$"""{"status":"{{bid}}","date":"{{received}}","tenderers":[{"id":"W"}]}"""],
        [Award(supplier, award)]);
}
