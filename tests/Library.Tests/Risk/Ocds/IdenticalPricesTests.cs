using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>R028.</summary>
public sealed class IdenticalPricesTests
{
    private const string Both =
        """{"OCID":{"a":{"R028":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"A":{"R028":1.0},"B":{"R028":1.0}}}""";

    [Fact]
    public void Equal_prices_of_different_tenderers_fire() =>
        Assert.Equal(Both, Judge("[R028]", Release("a", bids: [Bid("A", 10.5), Bid("B", 10.5)])));

    [Theory]
    [InlineData("disqualified", true)]
    [InlineData("pending", true)]
    [InlineData("anything", true)]
    [InlineData("withdrawn", false)]
    [InlineData("invited", false)]
    public void Submitted_bids_count(string status, bool fires) =>
        Assert.Equal(fires ? Both : Nothing, Judge("[R028]", Release("a", bids: [Bid("A"), Bid("B", status: status)])));

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("invited")]
    public void What_was_not_submitted_is_no_counterpart_either(string status) =>
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [Bid("A", status: status), Bid("B")])));

    [Fact]
    public void Other_amounts_and_currencies_are_other_prices()
    {
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [Bid("A", 100), Bid("B", 100.01)])));
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [Bid("A", currency: "USD"), Bid("B")])));
        Assert.Equal(Both, Judge("[R028]", Release("a", bids: [Bid("A"), Bid("C", 99), Bid("D", currency: "USD"), Bid("B")])));
    }

    [Fact]
    public void The_same_tenderers_may_bid_again()
    {
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [Bid("A"), Bid("A")])));
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [Bid("A+B"), Bid("B+A")])));
        Assert.Equal(Both, Judge("[R028]", Release("a", bids: [Bid("A+B"), Bid("A")])));
        Assert.Equal(Both, Judge("[R028]", Release("a", bids: [Bid("A"), Bid("A+B")])));
    }

    [Fact]
    public void Each_bid_is_held_against_the_latest_before_it() => Assert.Equal(
        """{"OCID":{"a":{"R028":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"A":{"R028":1.0},"B":{"R028":1.0},"C":{"R028":1.0}}}""",
        Judge("[R028]", Release("a", bids: [Bid("A"), Bid("B"), Bid("B"), Bid("C")])));

    [Theory]
    [InlineData("""{"status":"valid","tenderers":[{"id":"B"}],"value":{"amount":"100","currency":"KZT"}}""")]
    [InlineData("""{"status":"valid","tenderers":[{"id":"B"}],"value":{"amount":100}}""")]
    [InlineData("""{"status":"valid","tenderers":[{"id":"B"}],"value":{"currency":"KZT"}}""")]
    [InlineData("""{"status":"valid","tenderers":[{"id":"B"}]}""")]
    [InlineData("""{"status":"valid","tenderers":[{"id":"B"}],"value":[100]}""")]
    [InlineData("""{"status":"valid","tenderers":[{"name":"B"}],"value":{"amount":100,"currency":"KZT"}}""")]
    [InlineData("""{"status":"valid","tenderers":{"id":"B"},"value":{"amount":100,"currency":"KZT"}}""")]
    [InlineData("""{"tenderers":[{"id":"B"}],"value":{"amount":100,"currency":"KZT"}}""")]
    public void What_is_missing_is_not_identical(string bid)
    {
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [Bid("A"), bid])));
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [bid, Bid("A")])));
    }

    [Fact]
    public void Amounts_too_large_for_arithmetic_are_none()
    {
        const string Huge = """{"status":"valid","tenderers":[{"id":"X"}],"value":{"amount":1e999,"currency":"KZT"}}""";
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [Huge, Huge.Replace("\"X\"", "\"Y\"", StringComparison.Ordinal)])));
    }

    [Theory]
    [InlineData("price_comparison_procurement_methods = Auction|Random", "Auction", true)]
    [InlineData("price_comparison_procurement_methods = Auction|Random", "Tender", false)]
    [InlineData("price_comparison_procurement_methods = Auction", null, false)]
    [InlineData("no_price_comparison_procurement_methods = Random|Tender", "Tender", false)]
    [InlineData("no_price_comparison_procurement_methods = Random", "Tender", true)]
    [InlineData("no_price_comparison_procurement_methods = Random", null, true)]
    [InlineData("price_comparison_procurement_methods = Tender\nno_price_comparison_procurement_methods = Tender", "Tender", true)]
    public void Prices_are_compared_only_where_they_may_be(string settings, string? details, bool fires)
    {
        var tender = details is null ? "{}" : $$"""{"procurementMethodDetails":"{{details}}"}""";
        Assert.Equal(fires ? Both : Nothing, Judge(settings + "\n[R028]", Release("a", tender, bids: [Bid("A"), Bid("B")])));
        Assert.Equal(
            fires, Judge(settings + "\n[R036]", Release("a", tender, [Bid("A", 90, "disqualified"), Bid("B")], [Award("B")])) != Nothing);
        Assert.Equal(
            fires, Judge(settings + "\n[R058]\nthreshold = 1", Release("a", tender, [Bid("A", 200), Bid("B")], [Award("B")])) != Nothing);
    }
}
