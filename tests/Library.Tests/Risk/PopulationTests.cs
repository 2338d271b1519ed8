using Procurement;
using Risk;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

public class PopulationTests
{
    private static readonly long Buyer = Numbers.Bin(Given.Buyer);

    private static Contract Version(long id, int version, decimal sum, DateTimeOffset signed) => Given.Direct(id, sum) with
    {
        RootId = 1,
        Number = $"{Given.Buyer}/260001/{version:00}",
        SignedAt = signed,
        MethodId = 3,
        Items = [new ContractItem { LotId = 1, Enstru = Given.Code, UnitPrice = sum, Quantity = 1, UnitCode = "796", Places = [Given.Place] }],
    };

    [Fact]
    public void Of_a_contract_the_last_version_known_counts_with_its_own_subjects()
    {
        var world = new World { Contracts = [Version(1, 0, 100, Given.Astana(2026, 1, 5)), Version(2, 1, 90, Given.Astana(2026, 2, 5))] };

        var (before, after) = (world.AsOf(Given.Astana(2026, 2, 1)), world.AsOf(Given.AsOf));

        Assert.Equal([100], before.DealsOf(Buyer).ToArray().Select(deal => deal.Sum));
        Assert.Equal([90], after.DealsOf(Buyer).ToArray().Select(deal => deal.Sum));
        Assert.Equal(90, after.ItemsOf(after.Deals[0])[0].Sum);
        Assert.Equal(new DateOnly(2026, 1, 5).DayNumber, after.Deals[0].FirstDay);
    }

    [Fact]
    public void Contracts_that_came_to_nothing_and_lots_not_yet_published_are_not_there()
    {
        var world = new World
        {
            Contracts = [Version(1, 0, 100, Given.Astana(2026, 1, 5)) with { StatusId = 480 }],
            Lots = [Given.Lot(), Given.Lot() with { Id = 2, Published = Given.AsOf.AddDays(1) }, Given.Lot() with { Id = 3, IsDeleted = true }],
        };

        Assert.Empty(world.AsOf(Given.AsOf).Deals.ToArray());
        Assert.Equal([1], world.AsOf(Given.AsOf).LotsOf(Buyer).ToArray().Select(lot => lot.Id));
    }

    [Fact]
    public void Prices_of_one_thing_are_found_by_code_and_unit()
    {
        var population = new World
        {
            Lots = [Given.Lot(), Given.Lot() with { Id = 2, Number = "85000001-ЗЦП2", UnitPrice = 110 }, Given.Lot() with { Id = 3, Number = "85000003-ЗЦП1", UnitCode = "778" }],
            Contracts = [Version(1, 0, 100, Given.Astana(2026, 1, 5))],
        }.AsOf(Given.AsOf);

        var prices = population.Prices(EnstruCode.Of(Given.Code), population.UnitOf("796", "Штука")!.Value).ToArray();

        Assert.Equal([(PriceBasis.Contract, 100m), (PriceBasis.Planned, 110m)], prices.Select(price => (price.Basis, price.Price)));
        Assert.Equal(population.RegionBits([Given.Place]), prices[0].Regions);
        Assert.Equal(0u, population.RegionBits(["990000000"]));
        Assert.Null(population.UnitOf("112", null));
    }

    [Fact]
    public void Bids_traits_and_listings_are_found_by_lot_and_supplier()
    {
        var phone = Trait.Of(TraitKind.Phone, "+7 (727) 123-45-67")!.Value;
        Assert.Equal(phone, Trait.Of(TraitKind.Phone, "8 727 1234567"));
        Bid BidOf(long id, string bin, string status) => new()
        {
            Id = id,
            AnnouncementId = 7,
            SupplierBin = bin,
            HandedIn = Given.Astana(2026, 2, 25),
            Lots = [new BidLot { LotId = 1, Amount = 5, StatusName = status }],
        };

        var population = new World
        {
            Bids = [BidOf(2, "200000000002", "Подано"), BidOf(1, "200000000001", "Победитель"), BidOf(3, "200000000003", "?")],
            Organisations = [new() { Bin = "200000000001", Traits = [phone], IsMonopoly = true }, new() { Bin = "200000000002", Traits = [phone] }],
            Unfair = [new UnfairListing { Id = 5, SupplierBin = "200000000002" }],
        }.AsOf(Given.AsOf);

        Assert.Equal([BidOutcome.Won, BidOutcome.Submitted, BidOutcome.Unknown], population.BidsFor(1).ToArray().Select(bid => bid.Outcome));
        Assert.Equal(1, population.BidsBy(200000000003).Count);
        Assert.Equal(2, population.FrequencyOf(phone));
        Assert.Equal([phone], population.TraitsOf(200000000002));
        Assert.True(population.Firm(200000000001)!.Value.IsMonopoly);
        Assert.Equal([5], population.UnfairOf(200000000002).Select(listing => listing.Id));
        Assert.Empty(population.UnfairOf(0));
    }

    [Fact]
    public void What_changed_is_forgotten_and_added_anew()
    {
        var tables = new PopulationTables(Catalogue.Current);
        tables.Add(Given.Lot());
        tables.Add(Version(1, 0, 100, Given.Astana(2026, 1, 5)));
        tables.Forget(new HashSet<long> { 1 }, new HashSet<long>(), new HashSet<long> { 1 }, new HashSet<long>());
        tables.Add(Given.Lot() with { Amount = 7 });
        tables.Add(Version(1, 0, 200, Given.Astana(2026, 1, 5)));

        var population = tables.AsOf(Given.AsOf);

        Assert.Equal(7, population.Lot(1)!.Value.Amount);
        Assert.Equal([200], population.Deals.ToArray().Select(deal => deal.Sum));
        Assert.Equal(200, population.ItemsOf(population.Deals[0])[0].Sum);
    }
}
