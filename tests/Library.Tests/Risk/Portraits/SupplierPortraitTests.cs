using System.Globalization;
using Procurement;
using Risk;
using Risk.Portraits;
using Xunit;

namespace Library.Tests.Risk.Portraits;

/// <summary>What the open data say of a supplier, each figure counted by hand.</summary>
public class SupplierPortraitTests
{
    private const long Bin = 200000000001;
    private static readonly Bought First = new();
    private static readonly Bought Second = new(1);

    private static SupplierPortrait? Of(World world, long bin = Bin) => SupplierPortrait.Of(world.AsOf(Given.AsOf), bin);

    private static readonly World Ordinary = new()
    {
        Contracts =
        [
            First.Contract(1, 100), First.Contract(2, 200, 6), Second.Contract(1, 500, 23),
            Second.Contract(2, 200, signed: Given.Astana(2024, 3, 5)),
            Second.Contract(3, 9000, 6, Given.Astana(2024, 3, 4)), First.Contract(3, 7000, supplier: "200000000002"),
        ],
        Acts = [Bought.Act(First.Contract(1, 100), 1), Bought.Act(First.Contract(2, 200), 0)],
        WholeFrom = new(2022, 1, 1),
    };

    [Fact]
    public void Its_contracts_of_24_months_are_told()
    {
        var portrait = Of(Ordinary)!;

        Assert.Equal((Bin, 4, 1000m, 2), (portrait.Bin, portrait.Contracts, portrait.Sum, portrait.Buyers));
        Assert.Equal((Second.Number, 0.7), (portrait.LargestBuyer, portrait.LargestShare));
        Assert.Equal((2, 1), (portrait.FromOneSource, portrait.Late));
        Assert.Equal((0, 0, null), (portrait.Bids, portrait.Wins, portrait.IsListed));
    }

    [Fact]
    public void Of_two_buyers_that_pay_the_same_the_smaller_number_stands_first()
    {
        var portrait = Of(new World { Contracts = [Second.Contract(1, 100.5m), First.Contract(1, 100.5m)] })!;

        Assert.Equal((First.Number, 0.5, 201m), (portrait.LargestBuyer, portrait.LargestShare, portrait.Sum));
    }

    [Fact]
    public void Contracts_without_a_sum_have_no_largest_share()
    {
        var portrait = Of(new World { Contracts = [First.Contract(1, 0)] })!;

        Assert.Equal((1, 0), (portrait.Contracts, portrait.LargestShare));
    }

    private static Bid Offer(int id, string status, DateTimeOffset? day = null, string bin = "200000000001") => new()
    {
        Id = id,
        AnnouncementId = 7,
        SupplierBin = bin,
        HandedIn = day ?? Given.Astana(2026, 1, 10),
        Lots = [new BidLot { LotId = id, Amount = 5, StatusName = status }],
    };

    [Fact]
    public void Only_offers_with_a_known_outcome_count()
    {
        Bid[] offers =
        [
            Offer(1, Bidding.Won), Offer(2, Bidding.Won, Given.Astana(2024, 3, 5)), Offer(3, Bidding.Lost), Offer(4, Bidding.Unheard),
            Offer(5, Bidding.Won, Given.Astana(2024, 3, 4)), Offer(6, Bidding.Won, bin: "200000000002"),
        ];
        var portrait = Of(new World { Bids = offers })!;

        Assert.Equal((3, 2), (portrait.Bids, portrait.Wins));
        Assert.Equal((0, 0m, 0, 0L, 0d), (portrait.Contracts, portrait.Sum, portrait.Buyers, portrait.LargestBuyer, portrait.LargestShare));
        Assert.Null(Of(new World { Bids = [Offer(4, Bidding.Unheard)] }));
    }

    [Theory]
    [InlineData("2026-03-05", null, true)]
    [InlineData("2026-03-06", null, false)]
    [InlineData("2026-01-01", "2026-03-05", true)]
    [InlineData("2026-01-01", "2026-03-04", false)]
    [InlineData(null, "2026-04-01", false)]
    public void It_is_listed_from_the_first_moment_to_the_last(string? from, string? until, bool listed)
    {
        static DateTimeOffset? Day(string? day) =>
            day is null ? null : AstanaTime.StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)).AddHours(9);
        UnfairListing listing = new() { Id = 1, SupplierBin = "200000000001", From = Day(from), Until = Day(until) };

        Assert.Equal(listed, Of(Ordinary with { Unfair = [listing] })!.IsListed);
        Assert.Equal(listed, Of(new World { Unfair = [listing] }) is not null);
        Assert.False(Of(Ordinary with { Unfair = [listing] }, 200000000002)!.IsListed);
    }

    [Fact]
    public void It_tells_when_the_firm_was_registered()
    {
        Organisation firm = new() { Bin = "200000000001", Registered = Given.Astana(2019, 5, 6) };

        Assert.Equal(new DateOnly(2019, 5, 6), Of(Ordinary with { Organisations = [firm] })!.Registered);
        Assert.Null(Of(Ordinary with { Organisations = [firm with { Registered = null }] })!.Registered);
        Assert.Null(Of(Ordinary)!.Registered);
    }

    [Fact]
    public void Who_is_in_nothing_has_no_portrait()
    {
        Assert.Null(Of(Ordinary, 200000000009));
        Assert.Null(Of(Ordinary with { Contracts = [First.Contract(1, 100, supplier: "")] }, 0));    // private persons are nobody here
    }
}
