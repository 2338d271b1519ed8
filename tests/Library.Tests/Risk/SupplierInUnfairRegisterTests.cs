using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

public class SupplierInUnfairRegisterTests
{
    private static readonly Trait Head = Trait.Of(TraitKind.Head, "head 1")!.Value;
    private static readonly UnfairListing Someone = CasesC.Listing(bin: "999999999999");

    private static Finding Judge(CaseFile file, params UnfairListing[] listings) =>
        file.In(new World { Unfair = listings }).Finding("KZ-04");

    private static Finding Judge(string from, string? until, CaseFile? file = null) => Judge(file ?? File(Contract()), CasesC.Listing() with
    {
        From = Day(from),
        Until = until is null ? null : Day(until),
    });

    private static DateTimeOffset Day(string day) => AstanaTime.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd"));

    // The bid was handed in on 25 February, the contract signed on 3 March 2026.
    [Theory]
    [InlineData("2026-03-03", "2028-03-03", State.Fired, Tier.T1)]
    [InlineData("2024-03-03", "2026-02-25", State.Fired, Tier.T1)]
    [InlineData("2024-03-03", "2026-02-24", State.Clear, Tier.T1)]
    [InlineData("2026-03-04", "2028-03-03", State.Fired, Tier.T3)]
    [InlineData("2026-06-02", "2028-03-03", State.Clear, Tier.T1)]    // not yet known
    [InlineData("2026-02-26", "2026-03-02", State.Clear, Tier.T1)]    // between the bid and the signature
    public void Own_entry_by_day(string from, string until, State state, Tier tier)
    {
        var finding = Judge(from, until);

        Assert.Equal((state, tier), (finding.State, finding.Tier));
    }

    [Theory]
    [InlineData(3, "risk.KZ-04.sign")]
    [InlineData(2, "risk.KZ-04.sign.other_register")]
    [InlineData(1, "risk.KZ-04.sign.other_register")]
    [InlineData(null, "risk.KZ-04.sign")]
    public void Other_registers_are_named(int? system, string key) =>
        Assert.Equal(key, Judge(File(Contract()), CasesC.Listing() with { SystemId = system }).SignKey);

    [Fact]
    public void The_states_register_is_told_first() =>
        Assert.Null(Judge(File(Contract()), CasesC.Listing(1), CasesC.Listing() with { Id = 6 }).Variant);

    [Fact]
    public void A_shared_head_or_a_founded_firm_is_a_weaker_sign()
    {
        var world = new World
        {
            Unfair = [Someone with { Grounds = [new UnfairGround { Head = Head }] }],
            Organisations = [new Organisation { Bin = Supplier, Traits = [Head] }],
        };
        var founded = Judge(File(Contract()), Someone with { Grounds = [new UnfairGround { FounderBins = [Supplier] }] });
        var shared = File(Contract()).In(world).Finding("KZ-04");

        Assert.Equal((State.Fired, Tier.T2, "linked"), (shared.State, shared.Tier, shared.Variant));
        Assert.Equal((State.Fired, Tier.T2, "linked"), (founded.State, founded.Tier, founded.Variant));
        Assert.Equal("999999999999", founded.Facts["listed"]);
    }

    [Fact]
    public void Only_a_head_links_not_a_name_or_a_phone()
    {
        var name = Trait.Of(TraitKind.FullName, "head 1")!.Value;
        var world = new World
        {
            Unfair = [Someone with { Grounds = [new UnfairGround { Head = name }] }],
            Organisations = [new Organisation { Bin = Supplier, Traits = [name] }],
        };

        Assert.Equal(State.Clear, File(Contract()).In(world).Finding("KZ-04").State);
    }

    [Fact]
    public void Before_a_contract_every_bidder_that_was_not_turned_down_is_looked_at()
    {
        var file = File() with { Bids = [Bid(1, Other, 1, "Победитель"), Bid(2, Supplier, 2, "Подано")] };

        Assert.Equal(Supplier, Judge(file, CasesC.Listing()).Subject.Id);
        Assert.Equal(State.Clear, Judge(file with { Contracts = [Contract() with { SupplierBin = Other }] }, CasesC.Listing()).State);
        Assert.Equal(State.Clear, Judge(file, Someone).State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var noContract = File();

        Assert.Equal(["population"], (File(Contract()) with { Population = null }).Finding("KZ-04").Missing);
        Assert.Equal(["unfair_register"], Judge(File(Contract())).Missing);
        Assert.Equal(["contracts"], Judge(noContract with { Contracts = null, Bids = [] }, Someone).Missing);
        Assert.Equal(["contracts", "bids"], Judge(noContract with { Contracts = null, Bids = null }, Someone).Missing);
        Assert.Equal(["bids"], Judge(noContract with { Bids = null }, Someone).Missing);
        Assert.Equal(["bid_statuses"], Judge(noContract with { Bids = [Bid(1, Supplier, 1, "Шешілуде")] }, CasesC.Listing()).Missing);
        Assert.Equal(["private_supplier"], Judge(noContract with { Bids = [Bid(1, null, 1, "Победитель")] }, Someone).Missing);
        Assert.Equal(["private_supplier"], Judge(File(Contract() with { SupplierBin = null }), Someone).Missing);
        Assert.Equal(["register_dates"], Judge("2025-01-01", null).Missing);
        Assert.Equal(["register_dates"], Judge("2025-01-01", "2028-01-01", File(Contract() with { SignedAt = null, Created = Signed }) with { Bids = [] }).Missing);
        Assert.Equal(["bids"], Judge("2024-01-01", "2026-03-01", File(Contract()) with { Bids = null }).Missing);
        Assert.Equal(State.Clear, Judge("2024-01-01", "2026-03-01", File(Contract() with { MethodId = 23 }) with { Bids = null }).State);
        Assert.Equal(State.Clear, Judge(File(Contract()) with { Bids = null }, Someone).State);
    }

    [Fact]
    public void The_old_law_is_not_judged() => Assert.Equal(
        ["old_law"], Judge(File(Contract()) with { Lot = HeldLot with { Published = Given.Astana(2024, 12, 31) } }, CasesC.Listing()).Exceptions);

    [Fact]
    public void An_entry_without_an_end_is_told_only_from_the_day_after_the_signature()
    {
        Assert.Equal(["register_dates"], Judge("2026-03-03", null).Missing);
        Assert.Equal((State.Fired, "later"), (Judge("2026-03-04", null).State, Judge("2026-03-04", null).Variant));
        Assert.Equal("later", Judge(File(Contract()), CasesC.Listing() with { From = AsOf, Until = null }).Variant);
        Assert.Equal(State.Clear, Judge(File(Contract()), CasesC.Listing() with { From = AsOf.AddSeconds(1), Until = null }).State);
    }
}
