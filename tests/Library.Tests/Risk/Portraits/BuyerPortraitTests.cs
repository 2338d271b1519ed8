using Procurement;
using Risk.Portraits;
using Xunit;

namespace Library.Tests.Risk.Portraits;

/// <summary>Every figure is worked out by hand beside the row. The moment is 5 March 2026, so two years begin on 5 March 2024.</summary>
public class BuyerPortraitTests
{
    private static readonly Bought School = new();

    private static BuyerPortrait? Of(World world, Bought? buyer = null) =>
        BuyerPortrait.Of(world.AsOf(Given.AsOf), (buyer ?? School).Number);

    private static Figure? Figure(World world, string key) => Of(world)!.Figures.SingleOrDefault(figure => figure.Key == key);

    /// <summary>Value of a figure and how many purchases it rests on, as "0.4 of 5"; "none" without it.</summary>
    private static string Told(World world, string key) =>
        Figure(world, key) is { } figure ? FormattableString.Invariant($"{figure.Value:0.####} of {figure.Of}") : "none";

    private static Contract[] Five(int oneSource = 6) =>
    [
        School.Contract(1, 100), School.Contract(2, 200), School.Contract(3, 300), School.Contract(4, 400),
        School.Contract(5, 1000, oneSource),
    ];

    [Fact]
    public void A_buyer_that_nothing_is_known_of_has_no_portrait() => Assert.Null(Of(new World()));

    [Fact]
    public void It_tells_who_the_buyer_is_and_how_much_it_bought()
    {
        var portrait = Of(new World { Contracts = [.. Five(), School.Contract(6, 0.5m)], Lots = [School.Lot(1)] })!;

        Assert.Equal((School.Number, "school", 6, 2000.5m), (portrait.Bin, portrait.Kind, portrait.Contracts, portrait.Sum));
        Assert.Null(Of(new World { Contracts = Five() })!.Kind);
    }

    [Fact]
    public void Its_kind_is_told_by_its_last_lot()
    {
        var clinic = School with { Name = "КГП \"Городская поликлиника № 3\"" };
        var world = new World { Lots = [clinic.Lot(1), School.Lot(2, published: Given.Astana(2026, 1, 6))] };

        Assert.Equal("school", Of(world)!.Kind);
    }

    [Fact]
    public void Only_the_last_24_months_count()
    {
        var first = School.Contract(1, 100, signed: Given.Astana(2024, 3, 5));
        var before = School.Contract(2, 900, signed: Given.Astana(2024, 3, 4));
        var portrait = Of(new World { Contracts = [first, before], WholeFrom = new(2022, 1, 1) })!;

        Assert.Equal((1, 100m), (portrait.Contracts, portrait.Sum));
        Lot[] lots = [.. Enumerable.Range(1, 5).Select(id => School.Lot(id, published: Given.Astana(2024, 3, 5)))];
        Assert.Equal("10 of 5", Told(new World { Lots = lots }, "days"));
        Assert.Equal("none", Told(new World { Lots = [.. lots[1..], School.Lot(1, published: Given.Astana(2024, 3, 4))] }, "days"));
    }

    [Fact]
    public void One_source_is_a_share_of_the_sum()
    {
        Assert.Equal("0.5 of 5", Told(new World { Contracts = Five() }, "one_source"));         // 1000 of 2000
        Assert.Equal("0.5 of 5", Told(new World { Contracts = Five(23) }, "one_source"));
        Assert.Equal("0 of 5", Told(new World { Contracts = Five(3) }, "one_source"));
        Assert.Equal("none", Told(new World { Contracts = Five()[1..] }, "one_source"));        // four purchases say nothing yet
        Assert.Equal("none", Told(new World { Contracts = [.. Five().Select(contract => contract with { Sum = 0 })] }, "one_source"));
    }

    [Fact]
    public void Amended_contracts_are_a_share_of_their_number()
    {
        var five = Five();

        Assert.Equal("0 of 5", Told(new World { Contracts = five }, "amended"));
        Assert.Equal("0.2 of 5", Told(new World { Contracts = [.. five, Bought.Amended(five[0])] }, "amended"));
        var unpriced = five.Select(contract => contract with { Sum = 0 });
        Assert.Equal("0.2 of 5", Told(new World { Contracts = [.. unpriced, Bought.Amended(five[0])] }, "amended"));
        Assert.Equal("none", Told(new World { Contracts = five[1..] }, "amended"));
    }

