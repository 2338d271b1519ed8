using Procurement;
using Risk;
using Risk.Habits;
using Risk.Populations;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

/// <summary>What follows from all bids: which lots count, from which day on, and who is counted.</summary>
public class HabitsOfBiddersTests
{
    private const string OtherThing = "222925.700.000027";
    private const string Gone = "Отозвана";
    private static readonly long Code = EnstruCode.Of(Given.Code);
    private static readonly Catalogue Withdrawing = Knowing with
    {
        BidStatuses = Knowing.BidStatuses.With(new Dictionary<string, BidOutcome> { [Gone] = BidOutcome.Withdrawn, [Rejected] = BidOutcome.Rejected }),
    };

    private static Lot Of(long id, DateTimeOffset? results = null) =>
        Tender().Repeat(id, $"86{id:0000}-ОК1", Given.Astana(2025, 6, 1)) with { ResultsPublished = results ?? Given.Astana(2025, 7, 1) };

    private static Population Store(params IReadOnlyList<(Lot Lot, Bid[] Bids)> rows) => new World
    {
        Lots = [.. rows.Select(row => row.Lot)],
        Bids = [.. rows.SelectMany(row => row.Bids)],
        Catalogue = Withdrawing,
    }.AsOf(Given.AsOf);

    private static (Lot Lot, Bid[] Bids) With(Lot lot, params string[] words) =>
        (lot, [.. words.Select((word, i) => lot.Bid(Firm(i + 1), 9_500_000, word))]);

    [Fact]
    public void Bidders_are_counted_in_lots_with_results_of_two_years()
    {
        var from = Given.AsOf.AddMonths(-24);
        (Lot, Bid[])[] counted =
        [
            .. Enumerable.Range(1, 6).Select(i => With(Of(i), Won)), .. Enumerable.Range(7, 3).Select(i => With(Of(i), Won, Lost, Gone)),
            With(Of(10, from), Won, Lost, Lost), With(Of(11, Given.AsOf), Won, Lost, Lost), With(Of(12), Won, Lost, Lost, Lost),
        ];
        (Lot, Bid[])[] others =
        [
            With(Of(20, from.AddDays(-1)), Won), With(Of(21, Given.AsOf.AddDays(1)), Won), With(Of(22) with { MethodId = 23 }, Won),
            With(Of(23) with { Enstru = null }, Won), With(Of(24), Gone), With(Of(25)), With(Of(26) with { Enstru = OtherThing }, Won),
        ];
        var store = Store([.. counted, .. others]);
        var region = store.RegionBits([Given.Place]);

        Assert.Equal((1.5, .5, 12, "region"), BidderCounts.Of(store).Usual(Code, region));
        Assert.Equal((1.5, .5, 12, "country"), BidderCounts.Of(store).Usual(Code, 0));
        Assert.Null(BidderCounts.Of(store).Usual(EnstruCode.Of(OtherThing), region));
        Assert.Null(BidderCounts.Of(Store(counted[..11])).Usual(Code, region));
        Assert.Equal((1, 7 / 13.0, 13, "region"), BidderCounts.Of(Store([.. counted, With(Of(30), Won)])).Usual(Code, region));
    }

    [Theory]
    [InlineData(30, 24, true)]
    [InlineData(30, 23, false)]      // fewer than four in five
    [InlineData(29, 29, false)]      // too few to tell
    public void Where_one_bid_is_the_usual_outcome_it_says_nothing(int lots, int withOne, bool usual)
    {
        var store = Store([.. Enumerable.Range(1, lots).Select(i => i <= withOne ? With(Of(i), Won) : With(Of(i), Won, Lost))]);
        var here = store.RegionBits([Given.Place]);

        Assert.Equal(usual, BidderCounts.Of(store).IsOneBidUsual(Code, here));
        Assert.Equal(usual, BidderCounts.Of(store).IsOneBidUsual(Code, here | 8));
        Assert.False(BidderCounts.Of(store).IsOneBidUsual(Code, 8));
        Assert.False(BidderCounts.Of(store).IsOneBidUsual(EnstruCode.Of(OtherThing), here));
    }

    [Fact]
    public void Lots_in_two_regions_count_in_both()
    {
        var store = Store([.. Enumerable.Range(1, 12).Select(i => With(Of(i) with { Places = [Given.Place, "711010000"] }, Won, Lost))]);

        foreach (var place in new[] { Given.Place, "711010000" })
            Assert.Equal((2, 0, 12, "region"), BidderCounts.Of(store).Usual(Code, store.RegionBits([place])));
    }

    [Fact]
    public void Rejections_are_counted_where_a_commission_decides_and_all_outcomes_are_known()
    {
        var shares = RejectionShares.Of(Store(
            With(Of(1), Won, Rejected), With(Of(2), Won, Lost, Gone), With(Of(3), Gone), With(Of(4), Won, Unheard), With(Of(5) with { MethodId = 3 }, Rejected),
            With(Of(6) with { Enstru = OtherThing }, Rejected), With(Of(7) with { Enstru = null }, Rejected)));

        Assert.Equal(0.25, shares.OfGroup(Code));
        Assert.Equal(1, shares.OfGroup(EnstruCode.Of(OtherThing)));
        Assert.Null(shares.OfGroup(EnstruCode.Of("331000.000.000001")));
        Assert.Null(shares.OfGroup(0));
    }

    [Fact]
    public void A_buyers_share_of_rejections_is_told_from_ten_lots_on_and_compared_with_twenty_buyers()
    {
        (Lot, Bid[])[] Of(int buyer, int lots, int rejected) =>
        [
            .. Enumerable.Range(0, lots).Select(i => With(HabitsOfBiddersTests.Of((buyer * 100) + i) with { BuyerBin = $"9800000000{buyer:00}" },
                Won, i < rejected ? Rejected : Lost)),
        ];
        var nineteen = Enumerable.Range(1, 19).SelectMany(buyer => Of(buyer, 10, buyer % 3)).ToList();
        var many = RejectionShares.Of(Store([.. nineteen, .. Of(20, 10, 2), .. Of(21, 9, 9)]));
        var few = RejectionShares.Of(Store([.. nineteen, .. Of(20, 9, 2)]));
        var alike = RejectionShares.Of(Store([.. Enumerable.Range(1, 20).SelectMany(buyer => Of(buyer, 10, 1))]));

        Assert.Equal((0.1, 10), many.OfBuyer(980000000020));
        Assert.Null(many.OfBuyer(980000000021));
        Assert.Equal((20, 0.05, 0.25), (many.Buyers, Math.Round(many.Median, 10), Math.Round(many.Fence!.Value, 10)));
        Assert.Equal((0, null), (few.Buyers, few.Fence));
        Assert.Equal((20, null), (alike.Buyers, alike.Fence));
    }
}
