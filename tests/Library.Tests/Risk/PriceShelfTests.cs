using Procurement;
using Risk;
using Risk.Habits;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>The prices of one thing from the cheapest to the dearest, with those of one buyer left out as if they had never been there.</summary>
public class PriceShelfTests
{
    private static readonly long Code = EnstruCode.Of(Given.Code);

    private static Contract Price(int id, decimal price, int buyer, int? supplier = 1, decimal? quantity = 100, string place = "351010000", int days = 30) =>
        Given.Peer(price, id) with
        {
            BuyerBin = $"10000000000{buyer}",
            SupplierBin = supplier is { } known ? $"20000000000{known}" : null,
            SignedAt = Given.AsOf.AddDays(-days),
            Items = [Given.Peer(price, id).Items[0] with { Quantity = quantity, Places = [place] }],
        };

    private static long Buyer(int number) => 100000000000 + number;

    private static readonly Contract[] Five =
    [
        Price(1, 500, 1, 1, 10), Price(2, 100, 2, 1, 50), Price(3, 300, 1, 2, 30), Price(4, 200, 3, null, null), Price(5, 300, 2, 3, 30),
    ];

    private static (Population Store, PriceShelf Shelf) Of(IReadOnlyList<Contract> contracts, uint regions = 0, int after = 0)
    {
        var store = new World { Contracts = contracts }.AsOf(Given.AsOf);
        var unit = store.UnitOf("796", null)!.Value;
        return (store, new PriceShelf(store, new PriceWindow(Code, unit, store.Prices(Code, unit)[0].Pack, PriceBasis.Contract, regions, after)));
    }

