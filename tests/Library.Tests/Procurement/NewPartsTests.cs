using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>Payments, terms and signs of lots, plan items and contracts, in both spellings; absent is not zero.</summary>
public class NewPartsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lot_tells_its_plan_items_its_signs_and_how_many_files_it_has(bool isSnake)
    {
        var lot = PortalReaderTests.Read<Lot>(TraitTests.Spelled("""
            {"id":1,"lotNumber":"85500001-ОК1","amount":5,"pointList":[7,"8",0,7],"isConstructionWork":1,"psdSign":2,"Files":[{"id":3},{"id":4}],
            "Plans":[{"id":7,"supplyDateRu":"30 календарных дней","prepayment":30},{"id":8,"supplyDateRu":"30 календарных дней","prepayment":50}]}
            """, isSnake));

        Assert.Equal([7L, 8], lot.PlanItemIds);
        Assert.Equal(("30 календарных дней", null), (lot.SupplyTerm, lot.Prepayment));    // two advances are none
        Assert.Equal((true, 2, 2), (lot.IsConstruction, lot.DesignSign, lot.FileCount));
    }

    [Fact]
    public void A_lot_that_was_not_asked_for_them_does_not_know_them()
    {
        var bare = PortalReaderTests.Read<Lot>("""{"id":1,"lotNumber":"85500001-ОК1"}""");
        var none = PortalReaderTests.Read<Lot>("""{"id":1,"lotNumber":"85500001-ОК1","isConstructionWork":0,"psdSign":0,"Files":[],"pointList":[0]}""");

        Assert.Equal((null, null, null, 0), (bare.IsConstruction, bare.DesignSign, bare.FileCount, bare.PlanItemIds.Count));
        Assert.Equal((false, null, 0, 0), (none.IsConstruction, none.DesignSign, none.FileCount, none.PlanItemIds.Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_plan_item_tells_its_term_and_its_advance(bool isSnake)
    {
        var plan = PortalReaderTests.Read<PlanItem>(TraitTests.Spelled(
            """{"id":1,"rootrecordId":1,"plnPointYear":2026,"supplyDateRu":"15 күнтізбелік күн","prepayment":"30.0"}""", isSnake));

        Assert.Equal(("15 күнтізбелік күн", 30m), (plan.SupplyTerm, plan.Prepayment));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_contract_tells_its_tax_its_years_its_currency_and_its_end(bool isSnake)
    {
        var contract = PortalReaderTests.Read<Contract>(TraitTests.Spelled(
            """{"id":5,"contractSum":1,"withNds":0,"refContractYearTypeId":2,"refCurrencyCode":"USD","refContractCancelId":4}""", isSnake));
        var bare = PortalReaderTests.Read<Contract>(TraitTests.Spelled(
            """{"id":5,"contractSum":1,"refContractYearTypeId":0,"refCurrencyCode":"KZT","refContractCancelId":0}""", isSnake));

        Assert.Equal((false, true, "USD", 4), (contract.HasVat, contract.IsForYears, contract.Currency, contract.CancelReasonId));
        Assert.Equal((null, null, null, null), (bare.HasVat, bare.IsForYears, bare.Currency, bare.CancelReasonId));
        Assert.Null(bare.Payments);
    }

    [Fact]
    public void Payments_are_those_of_the_parties_else_those_of_the_treasury()
    {
        const string Entered = """
            "ContractPayment":[{"payDate":"2026-03-02 00:00:00","paySum":5},{"payDate":"2026-03-01 00:00:00","paySum":7.5},{"payDate":null,"paySum":1},{"payDate":"2026-03-01 00:00:00"}]
            """;
        const string Treasury = """
            "TreasuryPay":[{"payDate":"2026-04-01 00:00:00","payAmount":12.5},{"payDate":"2026-04-02 00:00:00","payAmount":-2.5}]
            """;
        var (first, second) = (PortalTime.At(new(2026, 3, 1)), PortalTime.At(new(2026, 3, 2)));

        Assert.Equal([new(first, 7.5m), new(second, 5)], Paid($"{Entered},{Treasury}"));
        Assert.Equal([12.5m, -2.5m], Paid($"\"ContractPayment\":[],{Treasury}")!.Select(payment => payment.Sum));
        Assert.Equal(0, Paid("\"ContractPayment\":[],\"TreasuryPay\":[]")?.Count);    // asked for, and there are none
        Assert.Null(Paid("\"ContractPayment\":null"));
    }

    private static IReadOnlyList<Payment>? Paid(string payments) =>
        PortalReaderTests.Read<Contract>($$"""{"id":5,"contractSum":1,{{payments}}}""").Payments;
}
