using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class WinnersInTurnTests
{
    private const string Code = "KZ-24";

    /// <summary>The buyer's lots in order, each won by the firm whose number stands there.</summary>
    private static CaseFile Won(string winners, decimal offer = 9_750_000, Func<Lot, Lot>? change = null)
    {
        var lots = winners.Select((_,
            i) => (change ?? (lot => lot))(Tender().Repeat(100 + i, $"86{i:0000}-ОК1", Given.Astana(2025, 3, 1).AddDays(7 * i)))).ToList();
        var bids = lots.SelectMany((lot, i) => new[] { lot.Bid(Firm(winners[i] - '0'), offer, Bidding.Won),
            lot.Bid(Firm(9), 9_900_000, Lost) });

        return Tender().File((offer, Bidding.Won)) with { Population = Population(lots, bids) };
    }

    internal static IEnumerable<CaseFile> Firing() => [Won("121212121212")];

    [Theory]
    [InlineData("121212121212", "T2")]
    [InlineData("12121212121", "clear")]                    // eleven lots
    [InlineData("111111111111", "clear")]
    [InlineData("123123123123", "clear")]                   // chance shows it more than once in a hundred
    [InlineData("123123123123123123123123", "T2")]
    [InlineData("123412341234123412341234123412341234", "T2")]
    [InlineData("123451234512345123451234512345123451234512345", "clear")]     // five winners
    [InlineData("112211221122", "clear")]
    public void The_order_of_winners_decides(string winners, string told) => Assert.Equal(told, Won(winners).Judge(Code).Told());

    [Fact]
    public void Less_than_three_percent_saved_and_away_from_the_floor()
    {
        Assert.Equal("T2", Won("121212121212", 9_700_001).Judge(Code).Told());
        Assert.Equal("clear", Won("121212121212", 9_700_000).Judge(Code).Told());
        Assert.Equal("clear", Won("121212121212", 9_800_000).Judge(Code).Told());       // the floor of building works
        Assert.Equal("clear", Won("121212121212", change: lot => lot with { MethodId = 188 }).Judge(Code).Told());
        Assert.Equal("clear", Won("121212121212", change: lot => lot with { MethodId = 23 }).Judge(Code).Told());
    }

    [Fact]
    public void Only_the_buyers_lots_of_the_same_kind_in_24_months_count()
    {
        Assert.Equal("clear", Won("121212121212", change: lot => lot with { BuyerBin = "980000000001" }).Judge(Code).Told());
        Assert.Equal("clear", Won("121212121212", change: lot => lot with { Enstru = "172315.500.000002" }).Judge(Code).Told());
        Assert.Equal("T2", Won("121212121212", change: lot => lot with { Enstru = "172314.600.000002" }).Judge(Code).Told());
        Assert.Equal("clear",
            Won("121212121212", change: lot => lot with { Published = lot.Published!.Value.AddMonths(-15) }).Judge(Code).Told());
        Assert.Equal("clear", Won("121212121212", change: lot => lot with { Amount = null }).Judge(Code).Told());
        Assert.Equal("clear", Won("121212121212", change: lot => lot with { ResultsPublished = Given.AsOf.AddDays(1) }).Judge(Code).Told());
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        var file = Won("121212121212");

        Assert.Equal("? method enstru buyer population",
            (file with { Lot = file.Lot with { MethodId = null, Enstru = null, BuyerBin = null }, Population = null }).Judge(Code).Told());
        Assert.Equal("not_competitive", (file with { Lot = file.Lot with { MethodId = 6 } }).Judge(Code).Told());
        var lots = Enumerable.Range(100, 12).Select(id => Tender().Repeat(id, $"{id}-ОК1", Given.Astana(2025, 5, 1))).ToList();
        Assert.Equal("? bid_statuses",
            (file with { Population = Population(lots, lots.SelectMany(lot => lot.Bids((1, Unheard)))) }).Judge(Code).Told());
        Assert.Equal("? lots_incomplete",
            (file with { Population = new World { WholeFrom = new(2024, 3, 6) }.AsOf(Given.AsOf) }).Judge(Code).Told());
        Assert.Equal("clear", (file with { Population = new World { WholeFrom = new(2024, 3, 5) }.AsOf(Given.AsOf) }).Judge(Code).Told());
        var monopoly = new Dictionary<string, Organisation> { [Firm(2)] = new() { Bin = Firm(2), IsMonopoly = true } };
        Assert.Equal("lawful_single_source", (file with { Organisations = monopoly }).Judge(Code).Told());
    }

    [Fact]
    public void The_figures_are_those_of_the_lots()
    {
        var finding = Won("121212121212").Judge(Code);

        Assert.Equal((12, 2, 100m, 2.5m),
            (finding.Facts["count"], finding.Facts["winners"], finding.Facts["share"], finding.Facts["saving"]));
        Assert.Equal((1m, 0.7m, ("buyer", Given.Buyer)), (finding.Value, finding.Threshold, (finding.Subject.Kind, finding.Subject.Id)));
        Assert.Equal(((1 / 0.7) - 1) / 2, finding.Strength, 10);
    }

    [Theory]
    [InlineData(new[] { 6, 6 }, 12, 0.003213)]      // z = 4.5 / 1.65145
    [InlineData(new[] { 4, 4, 4 }, 12, 0.045211)]   // z = 2.5 / 1.47710
    [InlineData(new[] { 6, 6 }, 3, 0.996787)]       // z = -4.5 / 1.65145, by symmetry
    [InlineData(new[] { 12 }, 1, 1)]
    public void Runs_are_as_likely_as_the_test_says(int[] counts, int runs, double chance) =>
        Assert.Equal(chance, RunsTest.MoreRunsThan(counts, runs), 3);
}
