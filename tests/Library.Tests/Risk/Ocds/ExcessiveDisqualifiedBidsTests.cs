using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>R038.</summary>
public sealed class ExcessiveDisqualifiedBidsTests
{
    private const string Buyer = ""","buyer":{"id":"B"}""";

    [Theory]
    [InlineData("0.5", true)]
    [InlineData("0.51", false)]
    [InlineData("0.49", true)]
    [InlineData("0", false)]
    public void A_share_at_the_limit_or_above_fires_for_each_group(string threshold, bool fires)
    {
        var settings = "[R038]\nthreshold = " + threshold;
        string[] bids = [Bid("T"), Bid("T", status: "disqualified")];

        Assert.Equal(
            fires ? """{"OCID":{},"Buyer":{"B":{"R038":0.5}},"ProcuringEntity":{"E":{"R038":0.5}},"Tenderer":{"T":{"R038":0.5}}}""" : Nothing,
            Judge(settings, Release("a", """{"procuringEntity":{"id":"E"}}""", bids, more: Buyer)));
    }

    [Theory]
    [InlineData("", 1, false, false)]
    [InlineData("", 2, true, true)]
    [InlineData("minimum_submitted_bids = 3", 2, true, false)]
    [InlineData("minimum_submitted_bids = 3", 3, true, true)]
    [InlineData("minimum_submitted_bids = 0", 1, false, true)]
    [InlineData("minimum_contracting_processes = 3", 2, false, true)]     // held against bids, as in the older engine
    [InlineData("minimum_contracting_processes = 3", 3, true, true)]
    [InlineData("minimum_contracting_processes = 1", 1, true, false)]
    public void Few_bids_are_no_share(string settings, int bids, bool buyer, bool tenderer)
    {
        string[] all = [.. Enumerable.Repeat(Bid("T", status: "disqualified"), bids)];

        Assert.Equal(
            Nothing.Replace("\"Buyer\":{", "\"Buyer\":{" + (buyer ? "\"B\":{\"R038\":1.0}" : ""), StringComparison.Ordinal)
                .Replace("\"Tenderer\":{", "\"Tenderer\":{" + (tenderer ? "\"T\":{\"R038\":1.0}" : ""), StringComparison.Ordinal),
            Judge("[R038]\nthreshold = 1\n" + settings, Release("a", bids: all, more: Buyer)));
    }

    [Theory]
    [InlineData("pending", "0.5")]
    [InlineData("valid", "0.5")]
    [InlineData("disqualified", "1.0")]
    public void Shares_are_of_submitted_bids(string status, string share) =>
        Assert.Contains($"\"B\":{{\"R038\":{share}}}", Judge("[R038]\nthreshold = 0.1",
            Release("a", bids: [Bid("T", status: "disqualified"), Bid("T", status: status), Bid("T", status: "withdrawn"), Bid("T", status: "invited")], more: Buyer)),
            StringComparison.Ordinal);

    [Fact]
    public void Each_member_of_a_consortium_has_the_bid_and_the_buyer_once() => Assert.Equal(
        """{"OCID":{},"Buyer":{"B":{"R038":0.5}},"ProcuringEntity":{},"Tenderer":{"T":{"R038":0.5},"U":{"R038":1.0}}}""",
        Judge("[R038]\nthreshold = 0.5\nminimum_submitted_bids = 1",
            Release("a", bids: [Bid("T+U", status: "disqualified"), Bid("T")], more: Buyer)));

    [Fact]
    public void Shares_are_summed_over_all_releases() => Assert.Equal(
        Fired("Buyer", "\"B\":{\"R038\":0.25}"),
        Judge("[R038]\nthreshold = 0.25\nminimum_submitted_bids = 5",
            Release("a", bids: [Bid("T", status: "disqualified"), Bid("T")], more: Buyer), Release("b", bids: [Bid("T"), Bid("T")], more: Buyer), Release("c", more: Buyer)));

    [Fact]
    public void Without_a_limit_the_upper_fence_of_the_group_decides()
    {
        // nine buyers disqualify none or one of ten, the tenth six of ten
        var lines = Enumerable.Range(0, 10).Select(buyer => Release($"{buyer}", more: $$$""","buyer":{"id":"B{{{buyer}}}"}""", bids:
        [
            .. Enumerable.Range(0, 10).Select(bid => Bid($"T{buyer}-{bid}", status: bid < (buyer == 9 ? 6 : buyer % 2) ? "disqualified" : "valid")),
        ]));

        Assert.Equal(Fired("Buyer", "\"B9\":{\"R038\":0.6}"), Judge("[R038]", [.. lines]));
    }

    [Fact]
    public void Where_three_quarters_have_none_nobody_is_an_outlier()
    {
        var lines = Enumerable.Range(0, 8).Select(buyer => Release($"{buyer}", more: $$$""","buyer":{"id":"B{{{buyer}}}"}""", bids:
        [
            Bid($"T{buyer}", status: buyer == 0 ? "disqualified" : "valid"), Bid($"T{buyer}"),
        ]));

        Assert.Equal(Nothing, Judge("[R038]", [.. lines]));
    }

    [Theory]
    [InlineData("""{"ocid":"a","buyer":"B"}""")]
    [InlineData("""{"ocid":"a","buyer":{"id":7},"bids":{"details":[{"status":"disqualified"},{"status":"disqualified"}]}}""")]
    [InlineData("""{"ocid":"a","buyer":{"id":"B"},"bids":{"details":[{},{"status":null}]}}""")]
    public void What_is_missing_is_not_excessive(string line) => Assert.Equal(Nothing, Judge("[R038]", line));
}
