using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>The price that a lot is judged by in KZ-01: that of its contract in the last version, else the planned one.</summary>
public class OwnPriceTests
{
    private static Contract Agreed(decimal price, long lot = 1, params ContractItem[] others) => Given.Direct(9, 1) with
    {
        MethodId = 3,
        Items = [new ContractItem { LotId = lot, UnitPrice = price, Quantity = 10_000, Enstru = Given.Code }, .. others],
    };

    private static Finding Judge(params Contract[] versions) =>
        (Given.Compared(Given.Lot() with { UnitPrice = 500 }) with { Contracts = versions }).Finding("KZ-01");

    [Fact]
    public void Where_the_price_comes_from_is_told()
    {
        Assert.Equal(("lot", "price", "lot", "count"), Told(Judge()));
        Assert.Equal(("contract", "itemPrice", "contract", "quantity"), Told(Judge(Agreed(400))));

        static (string, string, string, string) Told(Finding finding) =>
            (finding.Evidence[0].Kind, finding.Evidence[0].Field, finding.Evidence[1].Kind, finding.Evidence[1].Field);
    }

    [Fact]
    public void Of_a_contract_for_several_lots_the_own_subject_counts()
    {
        var other = new ContractItem { LotId = 2, UnitPrice = 300, Quantity = 10_000 };

        Assert.Equal(400, Judge(Agreed(400, 1, other)).Value);
        Assert.Equal(500, Judge(Agreed(400, 1, other with { LotId = 1 })).Value);    // two subjects for the lot: neither is its price
        Assert.Equal(500, Judge(Agreed(400, 1, other) with { Items = [other, other] }).Value);
    }

    [Fact]
    public void An_amended_price_takes_the_place_of_the_first()
    {
        var first = Agreed(400) with { RootId = 9 };
        var amended = Agreed(600) with { Id = 10, RootId = 9, TypeId = 2, Number = $"{Given.Buyer}/260009/01", SignedAt = first.SignedAt!.Value.AddDays(1) };

        Assert.Equal(400, Judge(first).Value);
        Assert.Equal(600, Judge(first, amended).Value);
    }
}