    /// <summary>Count, buyers, suppliers, quartiles of prices and the median quantity, by leaving the buyer's contracts out beforehand.</summary>
    private static string Plainly(IReadOnlyList<Contract> contracts)
    {
        var prices = contracts.Select(one => Math.Log((double)one.Items[0].UnitPrice!.Value)).Order().ToList();
        var quantities = contracts.Select(one => (double)(one.Items[0].Quantity ?? 0)).Where(quantity => quantity > 0).Order().ToList();
        return $"{contracts.Count} {contracts.DistinctBy(one => one.BuyerBin).Count()} "
            + $"{contracts.Select(one => one.SupplierBin).OfType<string>().Distinct().Count()} "
            + $"{Quantiles.Of(prices, 0.25):0.000000} {Quantiles.Of(prices, 0.5):0.000000} {Quantiles.Of(prices, 0.75):0.000000} "
            + $"{(quantities.Count == 0 ? "-" : $"{Quantiles.Of(quantities, 0.5):0.###}")}";
    }

    private static string Told(PriceShelf shelf, long buyer)
    {
        var left = shelf.PlacesOf(buyer);
        return $"{shelf.CountWithout(left)} {shelf.BuyersWithout(left)} {shelf.SuppliersWithout(left)} {shelf.LogarithmWithout(left, 0.25):0.000000} "
            + $"{shelf.LogarithmWithout(left, 0.5):0.000000} {shelf.LogarithmWithout(left, 0.75):0.000000} "
            + (shelf.QuantityWithout(left) is { } quantity ? $"{quantity:0.###}" : "-");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public void Leaving_a_buyer_out_is_the_same_as_if_it_had_not_bought(int buyer)
    {
        var dice = new Random(buyer);
        var many = Enumerable.Range(1, 60)
            .Select(i => Price(i, dice.Next(90, 99), dice.Next(1, 5), dice.Next(3) == 0 ? null : dice.Next(1, 6), dice.Next(4) == 0 ? null : dice.Next(1, 9)));

        foreach (var contracts in new[] { Five, [.. many] })
            Assert.Equal(Plainly([.. contracts.Where(one => one.BuyerBin != $"{Buyer(buyer)}")]), Told(Of(contracts).Shelf, Buyer(buyer)));
    }

    [Fact]
    public void Without_any_quantity_there_is_no_median()
    {
        Contract[] without = [Price(1, 100, 1, quantity: null), Price(2, 200, 2, quantity: null), Price(3, 300, 3)];

        Assert.Null(Of(without).Shelf.QuantityWithout(Of(without).Shelf.PlacesOf(Buyer(3))));
        Assert.Equal(100, Of(without).Shelf.QuantityWithout([]));
    }

    [Theory]
    [InlineData(1, 100, 3)]       // 100, 200 and 300 of others
    [InlineData(1, 300, 1)]
    [InlineData(1, 300.01, 0)]
    [InlineData(2, 100, 3)]
    [InlineData(2, 300, 2)]
    [InlineData(3, 200, 3)]       // its own is not among those of 200 and more
    [InlineData(3, 201, 3)]       // nor is it one of those that are dearer
    [InlineData(3, 500.01, 0)]
    [InlineData(9, 200, 4)]
    public void Those_of_others_that_are_as_dear_are_counted(int buyer, double price, int count)
    {
        var shelf = Of(Five).Shelf;

        Assert.Equal(count, shelf.CountFromWithout(shelf.PlacesOf(Buyer(buyer)), (decimal)price));
    }

    [Fact]
    public void Equal_prices_lie_in_the_order_of_the_population()
    {
        var (store, shelf) = Of([.. Enumerable.Range(1, 60).Select(i => Price(i, 100 + (i % 2), i % 5, days: 30 + (i * 7 % 60)))]);
        var expected = store.Prices(Code, store.UnitOf("796", null)!.Value).ToArray().OrderBy(price => price.PriceTiyn);    // keeps the order of equals

        Assert.Equal(expected.Select(price => price.Origin).Reverse(), shelf.DearestWithout(0).Select(price => price.Origin));
    }

    [Fact]
    public void The_dearest_of_the_others_come_first()
    {
        Assert.Equal([500, 300], Of(Five).Shelf.DearestWithout(Buyer(2)).Take(2).Select(price => price.Price));
        Assert.Equal([300, 200, 100], Of(Five).Shelf.DearestWithout(Buyer(1)).Select(price => price.Price));
    }

    [Fact]
    public void A_window_has_its_regions_and_begins_after_a_day()
    {
        Contract[] places = [Price(1, 100, 1), Price(2, 200, 2, place: "711010000"), Price(3, 300, 3, days: 31), Price(4, 400, 4, days: 32)];
        var (store, _) = Of(places);
        var day = Numbers.Day(Given.AsOf.AddDays(-31));

        Assert.Equal([400, 300, 100], Of(places, store.RegionBits([Given.Place])).Shelf.DearestWithout(0).Select(price => price.Price));
        Assert.Equal([200, 100], Of(places, after: day).Shelf.DearestWithout(0).Select(price => price.Price));
        Assert.Equal([300, 200, 100], Of(places, after: day - 1).Shelf.DearestWithout(0).Select(price => price.Price));
    }

    [Fact]
    public void Packs_that_are_named_are_counted_with_and_without_a_buyer()
    {
        Contract Packed(int id, int buyer, string details, int days = 30) => Price(id, 100, buyer, days: days).Of(item => item with { Details = details });
        var store = new World
        {
            Contracts = [Packed(1, 1, "Бумага 500 листов"), Packed(2, 1, "Бумага"), Packed(3, 2, "Бумага 500 листов"), Packed(4, 2, "Бумага 500 листов", 31)],
        }.AsOf(Given.AsOf);
        var shelves = PriceShelves.Of(store);
        var census = shelves.PacksOf(Code, store.UnitOf("796", null)!.Value, Numbers.Day(Given.AsOf.AddDays(-31)));

        Assert.Equal((3, 2), (census.Count, census.Named));
        Assert.Equal((1, 1), census.Without(Buyer(1)));
        Assert.Equal((2, 1), census.Without(Buyer(2)));
        Assert.Equal((3, 2), census.Without(Buyer(3)));
        Assert.Equal(Numbers.Day(Given.AsOf.AddMonths(-12)), shelves.DayBefore(12));
    }
}
