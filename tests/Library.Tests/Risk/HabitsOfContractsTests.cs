using Procurement;
using Risk.Habits;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>What follows from all contracts: which of them count, from which day on, and for what.</summary>
public class HabitsOfContractsTests
{
    private const int Works = 2;
    private static readonly long Code = EnstruCode.Of(Given.Code);

    private static Contract Of(long id, decimal? sum = 1_000, int subject = 1, string? code = Given.Code, DateTimeOffset? signed = null) => new()
    {
        Id = id,
        Number = $"{Given.Buyer}/26{id:0000}/00",
        BuyerBin = Given.Buyer,
        SupplierBin = GivenDeal.Supplier,
        Sum = sum,
        StatusId = 190,
        MethodId = 3,
        SubjectType = subject,
        SignedAt = signed ?? Given.Astana(2025, 6, 2),
        Items = [new ContractItem { Enstru = code, Sum = sum }],
    };

    private static Population Store(params IReadOnlyList<Contract> contracts) => new World { Contracts = contracts }.AsOf(Given.AsOf);

    [Fact]
    public void Sums_are_compared_by_group_of_things_and_kind_of_subject()
    {
        var sums = LargeDeals.Of(Store(
            Of(1, 300), Of(2, 100), Of(3, 200, code: "172399.000.000001"), Of(4, 50, subject: Works), Of(5, 60, code: "222925.700.000027"),
            Of(6, null), Of(7, 0), Of(8, 70, code: null), Of(9, 80) with { Items = [] }));

        Assert.Equal([100, 200, 300], sums.Of(Code, 1));
        Assert.Equal([50], sums.Of(Code, Works));
        Assert.Equal([60], sums.Of(EnstruCode.Of("222925.700.000027"), 1));
        Assert.Empty(sums.Of(Code, 3).Concat(sums.Of(0, 1)));
    }

    [Theory]
    [InlineData(105, 100, 5)]
    [InlineData(100, 100, 0)]
    [InlineData(99, 100, null)]      // ends before it begins: a slip
    [InlineData(0, 100, null)]
    [InlineData(100, 0, null)]
    [InlineData(1, 1, 0)]
    public void A_term_is_counted_from_the_signature_to_the_planned_end(int end, int first, int? days) =>
        Assert.Equal(days, WorkTerms.TermOf(new DealFact { Id = 1, Root = 1, PlannedEnd = end, FirstDay = first }));

    [Fact]
    public void Terms_are_compared_with_those_of_other_works_of_the_kind()
    {
        Contract Lasting(long id, int? days, int subject = Works, string code = Given.Code) =>
            Of(id, subject: subject, code: code) with { PlannedEnd = days is { } known ? Given.Astana(2025, 6, 2).AddDays(known) : null };
        var store = Store(
            Lasting(1, 30), Lasting(2, 10), Lasting(3, 30), Lasting(4, null), Lasting(5, 40, subject: 1), Lasting(6, 50, code: "222925.700.000027"),
            Lasting(7, 60) with { Items = [] });
        var terms = WorkTerms.Of(store);
        IReadOnlyList<double> Others(int id) => terms.Others(store, store.Deals.ToArray().Single(deal => deal.Id == id));

        Assert.Equal([10, 30], Others(1));        // its own is left out, an equal one of another is not
        Assert.Equal([30, 30], Others(2));
        Assert.Equal([10, 30, 30], Others(4));
        Assert.Equal((10, 30), (Others(1)[0], Others(1)[1]));
        Assert.Equal((30, 30), (Others(2)[0], Others(2)[1]));
        Assert.Empty(Others(6));
        Assert.Empty(Others(7));
    }

    [Fact]
    public void Real_ends_tell_the_speed_of_works_and_services()
    {
        Contract Done(long id, int days, int subject = Works) =>
            Of(id, subject: subject) with { Done = Given.Astana(2025, 6, 2).AddDays(days) };
        var speeds = WorkSpeeds.Of(Store(
            Done(1, 30), Done(2, 10), Done(3, 0), Done(4, -1), Done(5, 40, subject: 1), Done(6, 50, subject: 3), Of(7, subject: Works),
            Done(8, 60) with { Items = [] }, Done(9, 70) with { SubjectType = null }));

        Assert.Equal([0, 10, 30], speeds.Of(Code, Works));
        Assert.Equal([50], speeds.Of(Code, 3));
        Assert.Empty(speeds.Of(Code, 1));
    }