    [Fact]
    public void Late_is_a_share_of_the_contracts_that_have_an_act()
    {
        Contract[] six = [.. Five(), School.Contract(6, 100)];
        Act[] five = [.. six[..5].Select((contract, i) => Bought.Act(contract, i < 2 ? i + 1 : 0))];

        Assert.Equal("0.4 of 5", Told(new World { Contracts = six, Acts = five }, "late"));
        Assert.Equal("none", Told(new World { Contracts = six, Acts = five[1..] }, "late"));
        Assert.Equal("none", Told(new World { Contracts = six }, "late"));
    }

    [Fact]
    public void Bids_saving_and_days_are_those_of_the_tenders_that_were_held()
    {
        Lot[] lots = [School.Lot(1, 10), School.Lot(2, 12), School.Lot(3, 14), School.Lot(4, 20), School.Lot(5, 30, 6000)];
        decimal[] won = [1000, 900, 800, 800, 4000];
        int[] bidders = [1, 1, 2, 3, 5];
        var world = new World { Lots = lots, Bids = [.. lots.SelectMany((lot, i) => Bought.Bids(lot, bidders[i], won[i]))] };

        Assert.Equal("14 of 5", Told(world, "days"));                    // the middle one of 10, 12, 14, 20, 30
        Assert.Equal("2.4 of 5", Told(world, "bids"));                   // 12 bids
        Assert.Equal("0.25 of 5", Told(world, "saving"));                // 7,500 of 10,000
        Assert.Equal("none", Told(world with { Lots = [.. lots.Select(lot => lot with { MethodId = 23 })] }, "bids"));
        Assert.Equal("none", Told(world with { Lots = [.. lots.Select(lot => lot with { MethodId = 23 })] }, "days"));
        Assert.Equal("none", Told(world with { Lots = [.. lots.Select(lot => lot with { ResultsPublished = null })] }, "days"));
        Assert.Equal("none", Told(world with { Lots = [.. lots[..4], lots[4] with { ResultsPublished = null }] }, "bids"));
    }

    [Fact]
    public void Tenders_without_offers_or_sums_are_left_out_of_what_they_do_not_tell()
    {
        Lot[] lots = [.. Enumerable.Range(1, 7).Select(id => School.Lot(id))];
        IReadOnlyList<Bid> Offers(int count, decimal? won = 600) => [.. lots.Take(count).SelectMany(lot => Bought.Bids(lot, 2, won))];

        Assert.Equal("2 of 6", Told(new World { Lots = lots, Bids = Offers(6) }, "bids"));
        Assert.Equal("10 of 7", Told(new World { Lots = lots, Bids = Offers(6) }, "days"));
        Assert.Equal("0.4 of 6", Told(new World { Lots = lots, Bids = Offers(6) }, "saving"));
        Assert.Equal("none", Told(new World { Lots = lots, Bids = Offers(7, null) }, "saving"));
        Assert.Equal("0.4 of 5", Told(new World { Lots = [lots[0] with { Amount = null }, .. lots[1..]], Bids = Offers(6) }, "saving"));
        var unpriced = Offers(6).Select((bid, i) => i == 0 ? bid with { Lots = [bid.Lots[0] with { Amount = null }] } : bid);
        Assert.Equal("0.4 of 5", Told(new World { Lots = lots, Bids = [.. unpriced] }, "saving"));
    }

    private static World Priced(int others = 12, int own = 5, Func<Lot, Lot>? change = null)
    {
        Lot Same(Lot lot, decimal price) => lot with { Enstru = Given.Code, UnitPrice = price };
        var market = Enumerable.Range(1, others).Select(id => Same(new Bought(1).Lot(id), 100));
        var owned = Enumerable.Range(1, own).Select(id => Same(School.Lot(id), 250));
        return new World { Lots = [.. market.Concat(owned).Select(change ?? (lot => lot))] };
    }

