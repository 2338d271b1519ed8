using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class OneSupplierTakesTheMoneyTests
{
    private static readonly Organisation[] Elsewhere =
    [
        .. Enumerable.Range(1, 9).Select(i => new Organisation { Bin = $"3000000000{i:00}", Places = ["751010000"] }),
        .. Enumerable.Range(4, 2).Select(i => new Organisation { Bin = $"20000000000{i}", Places = ["751010000"] }),
    ];

    private static Finding Judge(Concentration world) => world.File().Finding("KZ-11");

    [Theory]
    [InlineData(0.39, State.Clear)]
    [InlineData(0.399999, State.Clear)]
    [InlineData(0.40, State.Fired)]
    [InlineData(0.90, State.Fired)]
    public void Two_fifths_of_the_money_is_where_the_question_begins(double share, State expected) =>
        Assert.Equal(expected, Judge(new Concentration { Share = (decimal)share }).State);

    [Fact]
    public void The_sign_says_how_much_of_what_and_what_is_usual()
    {
        var finding = Judge(new Concentration());

        Assert.Equal((Tier.T2, "pair", 0.9m, 0.4m), (finding.Tier, finding.Subject.Kind, finding.Value, finding.Threshold));
        Assert.Equal(8, finding.Facts["count"]);
        Assert.Equal(90, finding.Facts["share"]);
        Assert.Equal(40, finding.Facts["usual"]);
        Assert.Equal(8150, finding.Facts["hhi"]);
        Assert.Equal((90_000_000m, 100_000_000m), ((decimal)finding.Facts["sum"], (decimal)finding.Facts["total"]));
        Assert.Equal(0.5 / 0.6, finding.Strength, 6);    // 40 % is 0, the whole is 1
        Assert.Equal(("school", 20), (finding.Benchmark!.Level, finding.Benchmark.Count));
        Assert.Equal(8, finding.Evidence.Count(item => item is { Kind: "contract", Field: "contractSum" }));
    }

    [Theory]
    [InlineData(4, State.Clear)]
    [InlineData(5, State.Fired)]
    public void Fewer_than_five_contracts_are_chance(int contracts, State expected) =>
        Assert.Equal(expected, Judge(new Concentration { Contracts = contracts }).State);

    [Theory]
    [InlineData(21_624_999, State.Clear)]
    [InlineData(21_625_000, State.Fired)]
    public void A_small_purse_is_not_asked(int total, State expected) =>
        Assert.Equal(expected, Judge(new Concentration { Total = total }).State);

    [Theory]
    [InlineData(1, 3, Tier.T2)]
    [InlineData(2, 3, Tier.T2)]
    [InlineData(3, 3, Tier.T3)]
    [InlineData(3, 23, Tier.T2)]
    public void Where_three_and_more_competed_for_every_contract_it_is_context(int bids, int method, Tier expected)
    {
        var finding = Judge(new Concentration { Bids = bids, Method = method });

        Assert.Equal((State.Fired, expected), (finding.State, finding.Tier));
        Assert.Equal(expected == Tier.T3 ? "competition" : null, finding.Variant);
    }

    [Fact]
    public void Where_fewer_than_four_sellers_are_at_home_nobody_can_choose()
    {
        Assert.Equal(State.Fired, Judge(new Concentration { Sellers = 4 }).State);
        Assert.Equal(["supplier_places"], Judge(new Concentration { Sellers = 3 }).Missing);
        Assert.Equal(["few_suppliers"], Judge(new Concentration { Sellers = 3, More = Elsewhere }).Exceptions);
    }

    [Fact]
    public void Monopolies_and_the_lawful_list_are_left_out()
    {
        var monopoly = new Organisation { Bin = BuyerWorlds.Supplier, Places = [Given.Place], IsMonopoly = true };
        Assert.Equal(["lawful_single_source"], Judge(new Concentration { More = [monopoly] }).Exceptions);

        var file = new Concentration { Method = 23 }.File();
        var first = file.Contracts![0];
        var energy = file with { Contracts = [first with { Items = [first.Items[0] with { JustificationId = 1 }] }] };
        Assert.Equal(["lawful_single_source"], energy.Finding("KZ-11").Exceptions);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var file = new Concentration().File();
        var contract = file.Contracts![0];

        Assert.Equal(["population"], (file with { Population = null }).Finding("KZ-11").Missing);
        Assert.Equal(["contracts"], (file with { Contracts = null }).Finding("KZ-11").Missing);
        Assert.Equal(["buyer"], (file with { Lot = file.Lot with { BuyerBin = null } }).Finding("KZ-11").Missing);
        Assert.Equal(["enstru"], (file with { Lot = file.Lot with { Enstru = null } }).Finding("KZ-11").Missing);
        Assert.Equal(["places"], (file with { Lot = file.Lot with { Places = [] } }).Finding("KZ-11").Missing);
        Assert.Equal(["supplier"], (file with { Contracts = [contract with { SupplierBin = null }] }).Finding("KZ-11").Missing);
        Assert.Equal(["no_contract_yet"], (file with { Contracts = [] }).Finding("KZ-11").Exceptions);
        Assert.Equal(["buyer_year_incomplete"], Judge(new Concentration { WholeFrom = null }).Missing);
        Assert.Equal(["buyer_year_incomplete"], Judge(new Concentration { WholeFrom = new(2025, 3, 7) }).Missing);
        Assert.Equal(State.Fired, Judge(new Concentration { WholeFrom = new(2025, 3, 6) }).State);
        Assert.Equal(["too_few_buyers"], Judge(new Concentration { Schools = 44 }).Missing);
        Assert.Equal(State.Fired, Judge(new Concentration { Schools = 48 }).State);
    }

    [Fact]
    public void A_buyer_of_no_known_kind_is_compared_with_nobody()
    {
        var world = new Concentration();
        var population = (world.World() with { Lots = [] }).AsOf(Given.AsOf);

        Assert.Equal(["buyer_kind"], (world.File() with { Lot = Given.Lot(), Population = population }).Finding("KZ-11").Missing);
    }

    [Fact]
    public void A_ground_that_nobody_explained_leaves_the_question_open()
    {
        var world = new Concentration { Method = 23 };
        var population = (world.World() with { References = [] }).AsOf(Given.AsOf);

        Assert.Equal(["grounds"], (world.File() with { Population = population }).Finding("KZ-11").Missing);
    }
}
