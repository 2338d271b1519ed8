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
    [InlineData("123123123123", "T2")]                      // each time the one that has waited longest
    [InlineData("123132123132", "clear")]                   // neighbours differ by chance in 3 of 100 dozens, and nobody waits his turn
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
        Assert.Equal("clear", Won("121212121212", 9_800_000, lot => lot with { SubjectType = 2 }).Judge(Code).Told());       // the floor of building works
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
        Assert.Equal(1, finding.Strength);
    }

    [Theory]
    [InlineData(new[] { 6, 6 }, 12, 0.002164502)]          // 2 of 924 orders
    [InlineData(new[] { 6, 6 }, 3, 0.997835498)]           // all but 2
    [InlineData(new[] { 4, 4, 4 }, 12, 0.031515152)]       // 1,092 of 34,650
    [InlineData(new[] { 4, 4, 4 }, 13, 0)]
    [InlineData(new[] { 5, 5, 5 }, 15, 0.009498438)]       // 7,188 of 756,756
    [InlineData(new[] { 12 }, 1, 1)]
    [InlineData(new[] { 12 }, 0, 1)]
    public void Runs_are_as_likely_as_the_share_of_orders(int[] counts, int runs, double chance) =>
        Assert.Equal(chance, RunsTest.MoreRunsThan(counts, runs), 8);

    [Fact]
    public void The_share_of_orders_agrees_with_all_orders_written_out()
    {
        int[] counts = [3, 2, 2, 1];
        var orders = Orders([.. counts], -1, 0).ToList();

        for (var runs = 1; runs <= 8; runs++)
            Assert.Equal((double)orders.Count(seen => seen >= runs) / orders.Count, RunsTest.MoreRunsThan(counts, runs), 9);
    }

    /// <summary>The runs of every order of the things that are left.</summary>
    private static IEnumerable<int> Orders(int[] left, int last, int runs) => left.Sum() == 0 ? [runs]
        : Enumerable.Range(0, left.Length).Where(kind => left[kind] > 0).SelectMany(kind =>
            Orders([.. left.Select((count, other) => other == kind ? count - 1 : count)], kind, runs + (kind == last ? 0 : 1)));

    [Theory]
    [InlineData(50, 50, 62, 0.01717827)]
    [InlineData(51, 50, 62, 0.02246197)]    // by the curve
    public void Long_rows_are_weighed_by_the_curve_as_exactly_as_it_matters(int one, int other, int runs, double chance) =>
        Assert.InRange(RunsTest.MoreRunsThan([one, other], runs), chance - 0.0005, chance + 0.0005);

    [Theory]
    [InlineData("121212121212", 0.002164502)]               // two winners: the runs alone
    [InlineData("123123123123", 2 * 0.0000508053)]          // nine turns of nine, a third each
    [InlineData("123123123123113", 2 * 0.0028101837)]       // ten of twelve, the largest share being 0.4
    [InlineData("123132123132", 2 * 0.0315151515)]          // the runs say more than two turns of nine
    [InlineData("111111111123", 1)]
    public void The_better_of_two_questions_counts_with_twice_its_chance(string winners, double chance) =>
        Assert.Equal(chance, TurnTest.Chance([.. winners.Select(letter => (long)letter)]), 8);

    [Theory]
    [InlineData("123123123123113", "T2")]
    [InlineData("123123123123112", "T2")]
    [InlineData("123123113122", "clear")]
    public void A_turn_of_three_may_slip(string winners, string told) => Assert.Equal(told, Won(winners).Judge(Code).Told());

    [Theory]
    [InlineData(3, 1, "T2")]
    [InlineData(2, 1, "T2")]
    [InlineData(2, 2, "clear")]
    [InlineData(2, 3, "clear")]
    public void Two_percent_is_a_floor_of_building_only(int method, int subject, string told) =>
        Assert.Equal(told, Won("121212121212", 9_800_000, lot => lot with { MethodId = method, SubjectType = subject }).Judge(Code).Told());

    /// <summary>Twelve lots in turn, with offers of the winners of their own; a number 0 is a private person.</summary>
    private static CaseFile Offered(string winners, Func<int, decimal?> offer, Func<int, Lot, Lot>? change = null)
    {
        var lots = winners.Select((_, i) => Tender().Repeat(100 + i, $"86{i:0000}-ОК1", Given.Astana(2025, 3, 1).AddDays(7 * i)))
            .Select((lot, i) => change?.Invoke(i, lot) ?? lot).ToList();
        var bids = lots.Select((lot, i) => lot.Bid(winners[i] == '0' ? null : Firm(winners[i] - '0'), offer(i), Bidding.Won));

        return Tender().File() with { Population = Population(lots, bids) };
    }

    [Fact]
    public void The_saving_is_the_mean_of_all_lots()
    {
        var little = Offered("121212121212", i => i % 2 == 0 ? 9_950_000 : 9_750_000).Judge(Code);

        Assert.Equal(("T2", 1.5m), (little.Told(), little.Facts["saving"]));
        Assert.Equal("clear", Offered("121212121212", i => i % 2 == 0 ? 9_950_000 : 9_300_000).Judge(Code).Told());    // half a percent and seven
    }

    [Fact]
    public void A_lot_without_a_price_or_a_known_winner_is_left_out()
    {
        Assert.Equal(12, Offered("1212121212121", i => i == 12 ? null : 9_750_000).Judge(Code).Facts["count"]);
        Assert.Equal(12, Offered("1212121212120", _ => 9_750_000).Judge(Code).Facts["count"]);
        Assert.Equal("clear", Offered("1", _ => 9_750_000).Judge(Code).Told());
    }

    [Fact]
    public void The_24_months_begin_and_end_with_a_whole_day()
    {
        var first = Given.AsOf.AddMonths(-24);
        string With(int place, Func<Lot, Lot> change) => Offered("121212121212", _ => 9_750_000, (i, lot) => i == place ? change(lot) : lot).Judge(Code).Told();

        Assert.Equal("T2", With(0, lot => lot with { Published = first }));
        Assert.Equal("clear", With(0, lot => lot with { Published = first.AddDays(-1) }));
        Assert.Equal("T2", With(11, lot => lot with { ResultsPublished = Given.AsOf }));
        Assert.Equal("clear", With(11, lot => lot with { ResultsPublished = Given.AsOf.AddDays(1) }));
    }

    [Theory]
    [InlineData(Lost, Lost, "clear")]                     // nobody won
    [InlineData(Lost, Unheard, "? bid_statuses")]
    [InlineData(Unheard, Unheard, "? bid_statuses")]
    public void Words_that_are_not_known_may_hide_winners(string one, string other, string told)
    {
        var lots = Enumerable.Range(100, 12).Select(id => Tender().Repeat(id, $"{id}-ОК1", Given.Astana(2025, 5, 1))).ToList();
        var file = Tender().File() with { Population = Population(lots, lots.SelectMany(lot => lot.Bids((9_900_000, one), (9_950_000, other)))) };

        Assert.Equal(told, file.Judge(Code).Told());
    }

    [Theory]
    [InlineData(40, .9891)]     // fewer runs than half of all orders have: (39.5 − 51.495) / 5 of the curve
    [InlineData(51, .5791)]
    public void The_curve_tells_rows_that_hardly_change_as_well(int runs, double chance) =>
        Assert.InRange(RunsTest.MoreRunsThan([51, 50], runs), chance - 0.005, chance + 0.005);
}