    [Fact]
    public void Planned_prices_are_told_as_times_the_usual_price()
    {
        Assert.Equal("2.5 of 5", Told(Priced(), "price"));
        Assert.Equal("2.5 of 5", Told(Priced(7), "price"));              // 12 lots, seven of them at 100: the median is 100
        Assert.Equal("none", Told(Priced(6), "price"));                  // 11 lots are too few to know what is usual
        Assert.Equal("none", Told(Priced(own: 4), "price"));
        Assert.Equal("none", Told(Priced(change: lot => lot with { SubjectType = 3 }), "price"));
        Assert.Equal("none", Told(Priced(change: lot => lot with { Enstru = null }), "price"));
        Assert.Equal("none", Told(Priced(change: lot => lot with { UnitCode = null, UnitName = null }), "price"));
        Assert.Equal("none", Told(Priced(change: lot => lot with { UnitPrice = 0 }), "price"));
        Assert.Equal("none", Told(Priced(change: Own(lot => lot with { UnitCode = "112", UnitName = "Литр" })), "price"));
        Assert.Equal("none", Told(Priced(change: Own(lot => lot with { Details = new("Бумага, в пачке 500 листов", null) })), "price"));

        static Func<Lot, Lot> Own(Func<Lot, Lot> change) => lot => lot.BuyerBin == School.Bin ? change(lot) : lot;
    }

    /// <summary>Schools that buy 0, 5, 10 … percent from one source, five contracts of 1000 in all for each.</summary>
    private static World Schools(int count, int contractsOfTheLast = 5, string name = "КГУ \"Школа № 1\"", int first = 0) => new()
    {
        Lots = [.. Enumerable.Range(first, count).Select(i => new Bought(i, name).Lot(90, null))],
        Contracts =
        [
            .. from i in Enumerable.Range(first, count)
               let share = (i - first) * 50
               from id in Enumerable.Range(1, i == first + count - 1 ? contractsOfTheLast : 5)
               select new Bought(i).Contract(id, id == 1 ? share : (1000 - share) / 4m, id == 1 ? 6 : 3),
        ],
    };

    [Fact]
    public void Beside_it_stands_the_middle_half_of_its_kind()
    {
        var peers = Figure(Schools(12), "one_source")!.Peers!;

        Assert.Equal(12, peers.Count);
        Assert.Equal(0.10 + (5.0 / 12 * 0.05), peers.Lower, 9);          // place 3 5/12 of 0, 0.05, 0.10 … 0.55
        Assert.Equal(0.275, peers.Median, 9);                            // place 6 1/2
        Assert.Equal(0.40 + (7.0 / 12 * 0.05), peers.Upper, 9);          // place 9 7/12
    }

    [Fact]
    public void With_too_few_of_its_kind_nothing_stands_beside_it()
    {
        Assert.Null(Figure(Schools(11), "one_source")!.Peers);
        Assert.Null(Figure(Schools(12, contractsOfTheLast: 4), "one_source")!.Peers);    // the twelfth has too few contracts to count
        Assert.NotNull(Figure(Schools(12), "amended")!.Peers);
        Act[] ofOne = [.. Schools(1).Contracts.Select(contract => Bought.Act(contract, 1))];
        Assert.Null(Figure(Schools(12) with { Acts = ofOne }, "late")!.Peers);
    }

    [Fact]
    public void Buyers_of_another_kind_are_no_peers()
    {
        var (schools, clinics) = (Schools(12), Schools(30, name: "КГП \"Городская поликлиника № 3\"", first: 12));
        var both = new World { Lots = [.. schools.Lots, .. clinics.Lots], Contracts = [.. schools.Contracts, .. clinics.Contracts] };

        Assert.Equal(Figure(schools, "one_source"), Figure(both, "one_source"));
        Assert.Equal(30, Of(both, new Bought(12))!.Figures.Single(figure => figure.Key == "one_source").Peers!.Count);
        var few = new World { Lots = [.. Schools(11).Lots, .. clinics.Lots], Contracts = [.. Schools(11).Contracts, .. clinics.Contracts] };
        Assert.Null(Figure(few, "one_source")!.Peers);
    }

    [Fact]
    public void A_buyer_whose_name_tells_no_kind_stands_beside_all()
    {
        var nameless = Schools(12) with { Lots = Schools(12).Lots.Skip(1).ToList() };

        Assert.Null(Of(nameless)!.Kind);
        Assert.Equal(12, Figure(nameless, "one_source")!.Peers!.Count);
        Assert.Null(Of(nameless, new Bought(1))!.Figures.Single(figure => figure.Key == "one_source").Peers);    // of eleven schools
    }
}
