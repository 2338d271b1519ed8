using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class OfficialWithSupplierNameTests
{
    private const string Code = "KZ-33";
    private static readonly Trait Name = Trait.Of(TraitKind.FullName, "Test Testov Testovich")!.Value;
    private static readonly Trait Other = Trait.Of(TraitKind.FullName, "Somebody Else")!.Value;

    private static CaseFile File(Trait? head, Trait? signatory, Trait? member, int organisations = 1)
    {
        var world = new World
        {
            Organisations = [.. Enumerable.Range(1,
                organisations).Select(i => new Organisation { Bin = Firm(i), Traits = head is { } name ? [name] : [] })],
        };

        return Given.File(Tender()) with
        {
            Announcement = new Announcement { Id = 50, Commission = member is { } one ? [one] : [] },
            Contracts = [Tender().Contract(2, Firm(1), 9_000_000) with { BuyerTraits = signatory is { } who ? [who] : [],
                SupplierTraits = head is { } his ? [his] : [] }],
            Population = world.AsOf(Given.AsOf),
        };
    }

    internal static IEnumerable<CaseFile> Firing() => [File(Name, null, Name), File(Name, Name, null)];

    [Theory]
    [InlineData(1, "T3")]
    [InlineData(3, "T3")]
    [InlineData(4, "clear")]
    public void A_rare_name_in_common_is_kept_for_a_person(int organisations, string told) =>
        Assert.Equal(told, File(Name, Other, Name, organisations).Judge(Code).Told());

    [Fact]
    public void The_signatory_counts_like_the_commission()
    {
        Assert.Equal("T3 signatory", File(Name, Name, Other).Judge(Code).Told());
        Assert.Equal("T3", File(Name, Name, Name).Judge(Code).Told());
        Assert.Equal("clear", File(Name, Other, Other).Judge(Code).Told());
        var inRegister = File(null, Name, null) with
        {
            Organisations = new Dictionary<string, Organisation> { [Firm(1)] = new() { Bin = Firm(1), Traits = [Name] } },
        };
        Assert.Equal("T3 signatory", inRegister.Judge(Code).Told());
        Assert.Equal("? traits", File(Trait.Of(TraitKind.Head, "Test Testov")!.Value, Other, Other).Judge(Code).Told());
    }

    [Fact]
    public void It_is_never_among_the_signs_that_are_told()
    {
        var report = RiskCheck.Run(File(Name, Name, Name));

        Assert.Contains(report.Findings, finding => finding is { Code: Code, State: State.Fired, IsInternal: true });
        Assert.DoesNotContain(report.Signs.Concat(report.Strongest).Concat(report.Told), finding => finding.Code == Code);
    }

    [Fact]
    public void Nobody_is_named()
    {
        var finding = File(Name, Name, Name).Judge(Code);

        Assert.Equal(["count"], finding.Facts.Keys);
        Assert.Equal(["inCommission", "1"], finding.Evidence.Select(item => item.Value));
        Assert.Equal("contract", finding.Subject.Kind);
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        var file = File(Name, Name, Name);

        Assert.Equal("? contracts", (file with { Contracts = null }).Judge(Code).Told());
        Assert.Equal("no_contract_yet", (file with { Contracts = [] }).Judge(Code).Told());
        Assert.Equal("? population", (file with { Population = null }).Judge(Code).Told());
        Assert.Equal("? private_bidders", (file with { Contracts = [file.Contracts![0] with { SupplierBin = null }] }).Judge(Code).Told());
        Assert.Equal("? traits", File(null, Name, Name).Judge(Code).Told());
        Assert.Equal("? officials", (File(Name, null, null) with { Announcement = null }).Judge(Code).Told());
        var monopoly = new Dictionary<string, Organisation> { [Firm(1)] = new() { Bin = Firm(1), IsMonopoly = true } };
        Assert.Equal("lawful_single_source", (file with { Organisations = monopoly }).Judge(Code).Told());
    }
}
