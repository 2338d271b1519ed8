using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class BuyerAvoidsCompetitionTests
{
    private static Finding Judge(SingleSource world) => world.File().Finding("KZ-32");

    [Fact]
    public void A_share_far_above_that_of_the_kind_is_context()
    {
        var finding = Judge(new SingleSource());

        Assert.Equal((State.Fired, Tier.T3, "buyer"), (finding.State, finding.Tier, finding.Subject.Kind));
        Assert.Equal(0.9m, finding.Value);
        Assert.Equal((20, 90, 20), ((int)finding.Facts["count"], (int)finding.Facts["share"], (int)finding.Facts["buyers"]));
        Assert.Equal(finding.Benchmark!.Fence, Math.Round(finding.Threshold!.Value, 4));
        Assert.InRange(finding.Strength, 0.01, 1);
    }

    [Theory]
    [InlineData(0.30, State.Clear)]
    [InlineData(0.50, State.Fired)]
    public void An_ordinary_share_is_clear(double share, State expected)
    {
        var finding = Judge(new SingleSource { Share = (decimal)share });

        Assert.Equal((expected, (decimal)share), (finding.State, finding.Value));
        Assert.Equal(expected == State.Fired, finding.Value >= finding.Threshold);
    }

    [Theory]
    [InlineData(19, State.NotApplicable)]
    [InlineData(20, State.Fired)]
    public void Fewer_than_twenty_contracts_are_not_compared(int contracts, State expected) =>
        Assert.Equal(expected, Judge(new SingleSource { Contracts = contracts }).State);

    [Fact]
    public void Grounds_of_the_lawful_list_are_left_out_and_unknown_ones_leave_it_open()
    {
        Assert.Equal(["few_contracts"], Judge(new SingleSource { Ground = 1 }).Exceptions);
        Assert.Equal([], Judge(new SingleSource { Ground = 1, Contracts = 21 }).Missing);
        Assert.Equal(State.Clear, Judge(new SingleSource { Ground = 1, Contracts = 21 }).State);
        Assert.Equal(["grounds"], Judge(new SingleSource { Ground = 77 }).Missing);
        Assert.Equal(State.Fired, Judge(new SingleSource { Ground = null }).State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var file = new SingleSource().File();

        Assert.Equal(["population"], (file with { Population = null }).Finding("KZ-32").Missing);
        Assert.Equal(["buyer"], (file with { Lot = file.Lot with { BuyerBin = null } }).Finding("KZ-32").Missing);
        Assert.Equal(["buyer_year_incomplete"], Judge(new SingleSource { WholeFrom = null }).Missing);
        Assert.Equal(["buyer_year_incomplete"], Judge(new SingleSource { WholeFrom = new(2025, 3, 7) }).Missing);
        Assert.Equal(["too_few_buyers"], Judge(new SingleSource { Schools = 11 }).Missing);
        Assert.Equal(State.Fired, Judge(new SingleSource { Schools = 12 }).State);
        Assert.Equal(["few_contracts"], (file with { Lot = file.Lot with { BuyerBin = "555555555555" } }).Finding("KZ-32").Exceptions);
    }
}
