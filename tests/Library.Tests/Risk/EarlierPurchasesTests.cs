using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

/// <summary>Which purchases before a lot it may follow from, and what is known of them.</summary>
public class EarlierPurchasesTests
{
    private const int Days = 90;

    private static readonly Lot Judged = Tender() with { Id = 50, Number = "85000050-ОИ1", MethodId = 6, AnnouncementId = 500 };

    /// <summary>A failed tender of the same buyer for the same thing, of another plan item.</summary>
    private static readonly Lot Failed = Tender() with
    {
        Id = 49,
        Number = "85000049-ОК1",
        AnnouncementId = 490,
        StatusId = 370,
        Published = Judged.Published!.Value.AddDays(-20),
        ResultsPublished = Judged.Published!.Value.AddDays(-2),
    };

    private static IReadOnlyList<EarlierPurchase> Of(CaseFile file) => EarlierPurchases.Of(file, Knowing, Days);

    private static IReadOnlyList<EarlierPurchase> InStore(Lot lot, Announcement? announcement = null, params Bid[] bids) =>
        Of((Given.File(Judged) with { Announcement = announcement }).In(new World { Lots = [lot], Bids = bids, Catalogue = Knowing }));

    private static IEnumerable<long> Attempts(params Lot[] attempts) => Of(Given.File(Judged) with { Attempts = attempts }).Select(one => one.LotId);

    [Fact]
    public void A_failed_purchase_of_the_same_thing_may_be_the_one_before()
    {
        Assert.Equal([(49L, false)], InStore(Failed).Select(one => (one.LotId, one.IsCertain)));
        Assert.Single(InStore(Failed with { StatusId = null }));
        Assert.Empty(InStore(Failed with { StatusId = 360 }));
        Assert.Empty(InStore(Failed with { MethodId = 23 }));
        Assert.Empty(InStore(Failed with { Enstru = "222925.700.000027" }));
        Assert.Empty(InStore(Failed with { BuyerBin = "100000000001" }));
    }

    [Theory]
    [InlineData(-90, 49, 1)]
    [InlineData(-91, 49, 0)]     // more than ninety days before
    [InlineData(0, 49, 1)]       // of one day the smaller number came first
    [InlineData(0, 51, 0)]
    [InlineData(1, 49, 0)]
    public void It_was_published_before_and_not_long_before(int days, long id, int expected) =>
        Assert.Equal(expected, InStore(Failed with { Id = id, Published = Judged.Published!.Value.AddDays(days) }).Count);

    [Fact]
    public void One_plan_item_or_the_announcement_named_as_parent_make_it_certain_whenever_it_was()
    {
        var old = Failed with { Published = Judged.Published!.Value.AddDays(-200), StatusId = 360 };

        Assert.Empty(InStore(old));
        Assert.True(Assert.Single(InStore(old with { Number = "85000050-ОК1" })).IsCertain);
        Assert.True(Assert.Single(InStore(old, new Announcement { Id = 500, ParentId = 490 })).IsCertain);
        Assert.Empty(InStore(old, new Announcement { Id = 500, ParentId = 491 }));
        Assert.Empty(InStore(old with { AnnouncementId = null }, new Announcement { Id = 500, ParentId = 0 }));
        Assert.Empty(InStore(old, new Announcement { Id = 500 }));

        var unnumbered = Given.File(Judged with { Number = "без номера" }).In(new World { Lots = [old with { Number = "тоже" }] });
        Assert.Empty(Of(unnumbered));
    }

    [Fact]
    public void Where_one_is_certain_the_others_are_left_out()
    {
        var certain = Failed with { Id = 48, Number = "85000050-ОК1", AnnouncementId = 480 };

        Assert.Equal([48L], Of(Given.File(Judged).In(new World { Lots = [Failed, certain] })).Select(one => one.LotId));
    }

    [Fact]
    public void Attempts_of_the_case_are_those_before_the_lot_first_to_last()
    {
        Lot At(long id, int attempt, int days = -20) =>
            Failed with { Id = id, Number = $"85000050-ОК{attempt}", Published = Judged.Published!.Value.AddDays(days) };

        Assert.Equal([47L, 48, 49], Attempts(At(49, 1), At(48, 2, -21), At(47, 1, -22)));
        Assert.Equal([49L, 47, 48], Attempts(At(47, 2), At(49, 1), At(48, 2)));
        Assert.Equal([49L], Attempts(At(49, 1, 0), At(51, 1, 0), At(48, 1, 1), At(50, 1), At(46, 1) with { IsDeleted = true }));
    }

    [Fact]
    public void What_the_case_lacks_of_an_attempt_the_store_tells()
    {
        var certain = Failed with { Number = "85000050-ОК1", IsRepeat = true };
        var file = (Given.File(Judged) with { Attempts = [certain] })
            .In(new World { Lots = [certain], Bids = certain.Bids((100, Lost)).ToList(), Catalogue = Knowing });
        var known = Assert.Single(Of(file));

        Assert.Equal((true, true), (known.IsCertain, known.IsRepeat));
        Assert.Equal(100m, Assert.Single(known.Offers!).Amount);
        Assert.Equal([200m], Of(file with { Bids = certain.Bids((200, Lost)) }).Single().Offers!.Select(offer => offer.Amount ?? 0));
        Assert.Null(Of(file with { Population = null }).Single().Offers);
    }

    [Fact]
    public void The_stores_offers_are_seen_from_the_day_of_results()
    {
        Bid[] bids = [Failed.Bid(Firm(1), 100, Lost), Failed.Bid(null, null, Rejected)];
        IReadOnlyList<EarlierPurchase.Offer>? With(DateTimeOffset? results, params Bid[] its) =>
            InStore(Failed with { ResultsPublished = results }, null, its).Single().Offers;

        Assert.Equal([new(Firm(1), 100, BidOutcome.Submitted), new(null, null, BidOutcome.Rejected)], With(Given.AsOf, bids)!.OrderBy(offer => offer.Supplier is null));
        Assert.Null(With(Given.AsOf.AddDays(1), bids));
        Assert.Null(With(null, bids));
        Assert.Null(With(Given.AsOf));
    }
}
