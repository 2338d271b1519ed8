using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.CasesC;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

public class BadPerformerHiredAgainTests
{
    private static readonly CaseFile Direct = File(Contract() with { MethodId = 23 });

    private static Finding Judge(Contract past, Act act, CaseFile? file = null) =>
        (file ?? Direct).In(new World { Contracts = [past], Acts = [act] }).Finding("KZ-26");

    // The earlier contract is for 900,000.
    [Theory]
    [InlineData(29, 0, State.Clear, null)]
    [InlineData(30, 0, State.Fired, null)]
    [InlineData(0, 8999, State.Clear, null)]
    [InlineData(0, 9000, State.Fired, "fine")]
    public void Late_or_fined(int days, double fine, State expected, string? variant)
    {
        var finding = Judge(Past, Late(days, (decimal)fine));

        Assert.Equal((expected, Tier.T2, variant), (finding.State, finding.Tier, finding.Variant));
    }

    // The new contract is of 3 March 2026.
    [Theory]
    [InlineData("2024-03-03", State.Fired)]
    [InlineData("2024-03-02", State.Clear)]
    public void Within_two_years(string signed, State expected) => Assert.Equal(
        expected, Judge(Past with { SignedAt = AstanaTime.StartOf(DateOnly.ParseExact(signed, "yyyy-MM-dd")) }, Late(45, 0)).State);

    [Fact]
    public void Only_what_was_over_before_the_new_signature_counts()
    {
        Assert.Equal(State.Fired, Judge(Past with { Done = Signed }, Late(45, 0)).State);
        Assert.Equal(State.Clear, Judge(Past with { Done = Signed.AddDays(1) }, Late(45, 0)).State);
        Assert.Equal(State.Fired, Judge(Past with { Done = null, PlannedEnd = Signed.AddDays(-30) }, Late(45, 0)).State);
        Assert.Equal(State.Clear, Judge(Past with { Done = null, PlannedEnd = Signed.AddDays(-29) }, Late(45, 0)).State);
        Assert.Equal(State.Clear, Judge(Past with { SignedAt = Signed }, Late(45, 0)).State);
    }

    [Fact]
    public void Another_buyer_or_supplier_is_nobodys_past()
    {
        Assert.Equal(State.Clear, Judge(Past with { BuyerBin = "111111111111" }, Late(45, 0)).State);
        Assert.Equal(State.Clear, Judge(Past with { SupplierBin = Other }, Late(45, 0)).State);
    }

    [Theory]
    [InlineData("Неисполнение поставщиком обязательств", State.Fired)]
    [InlineData("Нецелесообразность", State.Clear)]
    [InlineData(null, State.NotEvaluable)]
    public void A_contract_ended_by_the_buyer_tells_by_its_reason(string? reason, State expected)
    {
        var names = reason is null ? new Dictionary<int, string>() : new Dictionary<int, string> { [4] = reason };
        var finding = Judge(Past with { StatusId = 340 }, Late(0, 0), Direct with { CancelReasons = names });

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.Fired ? "ended" : null, finding.Variant);
        Assert.Equal(expected == State.NotEvaluable ? ["cancel_reason"] : [], finding.Missing);
    }

    [Fact]
    public void Competition_and_monopolies_are_left_out()
    {
        Assert.Equal(["competitive_method"], Judge(Past, Late(45, 0), File(Contract())).Exceptions);
        var monopoly = Direct.In(new World
        {
            Contracts = [Past],
            Acts = [Late(45, 0)],
            Organisations = [new Organisation { Bin = Supplier, IsMonopoly = true }],
        });
        Assert.Equal(["lawful_single_source"], monopoly.Finding("KZ-26").Exceptions);
    }

    [Fact]
    public void The_only_offer_of_a_failed_price_request_leaves_no_choice()
    {
        var after = File(Contract() with { MethodId = 6 });

        Assert.Equal(["one_offer_by_law"], Judge(Past, Late(45, 0), after with { Bids = [Bid(1, Supplier, 9, "Подано")] }).Exceptions);
        Assert.Equal(State.Fired, Judge(Past, Late(45, 0), after with { Bids = [Bid(1, Other, 9, "Подано")] }).State);
        Assert.Equal(State.Fired, Judge(Past, Late(45, 0), after).State);
        Assert.Equal(["bids"], Judge(Past, Late(45, 0), after with { Bids = null }).Missing);
        Assert.Equal(State.Fired, Judge(Past, Late(45, 0), after with { Bids = null, Lot = HeldLot with { PlannedMethodId = 2 } }).State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["population"], (Direct with { Population = null }).Finding("KZ-26").Missing);
        Assert.Equal(["private_supplier"], Judge(Past, Late(45, 0), File(Contract() with { MethodId = 23, SupplierBin = null })).Missing);
        Assert.Equal(["contract_date"], Judge(Past, Late(45, 0), File(Contract() with { MethodId = 23, SignedAt = null, Created = Signed })).Missing);
        Assert.Equal(["supplier_history"], Direct.In(new World { WholeFrom = new DateOnly(2024, 3, 4) }).Finding("KZ-26").Missing);
        Assert.Equal(State.Clear, Direct.In(new World { WholeFrom = new DateOnly(2024, 3, 3) }).Finding("KZ-26").State);
        Assert.Equal(["supplier_history"], Direct.In(new World { WholeFrom = null }).Finding("KZ-26").Missing);
        var nameless = File(Contract() with { MethodId = null, BuyerBin = null }) with { Lot = HeldLot with { MethodId = null, BuyerBin = null } };
        Assert.Equal(["buyer", "method"], Judge(Past, Late(45, 0), nameless).Missing);
    }
}
