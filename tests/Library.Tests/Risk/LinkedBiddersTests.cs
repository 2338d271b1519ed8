using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class LinkedBiddersTests
{
    private const string Code = "KZ-07";

    private static Trait Of(TraitKind kind, string text = "something rare") => Trait.Of(kind, text)!.Value;

    private static Organisation Org(int number, params Trait[] traits) => new() { Bin = Firm(number), Traits = traits };

    /// <summary>Firms 1 and 2 bid and share these; so many more organisations have them too.</summary>
    private static CaseFile Sharing(int others, params TraitKind[] kinds)
    {
        Trait[] shared = [.. kinds.Select(kind => Of(kind))];
        Organisation[] organisations =
        [
            Org(1, [.. shared, Of(TraitKind.Phone, "own phone 1")]), Org(2, [.. shared, Of(TraitKind.Phone, "own phone 2")]),
            .. Enumerable.Range(11, others).Select(number => Org(number, shared)),
        ];

        return Tender().File((9_000_000, Won), (9_500_000, Lost)) with
        {
            Population = new World { Organisations = organisations }.AsOf(Given.AsOf),
        };
    }

    internal static IEnumerable<CaseFile> Firing() =>
        [Sharing(0, TraitKind.Phone, TraitKind.Email), Sharing(0, TraitKind.Head), Sharing(0, TraitKind.BankAccount)];

    [Theory]
    [InlineData(0, new[] { TraitKind.Head }, "T1 head")]
    [InlineData(0, new[] { TraitKind.BankAccount }, "T2 account")]
    [InlineData(0, new[] { TraitKind.Head, TraitKind.BankAccount }, "T1 head")]
    [InlineData(0, new[] { TraitKind.Phone, TraitKind.Email }, "T2")]
    [InlineData(0, new[] { TraitKind.Address, TraitKind.BidWriter }, "T2")]
    [InlineData(0, new[] { TraitKind.Phone }, "clear")]
    [InlineData(0, new[] { TraitKind.FullName, TraitKind.Phone }, "clear")]       // namesakes
    [InlineData(3, new[] { TraitKind.Phone, TraitKind.Email }, "T2")]             // five organisations
    [InlineData(4, new[] { TraitKind.Phone, TraitKind.Email }, "clear")]          // six: an office centre
    [InlineData(4, new[] { TraitKind.BankAccount }, "clear")]
    public void Kinds_and_rarity_decide(int others, TraitKind[] kinds, string told) =>
        Assert.Equal(told, Sharing(others, kinds).Judge(Code).Told());

    [Fact]
    public void A_rarer_match_weighs_more()
    {
        Assert.Equal(1, Sharing(0, TraitKind.Head).Judge(Code).Strength);
        Assert.Equal(1, Sharing(0, TraitKind.Phone, TraitKind.Email).Judge(Code).Strength);
        Assert.Equal(2 / Math.Log2(6), Sharing(3, TraitKind.Phone, TraitKind.Email).Judge(Code).Strength, 10);
        Assert.Equal((2, 2), Sharing(0, TraitKind.Phone, TraitKind.Email).Judge(Code) is var two ? (two.Value, two.Threshold) : default);
        Assert.Equal(1, Sharing(0, TraitKind.Head).Judge(Code).Threshold);
    }

    [Fact]
    public void Two_values_of_one_kind_are_one_match()
    {
        Trait[] phones = [Of(TraitKind.Phone, "phone 100"), Of(TraitKind.Phone, "phone 200")];
        var file = Sharing(0) with { Population = new World { Organisations = [Org(1, phones), Org(2, phones)] }.AsOf(Given.AsOf) };

        Assert.Equal("clear", file.Judge(Code).Told());
    }

    [Fact]
    public void Only_the_rule_in_force_for_the_method_makes_a_common_head_certain()
    {
        var file = Sharing(0, TraitKind.Head);

        Assert.Equal("T2 head", (file with { Lot = file.Lot with { MethodId = 60 } }).Judge(Code).Told());
        Assert.Equal("T2 head", (file with { Lot = file.Lot with { Published = Given.Astana(2024, 12, 31) } }).Judge(Code).Told());
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(9, 9)]
    public void A_head_organisation_and_its_branches_are_one_house(int parentOfFirst, int parentOfSecond)
    {
        var file = Sharing(0, TraitKind.Head);
        var organisations = new Dictionary<string, Organisation>
        {
            [Firm(1)] = Org(1) with { ParentBin = Firm(parentOfFirst) },
            [Firm(2)] = Org(2) with { ParentBin = parentOfSecond == 0 ? null : Firm(parentOfSecond) },
        };

        Assert.Equal("one_house", (file with { Organisations = organisations }).Judge(Code).Told());
        organisations[Firm(1)] = Org(1) with { ParentBin = Firm(8) };
        Assert.Equal("T1 head", (file with { Organisations = organisations }).Judge(Code).Told());
    }

    [Fact]
    public void Traits_of_the_case_file_and_of_the_bids_count_too()
    {
        var head = Of(TraitKind.Head);
        var file = Sharing(0) with { Organisations = new[] { Org(1, head), Org(2, head) }.ToDictionary(org => org.Bin) };
        Assert.Equal("T1 head", file.Judge(Code).Told());

        Trait[] writer = [Of(TraitKind.BidWriter), Of(TraitKind.Email)];
        var bids = Sharing(0) with { Bids = [.. Sharing(0).Bids!.Select(bid => bid with { Traits = writer })] };
        Assert.Equal("T2", bids.Judge(Code).Told());
    }

    [Fact]
    public void The_values_themselves_are_nowhere()
    {
        var finding = Sharing(0, TraitKind.Phone, TraitKind.Email).Judge(Code);

        Assert.Equal(["supplierBinIin", "supplierBinIin", "sameEmail", "samePhone"], finding.Evidence.Select(item => item.Field));
        Assert.Equal([Firm(1), Firm(2), "2", "2"], finding.Evidence.Select(item => item.Value));
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        var file = Sharing(0, TraitKind.Head);

        Assert.Equal("? population", (file with { Population = null }).Judge(Code).Told());
        Assert.Equal("clear", (file with { Bids = file.Lot.Bids((1, Won)), Population = null }).Judge(Code).Told());
        Assert.Equal("? traits",
            (file with { Population = new World { Organisations = [Org(1, Of(TraitKind.Head))] }.AsOf(Given.AsOf) }).Judge(Code).Told());
        var person = Sharing(0) with { Bids = [.. file.Bids!, file.Lot.Bid(null, 5, Lost)] };
        Assert.Equal("? private_bidders", person.Judge(Code).Told());
        Assert.Equal("T1 head", (person with { Population = file.Population }).Judge(Code).Told());
    }

    [Fact]
    public void The_gates_of_all_questions_about_bidding_hold()
    {
        var file = Sharing(0, TraitKind.Head);

        Assert.Equal("? method", (file with { Lot = file.Lot with { MethodId = null } }).Judge(Code).Told());
        Assert.Equal("not_competitive", (file with { Lot = file.Lot with { MethodId = 23 } }).Judge(Code).Told());
        Assert.Equal("? bids", (file with { Bids = null }).Judge(Code).Told());
        Assert.Equal("? bids", (file with { Lot = file.Lot with { ResultsPublished = Given.AsOf.AddSeconds(1) } }).Judge(Code).Told());
        var monopoly = new Dictionary<string, Organisation> { [Firm(1)] = Org(1) with { IsMonopoly = true } };
        Assert.Equal("lawful_single_source", (file with { Organisations = monopoly }).Judge(Code).Told());
        Assert.Equal("T1 head", (file with { Bids = file.Lot.Bids((1, Unheard), (2, Unheard)) }).Judge(Code).Told());
    }
}
