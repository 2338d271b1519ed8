using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>R025.</summary>
public sealed class ExcessiveUnsuccessfulBidsTests
{
    /// <summary>L bids four times and wins once; A and B bid once or thrice and win all.</summary>
    private static readonly string[] Few =
    [
        Release("1", bids: [Bid("L"), Bid("A")], awards: [Award("A")]),
        Release("2", bids: [Bid("L"), Bid("A")], awards: [Award("A")]),
        Release("3", bids: [Bid("L"), Bid("B")], awards: [Award("B")]),
        Release("4", bids: [Bid("L")], awards: [Award("L")]),
    ];

    [Theory]
    [InlineData("threshold = 0.25", true)]
    [InlineData("threshold = 0.24", false)]
    [InlineData("threshold = 0.26", true)]
    [InlineData("threshold = 0", false)]
    [InlineData("threshold = 0.25\npercentile = 100", true)]     // the most bids of all are at the hundredth percentile
    [InlineData("threshold = 0.25\npercentile = 0", true)]
    public void A_share_at_the_limit_or_below_fires(string settings, bool fires) =>
        Assert.Equal(fires ? Tenderers(""" "L":{"R025":0.25}""".Trim()) : Nothing, Judge("[R025]\n" + settings, Few));

    [Fact]
    public void Tenderers_with_few_bids_are_left_out()
    {
        // X loses its one bid; four others win all of their two
        string[] lines =
        [
            .. "ABCD".SelectMany(who => new[] { 1, 2 }.Select(at => Release($"{who}{at}", bids: [Bid($"{who}")], awards: [Award($"{who}")]))),
            Release("last", bids: [Bid("X"), Bid("A")], awards: [Award("A")]),
        ];

        Assert.Equal(Nothing, Judge("[R025]\nthreshold = 0.1", lines));
        Assert.Equal(Tenderers("""
            "X":{"R025":0.0}
            """.Trim()), Judge("[R025]\nthreshold = 0.1\npercentile = 0", lines));
    }

    [Fact]
    public void Without_a_limit_the_lower_fence_of_all_decides()
    {
        // ten firms win 9 or 8 of 10; L wins 1 of 10
        List<string> lines = [];
        for (var firm = 0; firm < 10; firm++)
            for (var at = 0; at < 10; at++)
                lines.Add(Release($"{firm}-{at}", bids: [Bid($"F{firm}")], awards: [Award(at < 8 + (firm % 2) ? $"F{firm}" : "none")]));
        for (var at = 0; at < 10; at++)
            lines.Add(Release($"L-{at}", bids: [Bid("L")], awards: [Award(at < 1 ? "L" : "none")]));

        Assert.Equal(Tenderers("\"L\":{\"R025\":0.1}"), Judge("[R025]", [.. lines]));
        Assert.Equal(Tenderers("\"L\":{\"R025\":0.1}"), Judge("[R025]\npercentile = 75", [.. lines]));
    }

    [Fact]
    public void Where_a_quarter_wins_nothing_nobody_is_an_outlier() =>
        Assert.Equal(Nothing, Judge("[R025]", Release("1", bids: [Bid("A"), Bid("B"), Bid("C"), Bid("D")], awards: [Award("A")])));

    [Theory]
    [InlineData("a second bid of the same tenderer", "L valid", true)]
    [InlineData("pending", "M pending", true)]
    [InlineData("a consortium", "L+M valid", true)]
    [InlineData("a valid bid", "M valid", false)]
    public void Each_tenderer_counts_once_and_only_valid_bids_of_one(string why, string bid, bool counts)
    {
        // with M's bids it, not L, has the lowest share
        var more = Few.Select((line, at) => line.Replace("[{\"status\":\"valid\",\"tenderers\":[{\"id\":\"L\"}]",
            $"[{Bid(bid.Split(' ')[0], 1, bid.Split(' ')[1])},{{\"status\":\"valid\",\"tenderers\":[{{\"id\":\"L\"}}]",
                StringComparison.Ordinal)).ToArray();

        Assert.True(counts == (Judge("[R025]\nthreshold = 0.3", more) == Tenderers("\"L\":{\"R025\":0.25}")), why);
    }

    [Fact]
    public void What_is_not_final_or_has_several_winners_does_not_count()
    {
        string[] ignored =
        [
            Release("5", bids: [Bid("L")], awards: [Award("L"), Award("X", "pending")]),
            Release("6", bids: [Bid("L")], awards: [Award("L"), Award("L")]),
            Release("7", bids: [Bid("L")], awards: [Award("L+X")]),
            Release("8", bids: [Bid("L")]),
        ];

        Assert.Equal(Tenderers("\"L\":{\"R025\":0.25}"), Judge("[R025]\nthreshold = 0.25", [.. Few, .. ignored]));
    }

    [Fact]
    public void Nothing_at_all_is_no_outlier() => Assert.Equal(Nothing, Judge("[R025]", Release("a")));
}
