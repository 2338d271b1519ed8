using Procurement;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>What counts as known on a day, in which order rows come, and what is taken where a record says a thing twice or not at all.</summary>
public class PopulationEdgesTests
{
    private static readonly long Code = EnstruCode.Of(Given.Code);
    private static readonly long Buyer = Numbers.Bin(Given.Buyer);

    private static Population Of(params IReadOnlyList<Lot> lots) => new World { Lots = lots }.AsOf(Given.AsOf);

    private static Population Of(params IReadOnlyList<Contract> contracts) => new World { Contracts = contracts }.AsOf(Given.AsOf);

    private static Lot Lot(int id, string? unit = "796", int day = 1) => Given.Lot() with
    {
        Id = id,
        Number = $"{85_000_000 + id}-ЗЦП1",
        UnitCode = unit,
        UnitName = null,
        Published = Given.Astana(2026, 2, day),
    };

    private static Contract Agreed(int id, int day = 1, string? unit = "796") => Given.Peer(100 + id, 0) with
    {
        Id = id,
        RootId = id,
        SignedAt = Given.Astana(2026, 2, day),
        Items = [Given.Peer(100 + id, 0).Items[0] with { UnitCode = unit, UnitName = null }],
    };

    [Fact]
    public void Lots_come_in_order_of_publication_and_those_never_published_not_at_all()
    {
        var store = Of(Lot(1, day: 20), Lot(2) with { Published = null }, Lot(3, day: 10), Lot(4, day: 15) with { IsDeleted = true }, Lot(9, day: 5));

        Assert.Equal([9, 3, 1], store.Lots.ToArray().Select(lot => lot.Id));
        Assert.Equal([9, 3, 1], store.LotsOf(Buyer).ToArray().Select(lot => lot.Id));
        Assert.Equal([5], Of(Lot(5) with { Published = Given.AsOf }, Lot(6) with { Published = Given.AsOf.AddDays(1) }).Lots.ToArray().Select(lot => lot.Id));
        Assert.Empty(Of(Lot(2) with { Published = null }).Lots.ToArray());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public void A_bid_of_the_day_itself_is_known_and_one_of_the_next_is_not(int days, int known)
    {
        var bid = Bidding.Tender().Bid(Bidding.Firm(1), 9_000_000, Bidding.Lost) with { HandedIn = Given.AsOf.AddDays(days) };

        Assert.Equal(known, new World { Lots = [Bidding.Tender()], Bids = [bid] }.AsOf(Given.AsOf).BidsFor(Bidding.Tender().Id).Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void So_is_a_contract(int days, int known) =>
        Assert.Equal(known, Of([Agreed(1) with { SignedAt = Given.AsOf.AddDays(days) }]).Deals.Count);

    [Fact]
    public void A_version_without_a_day_does_not_push_the_dated_one_out()
    {
        var undated = Agreed(2) with { RootId = 1, Number = "100000000000/250000/01", SignedAt = null, Created = null };
        var first = Agreed(1) with { Number = "100000000000/250000/00" };

        Assert.Equal([1L], Of([first, undated]).Deals.ToArray().Select(deal => deal.Id));
        Assert.Empty(Of([undated]).Deals.ToArray());
    }

    [Fact]
    public void The_first_approved_act_counts_and_those_not_approved_count_only_their_delay()
    {
        static Act Act(int id, int? day, int late = 0) => new()
        {
            Id = id,
            ContractId = 7,
            ContractRootId = 7,
            Approved = day is { } known ? Given.Astana(2026, 2, known) : null,
            DaysLate = late,
        };

        int First(params Act[] acts) => new World { Contracts = [Agreed(7)], Acts = acts }.AsOf(Given.AsOf).Deals[0].FirstAct;

        Assert.Equal(Numbers.Day(Given.Astana(2026, 2, 10)), First(Act(1, 20), Act(2, 10), Act(3, 15)));
        Assert.Equal(Numbers.Day(Given.Astana(2026, 2, 10)), First(Act(1, null, 4), Act(2, 10), Act(3, null)));
        Assert.Equal(0, First(Act(1, null)));
        Assert.Equal(4, new World { Contracts = [Agreed(7)], Acts = [Act(1, null, 4), Act(2, 10)] }.AsOf(Given.AsOf).Deals[0].DaysLate);
    }

    [Fact]
    public void Prices_of_two_units_lie_apart_and_each_in_order_of_day_then_agreed_before_planned()
    {
        var store = new World
        {
            Lots = [Lot(1, day: 3), Lot(2, "778", 2), Lot(3, day: 1), Lot(4, "778", 4), Lot(5, day: 5)],
            Contracts = [Agreed(50, 3), Agreed(40, 2, "778"), Agreed(60, 1)],
        }.AsOf(Given.AsOf);

        (int, long)[] Told(string unit) => [.. store.Prices(Code, store.UnitOf(unit, null)!.Value).ToArray()
            .Select(price => (DateOnly.FromDayNumber(price.Day).Day, price.Origin))];

        Assert.Equal([(1, 60), (1, 3), (3, 50), (3, 1), (5, 5)], Told("796"));
        Assert.Equal([(2, 40), (2, 2), (4, 4)], Told("778"));
    }

    [Fact]
    public void Of_several_attempts_the_last_with_effect_is_the_price()
    {
        var (first, second) = (Lot(1) with { Number = "85000001-ЗЦП1", UnitPrice = 90 }, Lot(2, day: 9) with { Number = "85000001-ЗЦП2", UnitPrice = 110 });

        IEnumerable<decimal> Prices(params Lot[] lots) =>
            Of(lots) is var store ? store.Prices(Code, store.UnitOf("796", null)!.Value).ToArray().Select(price => price.Price) : [];

        Assert.Equal([110m], Prices(first, second));
        Assert.Equal([90m], Prices(first, second with { StatusId = 430 }));
        Assert.Empty(Prices(first with { StatusId = 430 }));
        Assert.Equal([90m], Prices(first));
        Assert.Equal([90m], Prices(first with { Number = "без номера" }));
    }

    [Fact]
    public void Words_in_Russian_come_first_where_both_tell_a_pack_and_Kazakh_ones_serve_alone()
    {
        static Lot Told(int id, string? ru, string? kk) => Lot(id, "778") with { Details = new(ru, kk) };
        var store = Of(Told(1, "в упаковке 10 шт", null), Told(2, null, "в упаковке 10 шт"), Told(3, "в упаковке 10 шт", "в упаковке 20 шт"), Told(4, null, null));
        ushort PackOf(int id) => store.Lot(id)!.Value.Pack;

        Assert.Equal((PackOf(1), PackOf(1)), (PackOf(2), PackOf(3)));
        Assert.NotEqual(PackOf(1), PackOf(4));
        var kilograms = Of(Lot(1, "166") with { Details = new("в упаковке 10 шт", null) }, Lot(2, "166"));
        Assert.Equal(kilograms.Lot(1)!.Value.Pack, kilograms.Lot(2)!.Value.Pack);
    }

    [Fact]
    public void The_sum_of_a_subject_is_what_it_says_and_else_price_times_quantity()
    {
        long Sum(decimal? sum, decimal? price, decimal? quantity) => Of([Agreed(1).Of(item => item with { Sum = sum, UnitPrice = price, Quantity = quantity })]) is var store
            ? store.ItemsOf(store.Deals[0])[0].SumTiyn : 0;

        Assert.Equal(50_000, Sum(500, 100, 7));
        Assert.Equal(70_000, Sum(null, 100, 7));
        Assert.Equal(50_000, Sum(500, null, null));
        Assert.Equal(0, Sum(null, 100, null));
    }

    [Fact]
    public void The_financial_year_is_what_the_contract_says_and_else_that_of_its_day()
    {
        Assert.Equal(2027, Of([Agreed(1) with { FinancialYear = 2027 }]).Deals[0].Year);
        Assert.Equal(2026, Of([Agreed(1) with { FinancialYear = null }]).Deals[0].Year);
    }

    [Fact]
    public void What_a_bid_tells_of_its_bidder_is_remembered_and_what_is_forgotten_is_gone()
    {
        var trait = Trait.Of(TraitKind.BidWriter, "Ахметов Ахмет");
        var bid = Bidding.Tender().Bid(Bidding.Firm(1), 9_000_000, Bidding.Lost) with { Traits = [trait!.Value] };
        var tables = new World
        {
            Lots = [Bidding.Tender()],
            Bids = [bid, bid with { Id = bid.Id + 1, SupplierBin = null }],
            Contracts = [Agreed(7)],
            Acts = [new Act { Id = 3, ContractId = 7, ContractRootId = 7, Approved = Given.Astana(2026, 2, 9) }],
        }.Tables();
        var before = tables.AsOf(Given.AsOf);

        Assert.Contains(trait.Value, before.TraitsOf(Numbers.Bin(Bidding.Firm(1))));
        Assert.Equal((2, 1), (before.BidsFor(Bidding.Tender().Id).Count, before.FrequencyOf(trait.Value)));
        Assert.NotEqual(0, before.Deals[0].FirstAct);

        tables.Forget(new HashSet<long>(), new HashSet<long> { bid.Id }, new HashSet<long>(), new HashSet<long> { 3 });
        var after = tables.AsOf(Given.AsOf);

        Assert.Equal([bid.Id + 1], after.BidsFor(Bidding.Tender().Id).ToArray().Select(one => one.BidId));
        Assert.Equal(0, after.Deals[0].FirstAct);
    }
}
