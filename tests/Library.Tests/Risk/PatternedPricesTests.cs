using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class PatternedPricesTests
{
    private const string Code = "KZ-28";

    private static CaseFile Offering(params decimal[] prices) => Tender().File([.. prices.Select(price => ((decimal?)price, Lost))]);

    /// <summary>The lot, and so many others, with these prices of firms 1, 2, 3 …</summary>
    private static CaseFile Often(int others, decimal[] prices, Func<Lot, IReadOnlyList<Bid>>? bids = null, Func<Lot, Lot>? change = null)
    {
        var lots = Enumerable.Range(100,
            others).Select(id => Tender().Repeat(id, $"86{id}-ОК1", Given.Astana(2025, 6, 1))).Select(change ?? (lot => lot)).ToList();
        var offers = prices.Select(price => ((decimal?)price, Lost)).ToArray();

        return Offering(prices) with { Population = Population(lots, lots.SelectMany(bids ?? (lot => lot.Bids(offers)))) };
    }

    private static readonly decimal[] Close = [9_300_000, 9_301_000, 9_330_000, 9_340_000];

    internal static IEnumerable<CaseFile> Firing() =>
    [
        Offering(9_300_000, 9_300_000), Offering(10_000_000, 10_000_000), Offering(9_100_000, 9_200_000, 9_301_098), Often(2, Close),
    ];

    [Fact]
    public void Prices_equal_to_the_tenge()
    {
        Assert.Equal("T2", Offering(9_300_000, 9_300_000).Judge(Code).Told());
        Assert.Equal("T2", Offering(9_300_000.2m, 9_300_000.4m, 9_700_000).Judge(Code).Told());
        Assert.Equal("clear", Offering(9_300_000, 9_300_001).Judge(Code).Told());
        Assert.Equal("clear", Offering(9_300_000).Judge(Code).Told());
        Assert.Equal("T3 whole_sum", Offering(10_000_000, 10_000_000).Judge(Code).Told());
        Assert.Equal("T2", Offering(10_000_000, 10_000_000, 9_300_000, 9_300_000).Judge(Code).Told());
        var same = Tender().Bid(Firm(1), 9_300_000, Lost);
        Assert.Equal("clear", (Offering() with { Bids = [same, same with { Id = 7 }] }).Judge(Code).Told());
        Assert.Equal("T2", (Offering() with { Bids = [same, Tender().Bid(null, 9_300_000, Lost)] }).Judge(Code).Told());
    }

    [Theory]
    [InlineData(2, 9_341_567, 1)]
    [InlineData(2, 9_341_000, 1)]           // of a thousand prices between plan and floor that are whole thousands: exactly one in a thousand
    [InlineData(2, 9_340_000, .667)]        // one in a hundred
    [InlineData(2, 9_300_000, .333)]
    [InlineData(3, 9_341_000, .841)]        // three pairs may meet
    [InlineData(3, 9_341_560, 1)]
    [InlineData(2, 9_020_001, 1)]
    [InlineData(2, 8_000_000, 0)]           // a whole million: everybody who rounds so
    public void Equal_prices_weigh_less_the_rounder_they_are(int bidders, int price, double strength)
    {
        decimal[] others = [9_777_777];
        var finding = Offering([price, price, .. others.Take(bidders - 2)]).Judge(Code);

        Assert.Equal(("T2", strength), (finding.Told(), Math.Round(finding.Strength, 3)));
    }

    [Fact]
    public void The_floor_is_left_out()
    {
        Assert.Equal("clear", Offering(9_000_000, 9_000_000).Judge(Code).Told());
        Assert.Equal("clear", Offering(8_990_000, 9_010_000, 9_500_000).Judge(Code).Told());
        Assert.Equal("T2", Offering(8_980_000, 8_980_000).Judge(Code).Told());
        Assert.Equal("? floor_kind", (Offering(9_300_000, 9_300_000) with { Lot = Tender() with { MethodId = 60 } }).Judge(Code).Told());
        foreach (var method in new[] { 188, 201, 120, 121 })
            Assert.Equal("points_decide",
                (Offering(9_300_000, 9_300_000) with { Lot = Tender() with { MethodId = method } }).Judge(Code).Told());
    }

    [Theory]
    [InlineData(new[] { 9_100_000, 9_200_000, 9_301_098 }, "T2 ladder")]
    [InlineData(new[] { 9_100_000, 9_191_000, 9_282_910, 9_375_739 }, "T2 ladder")]
    [InlineData(new[] { 8_000_000, 8_080_000, 8_160_961 }, "T2 ladder")]            // 1.01 and 1.0100199: evener than one in a thousand
    [InlineData(new[] { 8_000_000, 8_080_000, 8_160_962 }, "clear")]
    [InlineData(new[] { 8_000_000, 8_080_000, 8_168_880 }, "clear")]                // 1.010 and 1.011, as one in twenty by chance
    [InlineData(new[] { 8_000_000, 8_080_000, 8_160_800, 8_248_000 }, "T2 ladder")] // four prices: 2 · 0.0223² is less than one in a thousand
    [InlineData(new[] { 8_000_000, 8_080_000, 8_160_800, 8_248_020 }, "clear")]     // 2 · 0.0224² is a little more
    [InlineData(new[] { 8_000_000, 8_080_000, 8_160_800, 8_242_408, 8_324_832, 8_416_400 }, "T2 ladder")]      // 1.01 four times, then 1.011
    [InlineData(new[] { 8_000_000, 8_080_000, 8_160_800, 8_242_408, 8_324_832, 8_416_410 }, "clear")]          // more than 0.001 apart
    [InlineData(new[] { 8_000_000, 8_040_000, 8_080_200 }, "T2 ladder")]            // 1.005 each
    [InlineData(new[] { 8_000_000, 8_039_900, 8_079_999 }, "clear")]                // closer than any ladder
    [InlineData(new[] { 9_100_000, 9_200_000 }, "clear")]
    public void Each_price_the_same_multiple_of_the_one_before(int[] prices, string told) =>
        Assert.Equal(told, Offering([.. prices.Select(price => (decimal)price)]).Judge(Code).Told());

    [Fact]
    public void The_same_bidders_with_nearly_equal_prices_in_three_lots()
    {
        Assert.Equal("T2 together", Often(2, Close).Judge(Code).Told());
        Assert.Equal("clear", Often(1, Close).Judge(Code).Told());
        Assert.Equal("clear", Often(2, [9_300_000, 9_301_000, 9_330_000]).Judge(Code).Told());
        Assert.Equal("clear", Often(2, [9_300_000, 9_301_000, 9_330_000, 9_700_000]).Judge(Code).Told());
        Assert.Equal("clear", Often(2, Close, lot => lot.Bids((9_300_000, Lost), (9_301_000, Lost), (9_330_000, Lost))).Judge(Code).Told());
        Assert.Equal("clear",
            Often(2, Close, lot => lot.Bids((9_300_000, Lost), (9_301_000, Lost), (9_330_000, Lost),
                (9_700_000, Lost))).Judge(Code).Told());
        Assert.Equal("clear",
            Often(2, Close, lot => [.. lot.Bids((9_300_000, Lost), (9_301_000, Lost), (9_330_000, Lost)),
                lot.Bid(Firm(8), 9_340_000, Lost)]).Judge(Code).Told());
        Assert.Equal("clear", Often(2, Close, change: lot => lot with { MethodId = 188 }).Judge(Code).Told());
        Assert.Equal("clear", Often(2, Close, change: lot => lot with { BidsDue = Given.Astana(2024, 3, 1) }).Judge(Code).Told());
    }

    [Fact]
    public void Spread_is_the_deviation_by_the_mean()
    {
        Assert.Equal(0.1, global::Risk.Habits.PriceCloseness.Of([90, 110])!.Value, 10);
        Assert.Null(global::Risk.Habits.PriceCloseness.Of([90]));
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        Assert.Equal("? population", (Often(2, Close) with { Population = null }).Judge(Code).Told());
        Assert.Equal("clear", (Offering(9_300_000, 9_700_000) with { Population = null }).Judge(Code).Told());
        Assert.Equal("? bid_amounts", Tender().File((9_300_000, Lost), (null, Lost)).Judge(Code).Told());
        Assert.Equal("T2",
            (Offering(9_300_000, 9_300_000) with { Bids = Tender().Bids((9_300_000, Unheard), (9_300_000, Unheard)) }).Judge(Code).Told());
        var finding = Offering(9_300_021, 9_300_021, 9_800_000).Judge(Code);
        Assert.Equal((2, 9_300_021m, 2m, 1d), (finding.Facts["count"], finding.Facts["price"], finding.Value, finding.Strength));
    }

    [Fact]
    public void A_ladder_may_be_as_uneven_as_the_limits_say()
    {
        decimal[] tolerance = [8_000_000, 8_080_000, 8_160_800, 8_242_408, 8_324_832.08m, 8_416_405.23288m];    // 1.01 four times, then 1.011
        decimal[] chance = [1_000_000, 1_499_500, 2_249_999.75m];    // 1.4995 and 1.5005: by chance once in a thousand

        Assert.Equal("T2 ladder", Offering(tolerance).Judge(Code).Told());
        Assert.Equal("clear", Offering([.. tolerance[..5], 8_416_405.24m]).Judge(Code).Told());
        Assert.Equal("T2 ladder", Offering(chance).Judge(Code).Told());
        Assert.Equal("clear", Offering([.. chance[..2], 2_249_999.76m]).Judge(Code).Told());
    }

    [Fact]
    public void Half_a_percent_apart_is_no_longer_close()
    {
        decimal[] limit = [9_234_900, 9_290_700, 9_309_300, 9_365_100];    // the deviation, 46 500, is half a percent of the mean, 9 300 000
        decimal[] within = [9_234_901, 9_290_700, 9_309_300, 9_365_100];
        IReadOnlyList<Bid> Nearer(Lot lot) => lot.Bids([.. Close.Select(price => ((decimal?)price, Lost))]);

        Assert.Equal("T2 together", Often(2, within, Nearer).Judge(Code).Told());
        Assert.Equal("clear", Often(2, limit, Nearer).Judge(Code).Told());
        Assert.Equal("? population", (Offering(within) with { Population = null }).Judge(Code).Told());
        Assert.Equal("clear", (Offering(limit) with { Population = null }).Judge(Code).Told());
    }

    [Fact]
    public void Whether_private_bidders_are_the_same_again_is_not_known()
    {
        IReadOnlyList<Bid> WithPrivate(decimal price) => [.. Tender().Bids((9_300_000, Lost), (9_301_000, Lost), (9_330_000, Lost)), Tender().Bid(null, price, Lost)];

        Assert.Equal("? private_bidders", (Offering() with { Bids = WithPrivate(9_340_000) }).Judge(Code).Told());
        Assert.Equal("clear", (Offering() with { Bids = WithPrivate(9_700_000) }).Judge(Code).Told());
        Assert.Equal("clear", Offering(Close).Judge(Code).Told());
    }

    [Fact]
    public void A_floor_that_is_not_known_matters_where_two_offers_might_be_equal_or_close()
    {
        var eShop = Tender() with { MethodId = 60 };

        Assert.Equal("? floor_kind", (Offering(9_300_000, 9_700_000) with { Lot = eShop }).Judge(Code).Told());
        Assert.Equal("clear", (Offering(9_300_000) with { Lot = eShop }).Judge(Code).Told());
    }

    [Fact]
    public void Offers_of_nothing_are_no_prices()
    {
        Assert.Equal("clear", Offering(0, 0, 9_700_000).Judge(Code).Told());
        Assert.Equal("T2", Offering(.2m, .4m, 9_700_000).Judge(Code).Told());    // equal to the tenge
    }

    [Theory]
    [InlineData(3, 9_500_000, 9_300_000, 9_300_000, 9_500_000, 9_500_000, 9_500_000)]     // most of all
    [InlineData(2, 9_300_000, 9_500_000, 9_300_000, 9_500_000, 9_300_000)]                // of as many the cheapest
    [InlineData(2, 9_300_000, 9_300_000, 9_300_000, 10_000_000, 10_000_000, 10_000_000)]  // the whole sum comes last
    public void Of_several_equal_prices_one_is_told(int count, int told, params int[] prices)
    {
        var finding = Offering([.. prices.Select(price => (decimal)price)]).Judge(Code);

        Assert.Equal(((decimal)count, (decimal)told), (finding.Value, finding.Facts["price"]));
    }
}
