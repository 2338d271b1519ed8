using Risk;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

public class ResultAndContractDifferTests
{
    private static Finding Judge(CaseFile file) => file.Finding("KZ-27");

    // The winner offered 900,000.
    [Theory]
    [InlineData(90.90, State.Clear)]
    [InlineData(90.91, State.Fired)]
    [InlineData(80, State.Clear)]    // a lower sum by consent is lawful
    public void Contract_above_the_offer(double price, State expected)
    {
        var finding = Judge(File(Contract().At((decimal)price, 10_000)));

        Assert.Equal((expected, Tier.T2), (finding.State, finding.Tier));
    }

    [Theory]
    [InlineData(990_000, State.Fired)]
    [InlineData(989_999, State.Clear)]
    public void Second_place_at_a_much_higher_price(double offer, State expected)
    {
        var sum = (decimal)offer;
        var file = File(Contract().At(sum / 10_000, 10_000) with { SupplierBin = Other }) with
        {
            Bids = [Bid(1, Supplier, 900_000, "Победитель"), Bid(2, Other, sum, "Второй победитель")],
        };

        Assert.Equal(expected, Judge(file).State);
        Assert.Equal(expected == State.Fired ? "second" : null, Judge(file).Variant);
    }

    // Results on Friday 27 February. 8 March and Nauryz bring days off: 9, 23, 24 and 25 March.
    [Theory]
    [InlineData("2026-04-01", State.Clear)]           // 19 working days
    [InlineData("2026-04-02", State.Clear)]           // 20
    [InlineData("2026-04-03", State.NotEvaluable)]    // 21: a moved day may not be known
    [InlineData("2026-04-06", State.NotEvaluable)]
    [InlineData("2026-04-07", State.Fired)]           // 23
    public void Long_after_the_results(string day, State expected)
    {
        var signed = AstanaTime.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd"));
        var finding = Judge(File(Contract() with { SignedAt = signed }));

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.NotEvaluable ? ["moved_days"] : [], finding.Missing);
    }

    [Fact]
    public void Why_it_may_lawfully_take_long()
    {
        var late = File(Contract() with { SignedAt = Given.Astana(2026, 4, 20) });
        var next = File(Contract() with { SignedAt = Given.Astana(2026, 4, 20), FinancialYear = 2027 });
        var second = File(Contract().At(95, 10_000) with { SignedAt = Given.Astana(2026, 4, 20), SupplierBin = Other });

        Assert.Equal(State.Fired, Judge(late).State);
        Assert.Equal(["complained"], Judge(late with { Announcement = late.Announcement! with { Complained = AsOf } }).Exceptions);
        Assert.Equal(["complained"], Judge(late with { Announcement = late.Announcement! with { Paused = AsOf } }).Exceptions);
        Assert.Equal(["next_years_plan"], Judge(next).Exceptions);
        Assert.Equal(["second_place"], Judge(second with { Bids = [Bid(1, Supplier, 940_000, "Победитель"), Bid(2, Other, 950_000, "Второй победитель")] })
            .Exceptions);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var late = File(Contract() with { SignedAt = Given.Astana(2026, 4, 20) });

        Assert.Equal(["bids"], Judge(File(Contract()) with { Bids = null }).Missing);
        Assert.Equal(["bid_statuses"], Judge(File(Contract() with { SupplierBin = "111111111111" }) with { Bids = [Bid(1, Other, 1, "?")] }).Missing);
        Assert.Equal(["bid_sums"], Judge(File(Contract()) with { Bids = [Bid(1, Supplier, null, "Победитель")] }).Missing);
        Assert.Equal(["bid_statuses"], Judge(File(Contract()) with { Bids = [Bid(1, Supplier, 1_000_000, "?"), Bid(2, Other, 1, "?")] }).Missing);
        Assert.Equal(["bid_sums"], Judge(File(Contract()) with { Bids = [Bid(1, Supplier, 1_000_000, "?"), Bid(2, Other, null, "?")] }).Missing);
        Assert.Equal(State.Clear, Judge(File(Contract()) with { Bids = [Bid(1, Supplier, 1_000_000, "?"), Bid(2, Other, 999_999, "?")] }).State);
        Assert.Equal(["contract_items"], Judge(File(Contract() with { Items = [Item() with { LotId = 2 }] })).Missing);
        Assert.Equal(["announcement"], Judge(late with { Announcement = null }).Missing);
        Assert.Equal(["financial_year"], Judge(late with { Contracts = [late.Contracts![0] with { FinancialYear = null }] }).Missing);
        Assert.Equal(["contract_date"], Judge(File(Contract() with { SignedAt = null, Created = Signed })).Missing);
        Assert.Equal(State.Clear, Judge(File(Contract() with { Items = [], Sum = 900_000 })).State);
        Assert.Equal(["single_source"], Judge(File(Contract() with { MethodId = 23 })).Exceptions);
        Assert.Equal(["old_law"], Judge(File(Contract() with { SignedAt = Given.Astana(2024, 12, 31) })).Exceptions);
        Assert.Equal(["calendar_year"], Judge(late with { Lot = HeldLot with { ResultsPublished = Given.Astana(1990, 1, 1) } }).Missing);
    }

    [Fact]
    public void A_method_that_the_contract_does_not_tell_is_the_lots()
    {
        var file = File(Contract() with { MethodId = null });

        Assert.Equal(State.Clear, Judge(file).State);
        Assert.Equal(["single_source"], Judge(file with { Lot = HeldLot with { MethodId = 23 } }).Exceptions);
        Assert.Equal(State.Clear, Judge(File(Contract()) with { Lot = HeldLot with { MethodId = 23 } }).State);
    }

    [Fact]
    public void An_offer_of_nothing_is_no_offer()
    {
        var second = File(Contract() with { SupplierBin = Other });

        Assert.Equal(["bid_sums"], Judge(File(Contract()) with { Bids = [Bid(1, Supplier, 0, "Победитель")] }).Missing);
        Assert.Equal(["bid_sums"], Judge(second with { Bids = [Bid(1, Supplier, 0, "Победитель"), Bid(2, Other, 900_000, "Второй победитель")] }).Missing);
        Assert.Equal(["bid_sums"], Judge(File(Contract()) with { Bids = [Bid(1, Supplier, 900_000, "?"), Bid(2, Other, 0, "?")] }).Missing);
    }

    [Fact]
    public void The_lots_own_day_of_results_comes_before_the_contracts()
    {
        var late = Contract() with { SignedAt = Given.Astana(2026, 4, 20) };
        var soon = Given.Astana(2026, 4, 17);

        Assert.Equal(State.Fired, Judge(File(late with { ResultsPublished = soon })).State);
        Assert.DoesNotContain("results", Judge(File(late with { ResultsPublished = soon }) with { Lot = HeldLot with { ResultsPublished = null } }).Missing);
        Assert.Contains("results", Judge(File(late) with { Lot = HeldLot with { ResultsPublished = null } }).Missing);
    }

    [Fact]
    public void On_the_day_of_the_results_nothing_is_counted()
    {
        var same = Judge(File(Contract() with { SignedAt = Given.Astana(2026, 2, 27, 18) }) with { Bids = null });

        Assert.Equal(["bids"], same.Missing);
        Assert.Equal(State.Clear, Judge(File(Contract() with { SignedAt = Given.Astana(2026, 2, 26) })).State);
    }

    [Fact]
    public void What_the_contract_gives_for_the_lot_is_put_together()
    {
        var half = Item() with { Sum = 455_000 };

        Assert.Equal(910_000, Judge(File(Contract() with { Items = [half, half with { PlanItemId = 101 }] })).Value);
        Assert.Equal(State.Fired, Judge(File(Contract() with { Items = [half, half with { PlanItemId = 101 }] })).State);
        Assert.Equal(950_000, Judge(File(Contract() with { Items = [Item() with { Sum = null, UnitPrice = 95 }] })).Value);
        Assert.Equal(State.Clear, Judge(File(Contract() with { Items = [Item() with { UnitPrice = 95 }] })).State);
    }
}