    [Fact]
    public void Classes_of_things_are_counted_over_two_years()
    {
        var first = Given.AsOf.AddMonths(-24).AddDays(1);
        var trades = Trades.Of(Store(
            Of(1, signed: first), Of(2, code: "222925.700.000027"), Of(3, code: "172399.000.000001"), Of(4, code: null), Of(5) with { Items = [] },
            Of(6, signed: first.AddDays(-1), code: "331000.000.000001")));

        Assert.Equal((5, 2), trades[Numbers.Bin(GivenDeal.Supplier)]);
        Assert.Equal((0, 0), trades[Numbers.Bin(GivenDeal.Other)]);
        Assert.Equal(Numbers.Day(first), trades.From);
    }

    [Theory]
    [InlineData(19, 0)]
    [InlineData(20, 1)]
    public void Suppliers_with_twenty_contracts_tell_what_is_usual(int contracts, int suppliers) =>
        Assert.Equal(suppliers, Trades.Of(Store([.. Enumerable.Range(1, contracts).Select(i => Of(i))])).Usual.Count);

    [Fact]
    public void Decembers_share_is_that_of_the_year_whose_money_it_is()
    {
        var store = Store(
            Of(1, 300, signed: Given.Astana(2025, 12, 1)), Of(2, 100, signed: Given.Astana(2025, 12, 31)), Of(3, 600, signed: Given.Astana(2025, 11, 30)),
            Of(4, 500, signed: Given.Astana(2025, 12, 20)) with { FinancialYear = 2026 }, Of(5, 0, signed: Given.Astana(2025, 12, 5)),
            Of(6, null, signed: Given.Astana(2025, 12, 5)), Of(7, 700, signed: Given.Astana(2025, 12, 5)) with { BuyerBin = null });
        var decembers = Decembers.Of(store);

        Assert.Equal((3, 0.4), decembers.Find(Numbers.Bin(Given.Buyer), 2025));
        Assert.Null(decembers.Find(Numbers.Bin(Given.Buyer), 2026));
        Assert.Null(decembers.Find(0, 2025));
    }

    [Fact]
    public void The_last_contract_of_a_lot_is_the_one_it_led_to()
    {
        var deals = DealsOfLots.Of(Store(
            Of(1) with { Items = [new ContractItem { LotId = 5 }, new ContractItem { LotId = 6 }] },
            Of(2, signed: Given.Astana(2025, 7, 1)) with { Items = [new ContractItem { LotId = 6 }, new ContractItem()] }));

        Assert.Equal((1L, 2L), (deals.Of(5)?.Id, deals.Of(6)?.Id));
        Assert.Null(deals.Of(7));
        Assert.Null(deals.Of(0));
    }

    [Fact]
    public void Sellers_of_a_group_are_known_from_contracts_and_bids_with_where_they_are()
    {
        var lot = Given.Lot();
        Organisation Firm(string bin, params string[] places) => new() { Bin = bin, Places = places };
        var store = new World
        {
            Contracts = [Of(1), Of(2) with { SupplierBin = null }, Of(3, code: null) with { SupplierBin = Bidding.Firm(5) }, Of(4, code: "222925.700.000027") with { SupplierBin = Bidding.Firm(6) }],
            Lots = [lot],
            Bids = [lot.Bid(Bidding.Firm(2), 1, Bidding.Lost), lot.Bid(Bidding.Firm(3), 1, Bidding.Lost), lot.Bid(null, 1, Bidding.Lost)],
            Organisations = [Firm(GivenDeal.Supplier, "351010000"), Firm(Bidding.Firm(2), "711010000"), Firm(Bidding.Firm(3))],
        }.AsOf(Given.AsOf);
        var sellers = LocalSuppliers.Of(store);

        Assert.Equal((1, 1), sellers.Count(Code, store.RegionBits(["351010000"])));
        Assert.Equal((1, 1), sellers.Count(Code, store.RegionBits(["711010000"])));
        Assert.Equal((2, 1), sellers.Count(Code, store.RegionBits(["351010000", "711010000"])));
        Assert.Equal((0, 1), sellers.Count(EnstruCode.Of("222925.700.000027"), uint.MaxValue));
        Assert.Equal((0, 0), sellers.Count(0, uint.MaxValue));
    }
}
