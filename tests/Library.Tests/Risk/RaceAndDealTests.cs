using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

/// <summary>When a race and the contracts of a lot can be seen, and in which order they stand.</summary>
public class RaceAndDealTests
{
    private static Race? Race(CaseFile file, Lot? lot = null) => global::Risk.Race.Of(file, lot ?? file.Lot, Knowing);

    private static readonly CaseFile Held = Tender().File((300, Lost), (100, Won), (200, Rejected), (null, Lost), (50, Unheard));

    [Fact]
    public void Runners_stand_cheapest_first_and_those_without_a_sum_last()
    {
        var race = Race(Held)!;

        Assert.Equal([50, 100, 200, 300, null], race.Runners.Select(runner => runner.Amount));
        Assert.Equal(Firm(2), race.Winner!.Supplier);
        Assert.Equal([100, 300, null], race.Valid.Select(runner => runner.Amount));
        Assert.Equal([200], race.Rejected.Select(runner => runner.Amount));
        Assert.True(race.HasUnknownOutcome);
        Assert.False(Race(Tender().File((1, Won), (2, Lost), (3, "Второй победитель")))!.HasUnknownOutcome);
        Assert.Equal(3, Race(Tender().File((1, Won), (2, Lost), (3, "Второй победитель")))!.Valid.Count());
        Assert.Null(Race(Tender().File((1, Lost)))!.Winner);
    }

    [Fact]
    public void Of_equal_sums_the_earlier_bid_stands_first_and_of_those_the_smaller_number()
    {
        var lot = Tender();
        Bid At(long id, int hour) => lot.Bid(Firm(1), 100, Lost) with { Id = id, HandedIn = Given.Astana(2026, 2, 20, hour) };

        Assert.Equal([9, 3, 5], Race(Held with { Bids = [At(5, 11), At(9, 10), At(3, 11)] })!.Runners.Select(runner => runner.Bid.Id));
    }

    [Fact]
    public void The_discounted_sum_of_this_lot_counts_and_withdrawn_bids_are_left_out()
    {
        var bid = Tender().Bid(Firm(1), 100, Lost);
        Bid discounted = bid with { Lots = [bid.Lots[0] with { DiscountedAmount = 90 }, bid.Lots[0] with { LotId = 2, Amount = 1 }] };

        Assert.Equal([90], Race(Held with { Bids = [discounted] })!.Runners.Select(runner => runner.Amount));
        var words = new Dictionary<string, BidOutcome> { ["Отозвана"] = BidOutcome.Withdrawn };
        var withdrawing = Knowing with { BidStatuses = Knowing.BidStatuses.With(words) };
        var file = Held with { Bids = [.. Tender().Bids((100, "Отозвана"), (200, Lost))] };
        Assert.Equal([200], global::Risk.Race.Of(file, file.Lot, withdrawing)!.Runners.Select(runner => runner.Amount));
    }

    [Fact]
    public void A_race_is_seen_from_the_moment_of_its_results()
    {
        Assert.NotNull(Race(Held, Held.Lot with { ResultsPublished = Held.AsOf }));
        Assert.Null(Race(Held, Held.Lot with { ResultsPublished = Held.AsOf.AddSeconds(1) }));
        Assert.Null(Race(Held, Held.Lot with { ResultsPublished = null }));
        Assert.Null(Race(Held, Held.Lot with { AnnouncementId = null }));
        Assert.Null(Race(Held with { Bids = null }));
        Assert.Empty(Race(Held with { Bids = [] })!.Runners);
    }

    private static IReadOnlyList<Deal>? Deals(params Contract[] contracts) => Deal.Of(GivenDeal.File(contracts), Catalogue.Current);

    [Fact]
    public void Versions_stand_first_to_last_and_contracts_the_earliest_first()
    {
        var (first, second) = (GivenDeal.Contract(), GivenDeal.Contract(1));
        var earlier = GivenDeal.Contract() with { Id = 50, RootId = null, SignedAt = GivenDeal.Signed.AddDays(-1) };
        var same = GivenDeal.Contract() with { Id = 5, RootId = 5 };

        Assert.Equal([(50L, 50L), (5, 5), (10, 11)], Deals(second, first, earlier, same)!.Select(deal => (deal.First.Id, deal.Last.Id)));
        Assert.Equal("10 9", Versions(second with { Number = first.Number, Id = 10 }, first with { Id = 9, Number = "1/2/01" }));
        Assert.Equal("10 12", Versions(second with { Number = first.Number, Id = 12 }, first));

        static string Versions(params Contract[] contracts) =>
            string.Join(' ', Deals(contracts)!.Single().Versions.Select(version => version.Id));
    }

    [Fact]
    public void Only_versions_of_the_moment_count_and_what_came_to_nothing_is_left_out()
    {
        var (first, second) = (GivenDeal.Contract(), GivenDeal.Contract(1));

        Assert.Equal(10, Deals(first, second with { SignedAt = GivenDeal.AsOf.AddSeconds(1) })!.Single().Last.Id);
        Assert.Equal(11, Deals(first, second with { SignedAt = GivenDeal.AsOf })!.Single().Last.Id);
        Assert.Empty(Deals(first, second with { IsDeleted = true })!);
        Assert.Empty(Deals(first with { StatusId = 330 })!);
        Assert.Empty(Deals(first, second with { StatusId = 330 })!);
        Assert.Equal(10, Deals(first with { StatusId = null })!.Single().First.Id);
        Assert.Equal(11, Deals(first with { IsDeleted = true }, second)!.Single().Last.Id);
        Assert.Null(Deal.Of(GivenDeal.File() with { Contracts = null }, Catalogue.Current));
        Assert.Empty(Deals()!);
    }
}
