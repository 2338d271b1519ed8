using Risk.Ocds;
using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>R024 and R058: how far the second price is from the winning one.</summary>
public sealed class SecondPriceTests
{
    private const string Near =
        """{"OCID":{"a":{"R024":0.05}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"L":{"R024":0.0},"W":{"R024":0.0}}}""";
    private const string Far = """{"OCID":{"a":{"R058":0.5}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"W":{"R058":0.0}}}""";

    [Theory]
    [InlineData("0.04", 105, false)]
    [InlineData("0.05", 105, true)]
    [InlineData("0.06", 105, true)]
    [InlineData("0", 100, false)]      // a limit of 0 switches off
    [InlineData("-1", 100, false)]
    public void Close_is_at_the_limit_or_below(string threshold, double second, bool fires) =>
        Assert.Equal(fires ? Near : Nothing, Judge("[R024]\nthreshold = " + threshold, Won("a", second)));

    [Theory]
    [InlineData("0.51", 150, false)]
    [InlineData("0.5", 150, true)]
    [InlineData("0.49", 150, true)]
    [InlineData("0", 150, false)]
    public void Heavy_is_at_the_limit_or_above(string threshold, double second, bool fires) =>
        Assert.Equal(fires ? Far : Nothing, Judge("[R058]\nthreshold = " + threshold, Won("a", second)));

    [Fact]
    public void The_fences_are_of_all_releases_and_inclusive()
    {
        // five ratios of 1: no spread, both fences at 1; so both ends fire for everybody
        string[] same = [.. Enumerable.Range(0, 5).Select(at => Won($"{at}", 200))];
        var all = string.Join(',', Enumerable.Range(0, 5).Select(at => $"\"{at}\":{{\"R024\":1.0,\"R058\":1.0}}"));
        Assert.Equal(
            """{"OCID":{ALL},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"L":{"R024":0.0},"W":{"R024":0.0,"R058":0.0}}}"""
                .Replace("ALL", all, StringComparison.Ordinal),
            Judge("[R024]\n[R058]", same));
    }

