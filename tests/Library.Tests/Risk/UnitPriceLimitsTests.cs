using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Limits of KZ-01: whom a price is compared with, and where a comparison ends.</summary>
public class UnitPriceLimitsTests
{
    private static readonly decimal[] Wide = [100, 100, 100, 100, 140, 140, 140, 140, 200, 200, 200, 200];

    private static Finding Judge(Lot lot, params IEnumerable<Contract> peers) => Given.File(lot).In(new World { Contracts = [.. peers] }).Finding("KZ-01");

    private static string Told(Finding finding) => finding.State switch
    {
        State.Fired => $"{finding.Tier}",
        State.Clear => "clear",
        _ => string.Join(' ', [.. finding.Missing, .. finding.Exceptions]),
    };

    [Theory]
    [InlineData(1.99, "data_suspect")]    // a fiftieth of the usual price is still believed, less is a slip of the pen
    [InlineData(2, "clear")]
    [InlineData(0, "unit_price")]
    public void A_price_may_be_too_low_to_be_true(double price, string told) =>
        Assert.Equal(told, Told(Judge(Given.Lot() with { UnitPrice = (decimal)price }, Given.Peers(Given.Level(100)))));

    [Theory]
    [InlineData(565.68, "clear")]
    [InlineData(565.69, "T3")]     // 200 · 2 to the power of 1.5: quartiles are 100 and 200
    [InlineData(918.95, "T3")]
    [InlineData(918.96, "T2")]     // 200 · 2 to the power of 2.2
    public void Both_fences_themselves_are_beyond(double price, string told) =>
        Assert.Equal(told, Told(Judge(Given.Lot() with { UnitPrice = (decimal)price }, Given.Peers(Wide))));

    [Theory]
    [InlineData("796", "Штука", "T2")]
    [InlineData("796", null, "T2")]
    [InlineData(null, "Штука", "T2")]    // either says what is counted
    [InlineData(null, null, "unit")]
    public void A_unit_is_known_by_its_code_or_its_name(string? code, string? name, string told) =>
        Assert.Equal(told, Told(Judge(Given.Lot() with { UnitPrice = 500, UnitCode = code, UnitName = name },
            Given.Peers(Given.Level(100)).Select(peer => peer.Of(item => item with { UnitCode = code ?? "796", UnitName = name }))
                .Concat(Given.Peers(Given.Level(100)).Select(peer => (peer with { Id = peer.Id + 100 }).Of(item => item with { UnitCode = code, UnitName = name }))))));

    [Theory]
    [InlineData("в пачке 500 листов", null, "T2")]
    [InlineData(null, "бумада 500 парақ", "T2")]
    [InlineData("в пачке 500 листов", "бумада 250 парақ", "T2")]    // the Russian words come first
    [InlineData("в пачке 250 листов", "бумада 500 парақ", "too_few_peers")]
    public void A_pack_is_read_from_the_words_of_either_language(string? ru, string? kz, string told) =>
        Assert.Equal(told, Told(Judge(Given.Lot() with { UnitPrice = 500, Details = new(ru, kz) },
            Given.Peers(Given.Level(100)).Select(peer => peer.Of(item => item with { Details = "в пачке 500 листов" })))));

    [Theory]
    [InlineData("в пачке 500 листов, в коробке 5 пачек", 500_000, 1, "T2")]      // five packs of 100 000: a tenth of the fifty that others buy
    [InlineData("в пачке 500 листов, в коробке 4 пачки", 400_000, 1, "clear")]
    [InlineData("в пачке 500 листов", 100_000, 5, "T2")]
    [InlineData("в пачке 500 листов", 100_000, 4, "clear")]
    public void A_box_is_as_many_as_the_packs_in_it(string words, int price, int count, string told) =>
        Assert.Equal(told, Told(Judge(Given.Lot() with { UnitPrice = price, Count = count, Details = new(words, null) },
            Given.Peers(Given.Level(2155)).Select(peer => peer.Of(item => item with { Quantity = 50, Details = "в пачке 500 листов" })))));

    [Theory]
    [InlineData("796", "Бумага белая", 12, 0, "T2")]
    [InlineData("796", "Бумага белая", 12, 4, "pack")]     // a fourth of all name a pack, so that who names none cannot be compared
    [InlineData("796", "Бумага белая", 13, 4, "T2")]
    [InlineData("796", null, 13, 1, "pack")]               // no words at all: one that names a pack is enough
    [InlineData("796", null, 13, 0, "T2")]
    [InlineData("778", "Бумага белая", 13, 1, "pack")]     // a unit that is a pack itself
    [InlineData("778", "Бумага белая", 13, 0, "T2")]
    public void Where_others_name_packs_a_lot_that_names_none_is_not_compared(string unit, string? words, int unnamed, int named, string told)
    {
        var peers = Given.Peers([.. Enumerable.Repeat(100m, unnamed + named)]).Select((peer, i) => peer.Of(item => item with
        {
            UnitCode = unit,
            UnitName = null,
            Details = i < unnamed ? "Бумага белая" : "в пачке 500 листов",
        }));

        Assert.Equal(told, Told(Judge(Given.Lot() with { UnitPrice = 500, UnitCode = unit, UnitName = null, Details = new(words, null) }, peers)));
    }

    [Theory]
    [InlineData(11, 12, "places")]    // the second region has twelve prices of its own, so the lot may be cheap in the country and dear there
    [InlineData(12, 11, "places")]
    [InlineData(11, 11, "clear")]
    public void A_lot_without_a_place_may_belong_to_any_region_with_enough_prices(int first, int second, string told)
    {
        var peers = Given.Peers([.. Enumerable.Repeat(100m, first + second)])
            .Select((peer, i) => peer.Of(item => item with { Places = [i < first ? "711010000" : "352000000"] }));

        Assert.Equal(told, Told(Judge(Given.Lot() with { Places = [] }, peers)));
        Assert.Equal("T2", Told(Judge(Given.Lot() with { Places = [], UnitPrice = 500 }, peers)));
    }

    [Fact]
    public void Three_suppliers_are_enough_and_planned_prices_know_none()
    {
        var three = Given.Peers(Given.Level(100)).Select((peer, i) => peer with { SupplierBin = $"20000000000{i % 3}" }).ToList();
        var planned = new World { Lots = [.. three.Select(Given.Planned)] };

        Assert.Equal("T2", Told(Judge(Given.Lot() with { UnitPrice = 500 }, three)));
        Assert.Equal("places", Told(Given.File(Given.Lot() with { Places = [] }).In(planned).Finding("KZ-01")));
    }
}
