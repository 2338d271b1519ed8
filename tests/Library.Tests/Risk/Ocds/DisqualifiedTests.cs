using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>R035 and R036: what was disqualified in one procedure.</summary>
public sealed class DisqualifiedTests
{
    private const string Lowest = """{"OCID":{"a":{"R036":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{}}""";

    [Theory]
    [InlineData("", 0, false)]
    [InlineData("", 1, true)]
    [InlineData("threshold = 2", 1, false)]
    [InlineData("threshold = 2", 2, true)]
    [InlineData("threshold = 2", 3, true)]
    [InlineData("threshold = 0", 0, false)]     // counts as 1
    [InlineData("threshold = 0", 1, true)]
    public void All_others_are_at_least_the_limit(string settings, int others, bool fires)
    {
        var bids = Enumerable.Range(0, others).Select(at => Bid($"D{at}", status: "disqualified"));

        Assert.Equal(
            fires ? Others(others) : Nothing, Judge("[R035]\n" + settings, Release("a", bids: [Bid("W"), .. bids], awards: [Award("W")])));
    }

    [Theory]
    [InlineData("two valid bids of one tenderer", 1, "W W active", "W valid", "W valid", "D disqualified")]
    [InlineData("two bids of one disqualified tenderer are one", 1, "W active", "W valid", "D disqualified", "D disqualified")]
    [InlineData("the winner's own bids are not others", 0, "W active", "W valid", "W disqualified")]
    [InlineData("a consortium was disqualified", 2, "W active", "W valid", "D+E+W disqualified")]
    [InlineData("two valid tenderers", 0, "W active", "W valid", "V valid", "D disqualified")]
    [InlineData("a valid consortium", 0, "W+V active", "W+V valid", "D disqualified")]
    [InlineData("another won", 0, "X active", "W valid", "D disqualified")]
    [InlineData("another won too", 0, "W+X active", "W valid", "D disqualified")]
    [InlineData("nobody won", 0, "W cancelled", "W valid", "D disqualified")]
    [InlineData("not final", 0, "W pending", "W valid", "D disqualified")]
    [InlineData("no valid bid", 0, "W active", "W pending", "D disqualified")]
    public void One_valid_tenderer_wins_and_the_others_are_counted(string why, int others, string award, params string[] bids)
    {
        string[] awards = [.. award.Split(' ')[..^1].Select(suppliers => Award(suppliers, award.Split(' ')[^1]))];
        var found = Judge("[R035]", Release("a", bids: [.. bids.Select(bid => Bid(bid.Split(' ')[0], status: bid.Split(' ')[1]))], awards: awards));

        Assert.True((others > 0 ? Others(others) : Nothing) == found, $"{why}: {found}");
    }

    [Fact]
    public void Prices_do_not_matter_to_who_was_disqualified() => Assert.Equal(Others(1), Judge("[R035]",
        Release("a", bids: ["""{"status":"valid","tenderers":[{"id":"W"}]}""", """{"status":"disqualified","tenderers":[{"id":"D"}]}"""], awards: [Award("W")])));

    [Theory]
    [InlineData("the lowest is disqualified", true, "D 99 disqualified", "W 100 valid")]
    [InlineData("in any order", true, "W 100 valid", "D 99 disqualified")]
    [InlineData("equal: the first decides", true, "D 100 disqualified", "W 100 valid")]
    [InlineData("equal: the first decides", false, "W 100 valid", "D 100 disqualified")]
    [InlineData("not the lowest", false, "W 100 valid", "D 101 disqualified")]
    [InlineData("a lower one is pending", false, "D 99 disqualified", "P 98 pending", "W 100 valid")]
    [InlineData("a lower one was withdrawn", true, "D 99 disqualified", "P 98 withdrawn", "W 100 valid")]
    [InlineData("no valid bid", false, "D 99 disqualified", "P 100 pending")]
    [InlineData("no bid but this", false, "D 99 disqualified")]
    public void The_lowest_of_the_submitted_bids_decides(string why, bool fires, params string[] bids)
    {
        string[] made = [.. bids.Select(bid => bid.Split(' ')).Select(bid => Bid(bid[0], int.Parse(bid[1], null), bid[2]))];
        Assert.True((fires ? Lowest : Nothing) == Judge("[R036]", Release("a", bids: made, awards: [Award("W")])), why);
        Assert.Equal(Nothing, Judge("[R036]", Release("a", bids: made, awards: [Award("W", "pending")])));
        Assert.Equal(Nothing, Judge("[R036]", Release("a", bids: made)));
    }

    [Fact]
    public void An_open_award_beside_an_active_one_does_not_matter_to_the_lowest_bid() =>
        Assert.Equal(Lowest, Judge("[R036]", Release("a", bids: [Bid("D", 1, "disqualified"), Bid("W")], awards: [Award("X", "pending"), Award("W")])));

    [Fact]
    public void Valid_bids_without_a_price_or_in_another_currency_are_no_comparison()
    {
        Assert.Equal(
            Nothing, Judge("[R036]", Release("a", bids: [Bid("D", 99, "disqualified"), """{"status":"valid"}"""], awards: [Award("W")])));
        Assert.Equal(Nothing, Judge("[R036]", Release("a", bids: [Bid("D", 99, "disqualified"), Bid("W", 100, currency: "USD")], awards: [Award("W")])));
    }

    private static string Others(int count) =>
        """{"OCID":{"a":{"R035":COUNT.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"W":{"R035":0.0}}}"""
            .Replace("COUNT", $"{count}", StringComparison.Ordinal);
}
