using Procurement;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

/// <summary>Of several contracts of a lot the strongest sign is told, then what could not be checked, then what is clear (here by KZ-27).</summary>
public class SeveralContractsTests
{
    private static Contract Another(long id, Contract contract) => contract with { Id = id, RootId = id, Number = $"{Given.Buyer}/26{id:0000}/00" };

    private static readonly Contract Clear = Another(20, Contract());
    private static readonly Contract Dearer = Another(21, Contract().At(95, 10_000));
    private static readonly Contract Dearest = Another(22, Contract().At(180, 10_000));
    private static readonly Contract Unsaid = Another(23, Contract() with { Sum = null, Items = [Item() with { Sum = null, UnitPrice = null }] });
    private static readonly Contract Undated = Another(24, Contract() with { SignedAt = null });
    private static readonly Contract Old = Another(25, Contract() with { SignedAt = Given.Astana(2024, 5, 5) });

    private static string Told(params Contract[] contracts) => File(contracts).Finding("KZ-27") is var finding && finding.Subject.Kind == "contract"
        ? $"{finding.Told()} of {finding.Subject.Id[^5..^3]}" : File(contracts).Finding("KZ-27").Told();

    [Fact]
    public void The_strongest_sign_is_told_whatever_else_is_known()
    {
        Assert.Equal("T2 of 22", Told(Dearer, Dearest));
        Assert.Equal("T2 of 22", Told(Dearest, Dearer, Clear));
        Assert.Equal("T2 of 21", Told(Unsaid, Dearer, Undated));
        Assert.Equal("T2 of 21", Told(Clear, Dearer, Old));
    }

    [Fact]
    public void What_could_not_be_checked_comes_before_what_is_clear()
    {
        Assert.Equal("? contract_items of 23", Told(Clear, Unsaid));
        Assert.Equal("? contract_items of 23", Told(Undated, Unsaid, Clear));
        Assert.Equal("? contract_date", Told(Clear, Undated));
        Assert.Equal("? contract_date", Told(Undated));
    }

    [Fact]
    public void What_is_clear_comes_before_what_the_rule_does_not_speak_of()
    {
        Assert.Equal("clear of 20", Told(Old, Clear));
        Assert.Equal("old_law of 25", Told(Old));
    }

    [Fact]
    public void Without_a_contract_it_hangs_on_how_long_ago_the_purchase_was()
    {
        string With(DateTimeOffset? results, int? status = 360) =>
            (File() with { Lot = HeldLot with { ResultsPublished = results, StatusId = status } }).Finding("KZ-27").Told();

        Assert.Equal("? contracts", With(AsOf.AddDays(-60).AddSeconds(-1)));
        Assert.Equal("no_contract_yet", With(AsOf.AddDays(-60)));
        Assert.Equal("no_contract_yet", With(null));
        Assert.Equal("no_contract_yet", With(AsOf.AddDays(-100), status: 370));
        Assert.Equal("? contracts", (File() with { Contracts = null }).Finding("KZ-27").Told());
    }
}
