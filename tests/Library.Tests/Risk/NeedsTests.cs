using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class NeedsTests
{
    [Fact]
    public void A_store_can_be_asked_without_knowing_the_rules()
    {
        var needs = Needs.For(Given.Lot(), Given.AsOf);

        Assert.Equal((Given.Code, "796", "Штука", Given.Buyer), (needs.Enstru, needs.UnitCode, needs.UnitName, needs.BuyerBin));
        Assert.Equal((Given.Astana(2024, 3, 5), Given.AsOf), (needs.PeersFrom, needs.Until));
        Assert.Equal((2026, "85000001"), (needs.FinancialYear, needs.PlanNumber));
        Assert.Equal(Given.AsOf.AddDays(-90), needs.BuyerLotsFrom);
        Assert.Equal(Given.Astana(2026, 1, 1, 0), Needs.For(Given.Lot(), Given.Astana(2026, 6, 1)).BuyerLotsFrom);
    }

    [Fact]
    public void An_empty_lot_needs_nothing_that_it_has_no_key_for()
    {
        var needs = Needs.For(new Lot { Id = 1, Number = "1" }, Given.AsOf);

        Assert.Null(needs.Enstru ?? needs.BuyerBin ?? needs.PlanNumber);
        Assert.Null(needs.FinancialYear);
    }

    [Fact]
    public void Only_goods_of_competitive_contracts_in_force_become_peers()
    {
        var item = new ContractItem { Enstru = Given.Code, UnitPrice = 10, Quantity = 5 };
        var good = Given.Direct(1, 100) with { MethodId = 3, Items = [item] };

        Assert.Equal(10, Assert.Single(PricePeer.FromContracts([good], Given.AsOf)).UnitPrice);

        foreach (var contract in new[]
        {
            good with { MethodId = 23 },
            good with { SubjectType = 2 },
            good with { StatusId = 340 },
            good with { BuyerBin = null },
            good with { IsDeleted = true },
            good with { SignedAt = Given.AsOf.AddSeconds(1) },
            good with { Items = [item with { UnitPrice = 0 }] },
        })
        {
            Assert.Empty(PricePeer.FromContracts([contract], Given.AsOf));
        }
    }

    [Fact]
    public void Of_several_attempts_the_last_one_known_is_the_peer()
    {
        var first = Given.Lot();
        var second = first with { Id = 2, Number = "85000001-ЗЦП2", UnitPrice = 90, Published = Given.Astana(2026, 3, 1) };

        Assert.Equal(90, Assert.Single(PricePeer.FromLots([first, second], Given.AsOf)).UnitPrice);
        Assert.Equal(100, Assert.Single(PricePeer.FromLots([first, second], Given.Astana(2026, 2, 28))).UnitPrice);
        Assert.Empty(PricePeer.FromLots([first with { MethodId = 6 }, first with { SubjectType = 3 }], Given.AsOf));
    }
}
