using Procurement;
using Risk;
using Risk.Habits;
using Risk.Populations;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

/// <summary>Who loses to whom, and whose prices lie close together: which lots count, and from which day on.</summary>
public class HabitsOfRivalsTests
{
    private const string Gone = "Отозвана";
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

    [Fact]
    public void Sparring_is_looked_for_in_lots_with_a_known_winner_of_two_years()
    {
        var from = Given.AsOf.AddMonths(-24);
        Sparring? Pair(params (Lot, Bid[])[] added) => SparringPartners.Of(Store(
            [.. Enumerable.Range(1, 14).Select(i => (Of(i), Of(i).Bids((9_700_000, Won), (9_800_000, Lost)).ToArray())), .. added]))
            .Of(Numbers.Bin(Firm(2)), Numbers.Bin(Firm(1)));
        (Lot, Bid[]) One(Lot lot, string winner = Won, string loser = Lost) => (lot, [.. lot.Bids((9_700_000, winner), (9_800_000, loser))]);

        Assert.Equal(new Sparring(15, 0, 15, 15, 15, 15), Pair(One(Of(50, from))));
        Assert.Equal(15, Pair(One(Of(50, Given.AsOf)))?.Bids);
        Assert.Null(Pair(One(Of(50, from.AddDays(-1)))));
        Assert.Null(Pair(One(Of(50, Given.AsOf.AddDays(1)))));
        Assert.Null(Pair(One(Of(50), Lost)));
        Assert.Null(Pair(One(Of(50), Won, Gone)));
        Assert.Null(Pair(One(Of(50) with { MethodId = 23 })));
        Assert.Null(Pair(One(Of(50)) is var nobody ? (nobody.Item1, [.. nobody.Item2.Select(bid => bid with { SupplierBin = null })]) : default));
    }

    [Fact]
    public void Shares_of_nothing_are_nothing()
    {
        Assert.Equal((0, 0, 0), (new Sparring(3, 3, 0, 0, 0, 0) is var none ? (none.ShareOfLosses, none.ShareOfJoint, none.Lift) : default));
        Assert.Equal((0.5, 0.25, 2), (new Sparring(8, 2, 4, 2, 8, 4) is var some ? (some.ShareOfLosses, some.ShareOfJoint, some.Lift) : default));
    }

    [Fact]
    public void The_spread_of_a_set_is_counted_over_lots_where_exactly_these_came()
    {
        decimal[] close = [9_300_000, 9_301_000, 9_302_000];
        Bid[] Offers(Lot lot, params decimal[] sums) => [.. lot.Bids([.. sums.Select(sum => ((decimal?)sum, Lost))])];
        int Lots(double spread, params (Lot, Bid[])[] rows) =>
            PriceCloseness.LotsOfSameSet(Store(rows), Of(1), [Firm(1), Firm(2), Firm(3)], 3, spread);

        Assert.Equal(2, Lots(0.01, (Of(1), Offers(Of(1), close)), (Of(2), Offers(Of(2), close))));
        Assert.Equal(1, Lots(0.0001, (Of(2), Offers(Of(2), 9_300_000, 9_400_000, 9_500_000))));
        Assert.Equal(1, Lots(PriceCloseness.Of(close)!.Value, (Of(2), Offers(Of(2), close))));
        Assert.Equal(1, Lots(0.01, (Of(2), Offers(Of(2), close[..2]))));
        Assert.Equal(1, Lots(0.01, (Of(2), Offers(Of(2), [.. close, 9_303_000]))));
        Assert.Equal(1, Lots(0.01, (Of(2), Offers(Of(2), 9_000_000, 9_001_000, 9_002_000))));      // at the floor chance decides
        Assert.Equal(1, Lots(0.01, (Of(2), [.. Offers(Of(2), close[..2]), Of(2).Bid(Firm(3), 9_300_000, Gone)])));
        Assert.Equal(1, Lots(0.01, (Of(2), [.. Offers(Of(2), close[..2]), Of(2).Bid(Firm(3), null, Lost)])));
        Assert.Equal(1, PriceCloseness.LotsOfSameSet(Store((Of(2), Offers(Of(2), close))), Of(1), [Firm(1), Firm(2), null], 3, 1));
        Assert.Null(PriceCloseness.Of([0, 0]));
        Assert.Equal(0, PriceCloseness.Of([5, 5]));
    }
}
