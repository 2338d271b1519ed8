using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class SparringPartnerTests
{
    private const string Code = "KZ-23";

    private sealed record Market
    {
        public List<Lot> Lots { get; } = [];
        public List<Bid> Bids { get; } = [];

        /// <summary>So many lots won by one firm against others.</summary>
        public Market With(int lots, int winner, params int[] losers)
        {
            for (var i = 0; i < lots; i++)
                Add(Tender(), 9_700_000, winner, losers);
            return this;
        }

        public Market Add(Lot like, decimal offer, int winner, params int[] losers)
        {
            var lot = like.Repeat(100 + Lots.Count, $"86{Lots.Count:0000}-ОК1", Given.Astana(2025, 6, 1));
            Lots.Add(lot);
            Bids.Add(lot.Bid(Firm(winner), offer, Won));
            Bids.AddRange(losers.Select(loser => lot.Bid(Firm(loser), 9_800_000, Lost)));
            return this;
        }

        /// <summary>A lot that firm 1 wins and firm 2 loses, among these.</summary>
        public CaseFile File() => Tender().File((9_700_000, Won), (9_800_000, Lost)) with { Population = Population(Lots, Bids) };
    }

    internal static IEnumerable<CaseFile> Firing() =>
        [new Market().With(15, 1, 2).File(), new Market().With(5, 1, 2).With(20, 3, 4).File()];

    [Fact]
    public void Who_bids_often_and_loses_mostly_to_one_is_told_of()
    {
        Assert.Equal("T2", new Market().With(15, 1, 2).File().Judge(Code).Told());
        Assert.Equal("clear", new Market().With(14, 1, 2).File().Judge(Code).Told());
        Assert.Equal("T2", new Market().With(9, 1, 2).With(6, 3, 2).File().Judge(Code).Told());         // exactly 60 %
        Assert.Equal("clear", new Market().With(8, 1, 2).With(6, 3, 2).With(1, 4, 2).File().Judge(Code).Told());
        Assert.Equal("clear", new Market().With(19, 1, 2).With(1, 2, 3).File().Judge(Code).Told());     // exactly 5 % won
        Assert.Equal("T2", new Market().With(20, 1, 2).With(1, 2, 3).File().Judge(Code).Told());
    }

    [Theory]
    [InlineData(5, 20, "T2 pair")]          // 25 lots in the market: five times chance
    [InlineData(5, 19, "clear")]
    [InlineData(4, 40, "clear")]
    public void A_pair_that_meets_more_often_than_chance_is_told_of(int joint, int others, string told) =>
        Assert.Equal(told, new Market().With(joint, 1, 2).With(others, 3, 4).File().Judge(Code).Told());

    [Fact]
    public void Of_the_joint_lots_four_in_five_go_to_the_winner()
    {
        Assert.Equal("T2 pair", new Market().With(4, 1, 2).With(1, 2, 1).With(20, 3, 4).File().Judge(Code).Told());
        Assert.Equal("clear", new Market().With(3, 1, 2).With(2, 2, 1).With(20, 3, 4).File().Judge(Code).Told());
        Assert.Equal("clear", new Market().With(4, 1, 2).With(2, 3, 1, 2).With(24, 3, 4).File().Judge(Code).Told());
    }

    [Fact]
    public void Lots_at_the_floor_of_points_and_of_the_e_shop_do_not_count()
    {
        Assert.Equal("clear", new Market().With(14, 1, 2).Add(Tender(), 9_000_000, 1, 2).File().Judge(Code).Told());
        foreach (var method in new[] { 188, 201, 60, 23 })
            Assert.Equal("clear",
                new Market().With(14, 1, 2).Add(Tender() with { MethodId = method }, 9_700_000, 1, 2).File().Judge(Code).Told());
        Assert.Equal("T2", new Market().With(14, 1, 2).Add(Tender() with { MethodId = 3 }, 9_700_000, 1, 2).File().Judge(Code).Told());
    }

    [Fact]
    public void The_pair_must_be_in_this_lot_and_its_winner_must_win_it()
    {
        var file = new Market().With(15, 1, 2).File();

        Assert.Equal("clear", (file with { Bids = file.Lot.Bids((1, Lost), (2, Won)) }).Judge(Code).Told());
        Assert.Equal("clear", (file with { Bids = [file.Lot.Bid(Firm(1), 1, Won), file.Lot.Bid(Firm(3), 2, Lost)] }).Judge(Code).Told());
        Assert.Equal("no_winner", (file with { Bids = file.Lot.Bids((1, Lost), (2, Lost)) }).Judge(Code).Told());
        Assert.Equal("? bid_statuses", (file with { Bids = file.Lot.Bids((1, Unheard), (2, Lost)) }).Judge(Code).Told());
        Assert.Equal("T2", (file with { Bids = file.Lot.Bids((1, Won), (2, Unheard)) }).Judge(Code).Told());
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        var file = new Market().With(3, 1, 2).File();

        Assert.Equal("? population", (file with { Population = null }).Judge(Code).Told());
        Assert.Equal("? private_bidders", (file with { Bids = [file.Lot.Bid(null, 1, Won)] }).Judge(Code).Told());
        Assert.Equal("? private_bidders", (file with { Bids = [.. file.Bids!, file.Lot.Bid(null, 1, Lost)] }).Judge(Code).Told());
        foreach (var (from, told) in new[] { ((DateOnly?)new DateOnly(2024, 3, 5), "clear"),
            (new DateOnly(2024, 3, 6), "? lots_incomplete"), (null, "? lots_incomplete") })
            Assert.Equal(told, (file with { Population = new World { WholeFrom = from }.AsOf(Given.AsOf) }).Judge(Code).Told());
    }

    [Fact]
    public void The_figures_are_those_of_the_pair()
    {
        var (alone,
            pair) = (new Market().With(9, 1, 2).With(6, 3, 2).File().Judge(Code),
                new Market().With(5, 1, 2).With(20, 3, 4).File().Judge(Code));

        Assert.Equal((15, 0, 15, 9), (alone.Facts["count"], alone.Facts["wins"], alone.Facts["losses"], alone.Facts["lost"]));
        Assert.Equal((Firm(2), Firm(1)), (alone.Facts["supplier"], alone.Facts["other"]));
        Assert.Equal((0.6m, 0.6m, 0d), (alone.Value, alone.Threshold, alone.Strength));
        Assert.Equal((5, 5.0m, 5), (pair.Facts["count"], pair.Facts["times"], pair.Facts["lost"]));
        Assert.Equal((1m, 0.8m, 1d), (pair.Value!.Value, pair.Threshold!.Value, pair.Strength));    // the whole is as strong as it gets
    }
}
