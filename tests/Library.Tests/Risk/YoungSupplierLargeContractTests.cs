using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

public class YoungSupplierLargeContractTests
{
    private static readonly Lot Works = HeldLot with { SubjectType = 2 };

    private static Finding Judge(decimal sum, World world) =>
        (File(Contract() with { Sum = sum }).In(world) with { Lot = Works }).Finding("KZ-16");

    private static World Market(DateTimeOffset? registered, int count = 30) => new()
    {
        Contracts = [.. CasesC.Works(count)],
        Organisations = [new Organisation { Bin = Supplier, Registered = registered }],
    };

    // Of sums of 1 to 30 million the ninetieth percentile (type 8) is 27.633 million; the contract is signed on 3 March 2026.
    [Theory]
    [InlineData(364, 27_633_333.32, State.Clear)]
    [InlineData(364, 27_633_333.33, State.Fired)]
    [InlineData(365, 30_000_000, State.NotEvaluable)]    // old enough: only the second question is left
    public void A_firm_of_less_than_a_year(int days, double sum, State expected)
    {
        var finding = Judge((decimal)sum, Market(Signed.AddDays(-days)) with { WholeFrom = null });

        Assert.Equal(expected == State.Fired, finding.State == State.Fired);
        if (expected == State.Fired)
        {
            Assert.Equal((Tier.T2, 30, null), (finding.Tier, finding.Benchmark!.Count, finding.Variant));
        }
    }

    // Of thirty contracts of 3 million the ninetieth percentile is 3 million: large of its kind, small as money.
    [Theory]
    [InlineData(21_624_999, Tier.T3)]
    [InlineData(21_625_000, Tier.T2)]
    public void Below_5000_MCI_a_young_firm_is_context(double sum, Tier tier)
    {
        var world = Market(Signed.AddDays(-10)) with { Contracts = [.. CasesC.Works().Select(one => one with { Sum = 3_000_000 })] };

        Assert.Equal((State.Fired, tier), (Judge((decimal)sum, world).State, Judge((decimal)sum, world).Tier));
    }

    [Theory]
    [InlineData("Победитель", "Второй победитель", "Второй победитель", 3, Tier.T3)]
    [InlineData("Победитель", "Второй победитель", "Отклонено", 3, Tier.T2)]              // one rival was left
    [InlineData("Второй победитель", "Победитель", "Второй победитель", 3, Tier.T2)]      // not the winner of the bidding
    [InlineData("Победитель", "Второй победитель", "Второй победитель", 188, Tier.T2)]    // points decide
    [InlineData("Победитель", "Второй победитель", "Второй победитель", 23, Tier.T2)]
    public void Who_asked_the_least_of_three_needs_no_past(string own, string other, string third, int method, Tier tier)
    {
        var file = File(Contract() with { Sum = 30_000_000 }).In(Market(Signed.AddDays(-10)));
        file = file with
        {
            Lot = Works with { MethodId = method },
            Bids = [Bid(1, Supplier, 30_000_000, own), Bid(2, Other, 31_000_000, other), Bid(3, "200000000009", 32_000_000, third)],
        };

        Assert.Equal(tier, file.Finding("KZ-16").Tier);
        Assert.Equal(Tier.T2, (file with { Bids = null }).Finding("KZ-16").Tier);
        Assert.Equal(Tier.T2, (file with { Bids = [file.Bids![0], file.Bids[1], Bid(3, "200000000009", 29_000_000, third)] }).Finding("KZ-16").Tier);
    }

    // 5,000 MCI of 2026 are 21,625,000; the firm is old.
    [Theory]
    [InlineData(21_625_000, 2_162_499, State.Fired)]
    [InlineData(21_624_999, 1, State.Clear)]
    [InlineData(21_625_000, 2_162_500, State.Clear)]
    public void Ten_times_the_largest_contract_before(double sum, double largest, State expected)
    {
        var world = Market(Given.Astana(2015, 1, 1)) with { Contracts = [CasesC.Past with { Sum = (decimal)largest }] };
        var finding = Judge((decimal)sum, world);

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.Fired ? "grown" : null, finding.Variant);
    }

    [Fact]
    public void A_first_contract_is_known_to_be_one_only_where_two_years_are_whole()
    {
        var world = Market(Given.Astana(2015, 1, 1)) with { Contracts = [] };

        Assert.Equal("first", Judge(30_000_000, world with { WholeFrom = new DateOnly(2024, 3, 3) }).Variant);
        Assert.Equal(["supplier_history"], Judge(30_000_000, world with { WholeFrom = new DateOnly(2024, 3, 4) }).Missing);
        Assert.Equal(["supplier_history"], Judge(30_000_000, world with { WholeFrom = null }).Missing);
    }

    [Fact]
    public void The_contract_itself_and_later_ones_are_not_earlier_ones()
    {
        var world = Market(Given.Astana(2015, 1, 1)) with
        {
            Contracts = [Contract() with { Sum = 30_000_000 }, CasesC.Past with { SignedAt = Signed.AddDays(1), Sum = 30_000_000 }],
        };

        Assert.Equal("first", Judge(30_000_000, world).Variant);
    }

    [Fact]
    public void Monopolies_are_left_out() => Assert.Equal(
        ["lawful_single_source"],
        Judge(30_000_000, new World { Organisations = [new Organisation { Bin = Supplier, IsMonopoly = true }] }).Exceptions);

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["population"], (File(Contract()) with { Population = null }).Finding("KZ-16").Missing);
        Assert.Equal(["private_supplier"], File(Contract() with { SupplierBin = null }).In(new World()).Finding("KZ-16").Missing);
        Assert.Equal(["contract_sum"], File(Contract() with { Sum = 0 }).In(new World()).Finding("KZ-16").Missing);
        Assert.Equal(["contract_date"], File(Contract() with { SignedAt = null, Created = Signed }).In(new World()).Finding("KZ-16").Missing);
        Assert.Equal(["registered"], Judge(1000, Market(null)).Missing);
        Assert.Equal(["registered"], Judge(1000, Market(Signed.AddDays(1))).Missing);
        Assert.Equal(["too_few_peers"], Judge(1000, Market(Signed.AddDays(-10), 29)).Missing);
        Assert.Equal(["enstru"], Missing(Works with { Enstru = null }));
        Assert.Equal(["subject_type"], Missing(Works with { SubjectType = null }));

        static IReadOnlyList<string> Missing(Lot lot) =>
            (File(Contract()).In(Market(Signed.AddDays(-10))) with { Lot = lot }).Finding("KZ-16").Missing;
    }
}
