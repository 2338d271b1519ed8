using Procurement;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Numbers by which the population knows buyers, units, regions and codes.</summary>
public class PopulationLookupTests
{
    [Fact]
    public void Buyers_and_suppliers_stand_once_in_order_of_their_numbers()
    {
        Lot Of(int buyer) => Given.Lot() with { Id = buyer, Number = $"8500000{buyer}-ЗЦП1", BuyerBin = $"10000000000{buyer}" };
        Contract Signed(int id, int buyer, int supplier) =>
            Given.Direct(id, 1) with { BuyerBin = $"10000000000{buyer}", SupplierBin = $"20000000000{supplier}" };
        var population = new World
        {
            Lots = [Of(3), Of(1)],
            Contracts = [Signed(1, 2, 4), Signed(2, 3, 1)],
            Bids = [Bidding.Bid(Of(3), "200000000003", 1, Bidding.Lost), Bidding.Bid(Of(3), "200000000004", 1, Bidding.Lost)],
            Unfair = [new UnfairListing { Id = 9 }, new UnfairListing { Id = 5 }],
        }.AsOf(Given.AsOf);

        Assert.Equal([100000000001, 100000000002, 100000000003], population.Buyers);
        Assert.Equal([200000000001, 200000000003, 200000000004], population.Suppliers);
        Assert.Equal([5L, 9], population.UnfairListings.Select(listing => listing.Id));
        Assert.Empty(population.UnfairOf(0));
    }

    [Fact]
    public void A_unit_is_known_by_its_code_else_by_its_name()
    {
        var population = new World { Lots = [Given.Lot(), Given.Lot() with { Id = 2, Number = "2-ЗЦП1", UnitCode = null, UnitName = " пачка " }] }.AsOf(Given.AsOf);

        Assert.Equal(population.Lot(1)!.Value.Unit, population.UnitOf("796", "иное"));
        Assert.Equal(population.Lot(2)!.Value.Unit, population.UnitOf(null, "Пачка"));
        Assert.Null(population.UnitOf(null, null));
        Assert.Null(population.UnitOf("778", "Пачка"));
    }

    [Theory]
    [InlineData(0, 0u)]
    [InlineData(1, 1u)]
    [InlineData(2, 2u)]
    [InlineData(32, 0x8000_0000u)]
    [InlineData(33, 0x8000_0000u)]
    public void Every_region_has_a_bit_and_those_beyond_the_word_the_last_one(int region, uint bit) =>
        Assert.Equal(bit, Population.BitOf((ushort)region));

    [Fact]
    public void A_place_too_short_for_a_region_and_one_where_nothing_lies_have_no_bit()
    {
        var population = new World { Lots = [Given.Lot() with { Places = ["35", "7"] }] }.AsOf(Given.AsOf);

        Assert.Equal(1u, population.Lots[0].Regions);
        Assert.Equal(1u, population.RegionBits(["351010000", "7", "990000000"]));
    }

    [Fact]
    public void A_judged_lot_has_the_kind_of_its_buyer_as_the_store_knows_it()
    {
        var hospital = Given.Lot() with { Id = 2, Number = "85000002-ЗЦП1", BuyerName = new("КГП \"Районная больница\"", null), Published = Given.AsOf };
        var (alone, both) = (new World { Lots = [Given.Lot()] }.AsOf(Given.AsOf), new World { Lots = [Given.Lot(), hospital] }.AsOf(Given.AsOf));
        LotFact Unmeasured(Population population) =>
            Given.Lot() with { UnitCode = null, UnitName = null } is var lot ? population.FactOf(lot, LotFact.Of(lot)) : default;
        string KindOf(Population population, Lot lot) => population.BuyerKinds[population.FactOf(lot, LotFact.Of(lot)).BuyerKind];

        Assert.Equal("school", KindOf(alone, Given.Lot()));
        Assert.Equal("hospital", KindOf(both, Given.Lot()));
        Assert.Equal("school", KindOf(alone, Given.Lot() with { BuyerBin = "100000000009" }));
        Assert.Equal("", KindOf(alone, hospital with { BuyerBin = "100000000009" }));
        Assert.Equal(0, Unmeasured(alone).Unit);
    }

    [Theory]
    [InlineData("172314.500.000002", 172314500000002)]
    [InlineData("172314500000002", 172314500000002)]
    [InlineData("172314.500.00002", 0)]
    [InlineData("172314.500.0000023", 0)]
    [InlineData("172314.500.00000A", 0)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    public void A_code_has_fifteen_digits(string? code, long number) => Assert.Equal(number, EnstruCode.Of(code));
}
