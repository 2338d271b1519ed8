using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class OtherWinnerAfterCancellingTests
{
    private const string Code = "KZ-25";
    private static readonly Lot Again = Tender() with { Number = "85000001-ОК2" };
    private static readonly Lot Cancelled = Tender().Repeat(20, "85000001-ОК1", Given.Astana(2026, 1, 5)) with { StatusId = 430 };

    /// <summary>Firm 1 was the cheapest with 9,100,000 before; the winner now and its price.</summary>
    private static CaseFile Now(int winner, decimal? price, Lot? before = null) => Given.File(Again) with
    {
        Attempts = [before ?? Cancelled],
        Bids = [.. (before ?? Cancelled).Bids((9_100_000, Lost), (9_300_000, Lost)), Again.Bid(Firm(winner), price, Won)],
    };

    internal static IEnumerable<CaseFile> Firing() => [Now(2, 9_100_000)];

    [Theory]
    [InlineData(2, 9_100_000, "T2")]
    [InlineData(2, 9_400_000, "T2")]
    [InlineData(2, 9_099_999, "clear")]
    [InlineData(1, 9_400_000, "clear")]
    public void Another_winner_at_no_lower_price(int winner, int price, string told) =>
        Assert.Equal(told, Now(winner, price).Judge(Code).Told());

    [Fact]
    public void Prices_are_compared_for_the_quantity_bought_now()
    {
        var half = Now(2, 4_600_000) with { Lot = Again with { Count = 5_000 } };

        Assert.Equal(("T2", 4_550_000m), (half.Judge(Code).Told(), half.Judge(Code).Threshold!.Value));
        Assert.Equal("clear", (Now(2, 4_500_000) with { Lot = Again with { Count = 5_000 } }).Judge(Code).Told());
        Assert.Equal("clear", (Now(2, 4_600_000) with { Lot = Again with { Count = null } }).Judge(Code).Told());
    }

    [Theory]
    [InlineData(430, "T2")]
    [InlineData(410, "T2")]
    [InlineData(370, "clear")]
    [InlineData(null, "? predecessor_status")]
    public void Only_a_purchase_cancelled_or_given_up_counts(int? status, string told) =>
        Assert.Equal(told, Now(2, 9_200_000, Cancelled with { StatusId = status }).Judge(Code).Told());

    [Theory]
    [InlineData(90, "T2")]
    [InlineData(91, "clear")]
    public void Within_ninety_days_of_the_results_seen(int days, string told) =>
        Assert.Equal(told, Now(2, 9_200_000, Cancelled with { ResultsPublished = Again.Published!.Value.AddDays(-days) }
            with
        { Published = Given.Astana(2025, 9, 1) }).Judge(Code).Told());

    [Fact]
    public void The_last_purchase_before_decides_and_a_first_one_has_none()
    {
        var later = Cancelled with { Id = 21, StatusId = 370, Published = Given.Astana(2026, 1, 20) };
        Assert.Equal("clear", (Now(2, 9_200_000) with { Attempts = [later, Cancelled] }).Judge(Code).Told());
        Assert.Equal("T2", (Now(2, 9_200_000) with { Attempts = [later with { IsDeleted = true }, Cancelled, Again] }).Judge(Code).Told());
        Assert.Equal("T2",
            (Now(2, 9_200_000) with { Attempts = [later with { Published = Given.Astana(2026, 3, 1) }, Cancelled] }).Judge(Code).Told());
        Assert.Equal("? predecessor_status", (Now(2, 9_200_000) with { Attempts = [] }).Judge(Code).Told());
        Assert.Equal("first_attempt",
            (Now(2, 9_200_000) with { Attempts = [], Lot = Again with { Number = "85000001-ОК1" } }).Judge(Code).Told());
    }

    [Fact]
    public void A_rejected_bid_is_not_the_cheapest_and_the_floor_is_left_out()
    {
        var file = Now(2, 9_200_000);
        Assert.Equal("clear",
            (file with
            {
                Bids = [.. Cancelled.Bids((9_100_000, Rejected), (9_300_000, Lost)),
                Again.Bid(Firm(5), 9_200_000, Won)]
            }).Judge(Code).Told());
        Assert.Equal("clear",
            (file with { Bids = [.. Cancelled.Bids((9_100_000, Rejected)), Again.Bid(Firm(5), 9_200_000, Won)] }).Judge(Code).Told());
        Assert.Equal("price_floor",
            (file with { Bids = [.. Cancelled.Bids((9_000_000, Lost)), Again.Bid(Firm(5), 9_200_000, Won)] }).Judge(Code).Told());
        Assert.Equal("? floor_kind", Now(2, 9_200_000, Cancelled with { MethodId = 60 }).Judge(Code).Told());
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        Assert.Equal("? predecessor_bids", Now(2, 9_200_000, Cancelled with { ResultsPublished = null }).Judge(Code).Told());
        Assert.Equal("? bid_amounts", Now(2, null).Judge(Code).Told());
        var bids = new[] { Again.Bid(Firm(2), 9_200_000, Won) };
        Assert.Equal("? bid_amounts",
            (Now(2, 1) with { Bids = [.. Cancelled.Bids((9_100_000, Lost), (null, Lost)), .. bids] }).Judge(Code).Told());
        Assert.Equal("? bid_statuses",
            (Now(2, 1) with { Bids = [.. Cancelled.Bids((9_100_000, Lost), (9_200_000, Unheard)), .. bids] }).Judge(Code).Told());
        Assert.Equal("? private_bidders", (Now(2, 1) with { Bids = [Cancelled.Bid(null, 9_100_000, Lost), .. bids] }).Judge(Code).Told());
        Assert.Equal("? private_bidders",
            (Now(2, 1) with { Bids = [.. Cancelled.Bids((9_100_000, Lost)), Again.Bid(null, 9_200_000, Won)] }).Judge(Code).Told());
        Assert.Equal("no_winner", (Now(2, 1) with { Bids = Again.Bids((1, Lost)) }).Judge(Code).Told());
        Assert.Equal("? bid_statuses", (Now(2, 1) with { Bids = Again.Bids((1, Unheard)) }).Judge(Code).Told());
    }
}