    [Theory]
    [InlineData(new[] { 10.0, 100, 101, 102, 103, 104, 105, 106, 107, 200 }, "0:R024=0.1 9:R058=2")]
    [InlineData(new[] { 100.0, 101, 102, 103, 104, 105, 106, 107 }, "")]
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0, 0, 50 }, "")]                    // no spread at 0: neither fence is above 0
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0, 100, 150, 900 }, "8:R058=9")]    // the lower quartile is 0: nothing is close
    [InlineData(new[] { 10.0, 60, 110, 160, 210, 1000 }, "5:R058=10")]       // the lower fence is below 0
    public void Outliers_fire(double[] percents, string expected)
    {
        var answer = Judge("[R024]\n[R058]", [.. percents.Select((percent, at) => Won($"{at}", 100 + percent))]);

        Assert.Equal(expected, Ocids(answer));
    }

    [Theory]
    [InlineData("lowest of the winner", new[] { "W 120", "W 100", "L 150" }, 0.5)]
    [InlineData("first lowest of the winner", new[] { "W 100", "W 120", "L 150" }, 0.5)]
    [InlineData("lowest of the others", new[] { "W 100", "L 200", "M 150", "N 180" }, 0.5)]
    [InlineData("equal", new[] { "W 100", "L 100" }, 0.0)]
    [InlineData("the winner is not the lowest", new[] { "W 100", "L 99.99" }, null)]
    [InlineData("no other bid", new[] { "W 100" }, null)]
    [InlineData("no bid of the winner", new[] { "L 100", "M 120" }, null)]
    [InlineData("disqualified do not count", new[] { "W 100", "L 110 disqualified", "M 150" }, 0.5)]
    [InlineData("pending do not count", new[] { "W 100", "L 110 pending", "M 150" }, 0.5)]
    [InlineData("consortia do not count", new[] { "W 100", "L+M 110", "M 150" }, 0.5)]
    [InlineData("other currencies do not count", new[] { "W 100", "L 110 valid USD", "M 150" }, 0.5)]
    [InlineData("nothing over nothing", new[] { "W 0", "L 0" }, null)]
    [InlineData("below nothing", new[] { "W -100", "L -50" }, -0.5)]
    public void The_ratio_is_of_the_lowest_valid_bids(string why, string[] bids, double? ratio)
    {
        var found = Ratio(Release("a", bids: [.. bids.Select(Parsed)], awards: [Award("W")]));

        Assert.True(ratio == found, $"{why}: {found}");
    }

    [Theory]
    [InlineData("cancelled and failed attempts before", true, "X cancelled", "Y unsuccessful", "W active")]
    [InlineData("not final", false, "W active", "X pending")]
    [InlineData("an unknown status is not final", false, "W active", "X new")]
    [InlineData("two winners", false, "W active", "W active")]
    [InlineData("a consortium", false, "W+X active")]
    [InlineData("none", false)]
    [InlineData("none active", false, "W cancelled")]
    public void There_is_one_winner_and_nothing_open(string why, bool counts, params string[] awards)
    {
        var found = Ratio(Release("a", bids: [Bid("W"), Bid("L", 150)], awards: [.. awards.Select(text => Award(text.Split(' ')[0], text.Split(' ')[1]))]));

        Assert.True(counts == found is not null, why);
    }

    [Theory]
    [InlineData("""{"ocid":"a","awards":[{"status":"active","suppliers":[{"id":"W"}]}]}""")]
    [InlineData("""{"ocid":"a","bids":{"details":{}},"awards":[{"status":"active","suppliers":[{"id":"W"}]}]}""")]
    [InlineData("""{"ocid":"a","bids":{"details":[1,{"status":"valid"}]},"awards":[{"status":"active","suppliers":[{"id":"W"}]}]}""")]
    [InlineData("""{"ocid":"a","bids":[],"awards":{}}""")]
    [InlineData("""{"ocid":"a","bids":{"details":[]},"awards":[{"status":"active","suppliers":[7]}]}""")]
    public void What_is_missing_has_no_ratio(string line) => Assert.Null(Ratio(line));

    [Fact]
    public void An_award_without_a_status_neither_wins_nor_waits() =>
        Assert.Equal(0.5, Ratio(Release("a", bids: [Bid("W"), Bid("L", 150)], awards: ["""{"suppliers":[{"id":"X"}]}""", Award("W")])));

    [Fact]
    public void A_winner_that_asks_for_nothing_is_infinitely_far() => Assert.Equal(
        """{"OCID":{"a":{"R058":null}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"W":{"R058":0.0}}}""",
        Judge("[R058]\nthreshold = 1", Release("a", bids: [Bid("W", 0), Bid("L", 1)], awards: [Award("W")])));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_two_lines_with_one_ocid_the_last_one_counts(int threads)
    {
        var settings = SettingsFile.Read("[R024]\nthreshold = 9");
        var text = Text(Answer(settings, Won("a", 150, "W", "L") + "\n" + Won("b", 300) + "\n" + Won("a", 200, "X", "Y"), threads, blockBytes: 10));

        Assert.Equal("a:R024=1 b:R024=2", Ocids(text));
        Assert.Contains("\"X\"", text, StringComparison.Ordinal);
    }

    private static double? Ratio(string line)
    {
        var answer = Judge("[R058]\nthreshold = 0.0000001", line, Won("else", 300));
        var negativeToo = Judge("[R024]\nthreshold = 1000", line);
        var text = Ocids(negativeToo);
        Assert.Contains("else:R058=2", Ocids(answer), StringComparison.Ordinal);
        return text == "" ? null : double.Parse(text.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Parsed(string text) => text.Split(' ') switch
    {
        [var who, var amount] => Bid(who, double.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)),
        [var who, var amount, var status] => Bid(who, double.Parse(amount, null), status),
        [var who, var amount, var status, var currency] => Bid(who, double.Parse(amount, null), status, currency),
        _ => throw new ArgumentException(text),
    };

    private static string Ocids(string answer)
    {
        using var document = System.Text.Json.JsonDocument.Parse(answer);
        return string.Join(' ', document.RootElement.GetProperty("OCID").EnumerateObject().Select(release =>
            $"{release.Name}:{string.Join(',', release.Value.EnumerateObject().Select(code => FormattableString.Invariant($"{code.Name}={code.Value.GetDouble()}")))}"));
    }

    [Fact]
    public void Of_several_lines_with_one_ocid_only_the_last_is_judged()
    {
        const string Limit = "[R024]\nthreshold = 0.05";

        Assert.Equal(Nothing, Judge(Limit, Won("F", 101), Won("F", 150)));
        Assert.NotEqual(Nothing, Judge(Limit, Won("F", 150), Won("F", 101)));
        Assert.Equal(Nothing, Judge(Limit, Won("F", 101), Won("F", 101), Won("F", 150)));
    }
}
