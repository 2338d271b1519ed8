using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class SupplierOutsideItsTradeTests
{
    private static Finding Judge(Market world) => world.File().Finding("KZ-29");

    [Theory]
    [InlineData(7, State.Clear)]
    [InlineData(8, State.Clear)]
    [InlineData(9, State.Fired)]
    [InlineData(30, State.Fired)]
    public void Many_more_classes_than_others_is_context(int classes, State expected)
    {
        var finding = Judge(new Market { Classes = classes });

        Assert.Equal((expected, Tier.T3, (decimal)classes), (finding.State, finding.Tier, finding.Value));
        Assert.Equal(expected == State.Fired, finding.Value >= finding.Threshold);
    }

    [Theory]
    [InlineData(19, State.NotApplicable)]
    [InlineData(20, State.Fired)]
    public void Fewer_than_twenty_contracts_are_not_compared(int contracts, State expected) =>
        Assert.Equal(expected, Judge(new Market { Contracts = contracts }).State);

    [Fact]
    public void Of_a_large_contract_the_registered_trades_cannot_be_told()
    {
        Assert.Equal(["trade_map"], Judge(new Market { Classes = 3, Sum = 8_650_000 }).Missing);
        Assert.Equal(State.Clear, Judge(new Market { Classes = 3, Sum = 8_649_999 }).State);
        Assert.Equal(State.Fired, Judge(new Market { Sum = 8_650_000 }).State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var file = new Market().File();
        var contract = file.Contracts![0];

        Assert.Equal(["population"], (file with { Population = null }).Finding("KZ-29").Missing);
        Assert.Equal(["contracts"], (file with { Contracts = null }).Finding("KZ-29").Missing);
        Assert.Equal(["supplier"], (file with { Contracts = [contract with { SupplierBin = null }] }).Finding("KZ-29").Missing);
        Assert.Equal(["no_contract_yet"], (file with { Contracts = [] }).Finding("KZ-29").Exceptions);
        Assert.Equal(["too_few_suppliers"], Judge(new Market { Suppliers = 10 }).Missing);
        Assert.Equal(State.Fired, Judge(new Market { WholeFrom = null }).State);
        Assert.Equal(["contracts_incomplete"], Judge(new Market { WholeFrom = null, Classes = 3 }).Missing);
        Assert.Equal(["contracts_incomplete"], Judge(new Market { WholeFrom = null, Contracts = 3 }).Missing);
        var plain = new Market { Classes = 3 }.File();
        Assert.Equal(["contract_sum"], (plain with { Contracts = [contract with { Sum = null }] }).Finding("KZ-29").Missing);
    }
}
