using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class UnitPriceFarAboveTests
{
    private static readonly decimal[] Wide = [100, 100, 100, 100, 140, 140, 140, 140, 200, 200, 200, 200];

    private static Finding Judge(Lot lot, params IEnumerable<Contract> peers) => Judge(lot, new World { Contracts = [.. peers] });

    private static Finding Judge(Lot lot) => Judge(lot, Given.Peers(Given.Level(100)));

    private static Finding Judge(Lot lot, World world) => Given.File(lot).In(world).Finding("KZ-01");

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
        var twelve = Given.Peers(Given.Level(100));

        Assert.Equal(State.Fired, Judge(lot, twelve).State);
        Assert.Equal(["too_few_peers"], Judge(lot, twelve.Skip(1)).Missing);
        Assert.Equal(["too_few_peers"], Judge(lot, twelve.Select((p, i) => p with { BuyerBin = $"10000000000{i % 4}" })).Missing);
        Assert.Equal(State.Fired, Judge(lot, twelve.Select((p, i) => p with { BuyerBin = $"10000000000{i % 5}" })).State);
        Assert.Equal(["too_few_peers"], Judge(lot, twelve.Select((p, i) => p with { SupplierBin = $"20000000000{i % 2}" })).Missing);
        Assert.Equal(["too_few_peers"], Judge(lot, twelve.Select(p => p with { SupplierBin = null })).Missing);
    }

    [Fact]
    public void Planned_prices_do_only_where_contracts_are_too_few_and_are_named_so()
    {
        var lot = Given.Lot() with { UnitPrice = 500 };
        Lot[] planned = [.. Given.Peers(Given.Level(100)).Select(Given.Planned)];
        Lot[] ofFour = [.. planned.Select((p, i) => p with { BuyerBin = $"10000000000{i % 4}" })];

        Assert.Equal("planned_country", Judge(lot, new World { Lots = planned }).Benchmark!.Level);
        Assert.Equal("risk.KZ-01.sign.planned_country", Judge(lot, new World { Lots = planned }).SignKey);
        Assert.Equal("country", Judge(lot, new World { Lots = planned, Contracts = Given.Peers(Given.Level(90)) }).Benchmark!.Level);
        Assert.Equal(["too_few_peers"], Judge(lot, new World { Lots = ofFour }).Missing);
    }

    [Fact]
    public void The_region_comes_before_the_country_and_one_year_before_two()
    {
        var lot = Given.Lot() with { UnitPrice = 500 };
        var far = Given.Peers(Given.Level(100));
        var near = far.Select(p => p with { Id = p.Id + 100 }).Select(p => p.Of(i => i with { Places = ["352000000"], UnitPrice = 480 }));

        Assert.Equal("region", Judge(lot, [.. far, .. near]).Benchmark!.Level);
        Assert.Equal(State.Clear, Judge(lot, [.. far, .. near]).State);
        Assert.Equal(["places"], Judge(lot with { Places = [], UnitPrice = 149 }, [.. far, .. near]).Missing);
        Assert.Equal("country_two_years", Judge(lot, far.Select(p => p with { SignedAt = Given.AsOf.AddMonths(-12) })).Benchmark!.Level);
        Assert.Equal(["too_few_peers"], Judge(lot, far.Select(p => p with { SignedAt = Given.AsOf.AddMonths(-24) })).Missing);
    }

    [Fact]
    public void Only_other_buyers_the_same_code_and_unit_and_what_was_known_count()
    {
        var lot = Given.Lot() with { UnitPrice = 500 };
        var peers = Given.Peers(Given.Level(100));

        foreach (var change in new Func<Contract, Contract>[]
        {
            p => p with { BuyerBin = Given.Buyer },
            p => p.Of(item => item with { Enstru = "172314.500.000003" }),
            p => p.Of(item => item with { UnitCode = "778" }),
            p => p.Of(item => item with { UnitPrice = 0 }),
            p => p.Of(item => item with { Details = "Бумага белая, 500 листов" }),
            p => p with { SignedAt = Given.AsOf.AddDays(1) },
            p => p with { MethodId = 23 },
            p => p with { SubjectType = 3 },
            p => p with { StatusId = 340 },
            p => p with { IsDeleted = true },
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
        Assert.Equal(["population"], (Given.File() with { Population = null }).Finding("KZ-01").Missing);
        Assert.Equal(["peer_quantity"], Judge(Given.Lot(), Given.Peers(Wide).Select(p => p.Of(i => i with { Quantity = null }))).Missing);
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
        var reams = Given.Peers(Given.Level(2155))
            .Select(p => p.Of(i => i with { UnitCode = "778", UnitName = "Упаковка", Quantity = 50, Details = "в пачке 500 листов" })).ToList();

        Assert.Equal(1850, Judge(box, reams).Value);
        Assert.Equal(State.Clear, Judge(box, reams).State);
        Assert.Equal(["pack"], Judge(box with { Details = new("Бумага А4", null) }, reams).Missing);
        Assert.Equal(["pack"], Judge(box with { Details = default }, reams).Missing);
        Assert.Equal(State.Fired, Judge(box with { Details = new("Бумага А4, 500 листов", null) }, reams).State);
    }

    [Fact]
    public void Prices_of_the_buyer_itself_are_left_out_of_every_figure()
    {
        var lot = Given.Lot() with { UnitPrice = 600 };
        var others = Given.Peers(Wide);
        var own = Given.Peers(90, 120, 140, 190, 700).Select(p => p with { Id = p.Id + 500, BuyerBin = Given.Buyer })
            .Select((p, i) => (p with { SupplierBin = $"30000000000{i}" }).Of(item => item with { Quantity = 1 + (i * 5000) })).ToList();
        var shown = Judge(lot, [.. others, .. own]);

        Assert.Equal(Judge(lot, others).Benchmark, shown.Benchmark);
        Assert.DoesNotContain(shown.Evidence, item => own.Any(contract => item.Id == $"{contract.Id}"));
        Assert.Equal(State.Fired, Judge(lot with { Count = 1000 }, [.. others, .. own]).State);
        Assert.Equal(State.Clear, Judge(lot with { Count = 999 }, [.. others, .. own]).State);
        Assert.Equal(["too_few_peers"], Judge(lot, [.. others.Select(p => p with { SupplierBin = "200000000001" }), .. own]).Missing);
    }

    [Fact]
    public void Every_price_is_evidence_with_its_page()
    {
        var contracts = Judge(Given.Lot() with { UnitPrice = 500 }, Given.Peers(Given.Level(100))).Evidence;
        var lots = Judge(Given.Lot() with { UnitPrice = 500 }, new World { Lots = [.. Given.Peers(Given.Level(100)).Select(Given.Planned)] });

        Assert.Equal(12, contracts.Count(item => item is { Kind: "contract", Field: "itemPrice", Value: "100" }));
        Assert.Contains(contracts, item => item is { Id: "1003", Url: "https://goszakup.gov.kz/ru/egzcontract/cpublic/show/1003" });
        Assert.Contains(lots.Evidence, item => item is { Kind: "lot", Id: "1003", Url: "https://goszakup.gov.kz/ru/announce/index/16411681" });
    }

    [Fact]
    public void The_price_of_the_contract_comes_before_that_of_the_plan()
    {
        var agreed = Given.Direct(9, 1) with { MethodId = 3, Items = [new ContractItem { LotId = 1, UnitPrice = 100, Quantity = 10_000, Enstru = Given.Code }] };
        var file = Given.Compared(Given.Lot() with { UnitPrice = 500 });

        Assert.Equal(State.Clear, (file with { Contracts = [agreed] }).Finding("KZ-01").State);
        var dear = agreed with { Items = [agreed.Items[0] with { UnitPrice = 400 }] };
        Assert.Equal((State.Fired, 400), ((file with { Contracts = [dear] }).Finding("KZ-01").State, (file with { Contracts = [dear] }).Finding("KZ-01").Value));
        Assert.Equal(500, (file with { Contracts = [dear with { Items = [dear.Items[0] with { Quantity = null }] }] }).Finding("KZ-01").Value);
    }

    [Theory]
    [InlineData(99_999, false)]
    [InlineData(100_000, true)]
    public void Offers_of_a_small_part_of_the_plan_say_that_it_is_a_slip(int offer, bool judged)
    {
        var file = Given.Compared(Given.Lot() with { UnitPrice = 500, ResultsPublished = Given.Astana(2026, 2, 27) }) with
        {
            Bids = [new Bid { Id = 1, AnnouncementId = 16411681, Lots = [new BidLot { LotId = 1, Amount = offer, StatusName = "Победитель" }] }],
        };

        Assert.Equal(judged ? State.Fired : State.NotEvaluable, file.Finding("KZ-01").State);
    }

    [Fact]
    public void What_was_cancelled_cost_nothing() =>
        Assert.Equal(["cancelled"], Given.Compared(Given.Lot() with { UnitPrice = 500, StatusId = 430 }).Finding("KZ-01").Exceptions);
}
