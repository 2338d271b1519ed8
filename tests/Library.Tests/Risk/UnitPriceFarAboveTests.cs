using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class UnitPriceFarAboveTests
{
    private static readonly decimal[] Wide = [100, 100, 100, 100, 140, 140, 140, 140, 200, 200, 200, 200];

    private static Finding Judge(Lot lot, IReadOnlyList<PricePeer>? peers = null) =>
        (Given.File(lot) with { Peers = peers ?? Given.Peers([.. Enumerable.Repeat(100m, 12)]) }).Finding("KZ-01");

    [Theory]
    [InlineData(149.99, State.Clear)]
    [InlineData(150, State.Fired)]
    [InlineData(5000, State.Fired)]
    [InlineData(5000.01, State.NotEvaluable)]
    public void Half_as_much_again_is_needed_and_fifty_times_is_a_slip_of_the_pen(double price, State expected)
    {
        var finding = Judge(Given.Lot() with { UnitPrice = (decimal)price });

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.NotEvaluable ? ["data_suspect"] : [], finding.Missing);
    }

    [Fact]
    public void The_fence_itself_fires_and_a_tiyn_less_does_not()
    {
        var fence = Judge(Given.Lot(), Given.Peers(Wide)).Benchmark!.Fence;

        Assert.True(fence > 300);
        Assert.Equal(State.Fired, Judge(Given.Lot() with { UnitPrice = fence }, Given.Peers(Wide)).State);
        Assert.Equal(State.Clear, Judge(Given.Lot() with { UnitPrice = fence - 0.01m }, Given.Peers(Wide)).State);
    }

    [Theory]
    [InlineData(4324.9, State.Clear)]
    [InlineData(4325, State.Fired)]    // 50 tenge more for each is 50 MCI of 2026
    public void Small_money_is_left_alone(double quantity, State expected) =>
        Assert.Equal(expected, Judge(Given.Lot() with { UnitPrice = 150, Count = (decimal)quantity }).State);

    [Theory]
    [InlineData(999, State.Clear)]
    [InlineData(1000, State.Fired)]
    public void A_handful_is_not_compared_with_a_truckload(int quantity, State expected) =>
        Assert.Equal(expected, Judge(Given.Lot() with { UnitPrice = 500, Count = quantity }).State);

    [Fact]
    public void Twelve_prices_of_five_buyers_and_three_suppliers_are_needed()
    {
        var lot = Given.Lot() with { UnitPrice = 500 };
        var twelve = Given.Peers([.. Enumerable.Repeat(100m, 12)]);

        Assert.Equal(State.Fired, Judge(lot, twelve).State);
        Assert.Equal(["too_few_peers"], Judge(lot, [.. twelve.Skip(1)]).Missing);
        Assert.Equal(["too_few_peers"], Judge(lot, [.. twelve.Select((p, i) => p with { BuyerBin = $"10000000000{i % 4}" })]).Missing);
        Assert.Equal(State.Fired, Judge(lot, [.. twelve.Select((p, i) => p with { BuyerBin = $"10000000000{i % 5}" })]).State);
        Assert.Equal(["too_few_peers"], Judge(lot, [.. twelve.Select((p, i) => p with { SupplierBin = $"20000000000{i % 2}" })]).Missing);
        Assert.Equal(["too_few_peers"], Judge(lot, [.. twelve.Select(p => p with { SupplierBin = null })]).Missing);
    }

    [Fact]
    public void Planned_prices_do_only_where_contracts_are_too_few_and_are_named_so()
    {
        var lot = Given.Lot() with { UnitPrice = 500 };
        var planned = Given.Peers([.. Enumerable.Repeat(100m, 12)])
            .Select(p => p with { Basis = PriceBasis.Planned, SupplierBin = null }).ToList();

        Assert.Equal("planned_country", Judge(lot, planned).Benchmark!.Level);
        Assert.Equal("risk.KZ-01.sign.planned_country", Judge(lot, planned).SignKey);
        Assert.Equal("country", Judge(lot, [.. planned, .. Given.Peers([.. Enumerable.Repeat(90m, 12)])]).Benchmark!.Level);
        Assert.Equal(["too_few_peers"], Judge(lot, [.. planned.Select((p, i) => p with { BuyerBin = $"10000000000{i % 4}" })]).Missing);
    }

    [Fact]
    public void The_region_comes_before_the_country_and_one_year_before_two()
    {
        var lot = Given.Lot() with { UnitPrice = 500 };
        var far = Given.Peers([.. Enumerable.Repeat(100m, 12)]);
        var near = far.Select(p => p with { Places = ["352000000"], UnitPrice = 480 });

        Assert.Equal("region", Judge(lot, [.. far, .. near]).Benchmark!.Level);
        Assert.Equal(State.Clear, Judge(lot, [.. far, .. near]).State);
        Assert.Equal(["places"], Judge(lot with { Places = [], UnitPrice = 149 }, [.. far, .. near]).Missing);
        Assert.Equal("country_two_years", Judge(lot, [.. far.Select(p => p with { Date = Given.AsOf.AddMonths(-12) })]).Benchmark!.Level);
        Assert.Equal(["too_few_peers"], Judge(lot, [.. far.Select(p => p with { Date = Given.AsOf.AddMonths(-24) })]).Missing);
    }

    [Fact]
    public void Only_other_buyers_the_same_code_and_unit_and_what_was_known_count()
    {
        var lot = Given.Lot() with { UnitPrice = 500 };
        var peers = Given.Peers([.. Enumerable.Repeat(100m, 12)]);

        foreach (var change in new Func<PricePeer, PricePeer>[]
        {
            p => p with { BuyerBin = Given.Buyer },
            p => p with { Enstru = "172314.500.000003" },
            p => p with { UnitCode = "778" },
            p => p with { Date = Given.AsOf.AddSeconds(1) },
            p => p with { UnitPrice = 0 },
        })
        {
            Assert.Equal(["too_few_peers"], Judge(lot, [.. peers.Skip(1), change(peers[0])]).Missing);
        }
    }

    [Fact]
    public void Prices_that_differ_six_times_say_nothing()
    {
        decimal[] wild = [10, 10, 10, 10, 100, 100, 100, 100, 100, 100, 100, 100];

        Assert.Equal(["wide_group"], Judge(Given.Lot() with { UnitPrice = 5000 }, Given.Peers(wild)).Exceptions);
    }

    [Fact]
    public void Works_services_and_sets_are_not_compared()
    {
        Assert.Equal(["not_goods"], Judge(Given.Lot() with { SubjectType = 3 }).Exceptions);
        Assert.Equal(["unit_without_price"], Judge(Given.Lot() with { UnitCode = "839" }).Exceptions);
        Assert.Equal(["unit_without_price"], Judge(Given.Lot() with { UnitCode = null, UnitName = "Набор" }).Exceptions);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["subject_type"], Judge(Given.Lot() with { SubjectType = null }).Missing);
        Assert.Equal(["enstru"], Judge(Given.Lot() with { Enstru = null }).Missing);
        Assert.Equal(["unit"], Judge(Given.Lot() with { UnitCode = null, UnitName = null }).Missing);
        Assert.Equal(["unit_price"], Judge(Given.Lot() with { UnitPrice = null }).Missing);
        Assert.Equal(["quantity"], Judge(Given.Lot() with { Count = 0 }).Missing);
        Assert.Equal(["buyer"], Judge(Given.Lot() with { BuyerBin = null }).Missing);
        Assert.Equal(["mci"], Judge(Given.Lot() with { Published = Given.Astana(2014, 1, 10) }).Missing);
        Assert.Equal(["peers"], (Given.File() with { Peers = null }).Finding("KZ-01").Missing);
        Assert.Equal(["peer_quantity"], Judge(Given.Lot(), [.. Given.Peers(Wide).Select(p => p with { Quantity = null })]).Missing);
    }

    [Fact]
    public void A_box_of_five_packs_is_not_dear()
    {
        var box = Given.Lot() with
        {
            Number = "85632782-ЗЦП1",
            UnitCode = "778",
            UnitName = "Упаковка",
            UnitPrice = 9250,
            Count = 50,
            Amount = 462_500,
            Details = new("Формат-A4, Белизна-168CIE, плотность 80мг/2, Пачка-500 листов, (в упаковке) в Коробке-5 пачек.", null),
        };
        var reams = Given.Peers([.. Enumerable.Repeat(2155m, 12)])
            .Select(p => p with { UnitCode = "778", UnitName = "Упаковка", Quantity = 50, Details = "в пачке 500 листов" }).ToList();

        Assert.Equal(1850, Judge(box, reams).Value);
        Assert.Equal(State.Clear, Judge(box, reams).State);
        Assert.Equal(["pack"], Judge(box with { Details = new("Бумага А4", null) }, reams).Missing);
        Assert.Equal(["pack"], Judge(box with { Details = default }, reams).Missing);
        Assert.Equal(State.Fired, Judge(box with { Details = new("Бумага А4, 500 листов", null) }, reams).State);
    }

    [Fact]
    public void The_strength_is_full_at_three_times_the_median()
    {
        Assert.Equal(0.25, Judge(Given.Lot() with { UnitPrice = 150 }).Strength, 6);
        Assert.Equal(1, Judge(Given.Lot() with { UnitPrice = 300 }).Strength, 6);
        Assert.Equal(1, Judge(Given.Lot() with { UnitPrice = 900 }).Strength, 6);
    }
}
