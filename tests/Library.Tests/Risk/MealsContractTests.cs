using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.CasesOfSectors;

namespace Library.Tests.Risk;

/// <summary>How long one supplier has cooked since the tender it won: prolongations, what is not told, and a tender announced since.</summary>
public class MealsContractTests
{
    private const int Tender = 120;
    private const int Direct = 131;

    private static MealsContract Before(IReadOnlyList<Contract> chain, params Lot[] lots)
    {
        var population = new World { Contracts = chain, Lots = lots }.AsOf(Given.AsOf);
        return MealsContract.Before(population, population.Deals[^1]);
    }

    private static readonly Contract[] Chain = [Signed(1, 2023, Tender), Signed(2, 2024, Direct), Signed(3, 2025, Direct), Signed(4, 2026, Direct)];

    private static Contract[] With(int place, Func<Contract, Contract> change) => [.. Chain.Select((one, i) => i == place ? change(one) : one)];

    [Fact]
    public void The_years_after_the_tender_are_counted()
    {
        var chain = Before(Chain);

        Assert.Equal((1L, 0, false), (chain.Tender?.Id, chain.Doubtful, chain.TenderSince));
        Assert.Equal([2024, 2025, 2026], chain.Years.Select(deal => deal.Year));
        Assert.Equal([2024, 2026], Before(With(2, one => one with { FinancialYear = 2026 })).Years.Select(deal => deal.Year));
    }

    [Fact]
    public void A_new_tender_begins_anew()
    {
        var chain = Before([Signed(7, 2022, Direct), Signed(8, 2021, Direct) with { PlannedEnd = null }, .. Chain]);

        Assert.Equal((1L, 3, 0), (chain.Tender?.Id, chain.Years.Count, chain.Doubtful));
        Assert.Equal((null, 2, 1), (Before([.. Chain[1..3], Signed(4, 2026, Direct) with { PlannedEnd = null }]) is var without
            ? (without.Tender?.Id, without.Years.Count, without.Doubtful) : default));
    }

    [Fact]
    public void A_year_whose_end_is_not_told_is_in_doubt_unless_another_contract_of_it_is_not()
    {
        var unknown = Signed(5, 2025, Direct) with { PlannedEnd = null };

        Assert.Equal((2, 1), Counts(With(2, _ => unknown)));
        Assert.Equal((2, 1), Counts([.. With(2, _ => unknown), unknown with { Id = 6, Number = "990240002989/6/00" }]));
        Assert.Equal((3, 0), Counts([.. Chain[..3], unknown, Chain[3]]));

        static (int, int) Counts(IReadOnlyList<Contract> chain) => (Before(chain).Years.Count, Before(chain).Doubtful);
    }

    [Theory]
    [InlineData(120, "2023-02-26", true)]
    [InlineData(121, "2026-02-25", true)]
    [InlineData(120, "2023-02-25", false)]       // the tender that was won itself
    [InlineData(120, "2026-02-26", false)]       // after the contract that is judged
    [InlineData(3, "2024-06-01", false)]         // not a tender for meals
    public void A_tender_announced_since_may_have_failed(int method, string published, bool expected)
    {
        var day = DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture);
        var lot = Meals() with { Id = 9, MethodId = method, Published = Given.Astana(day.Year, day.Month, day.Day) };

        Assert.Equal(expected, Before(Chain, lot).TenderSince);
    }

    [Fact]
    public void Contracts_for_other_things_are_no_prolongation()
    {
        var other = With(1, one => one.Of(item => item with { Enstru = "172314.500.000002" }));

        Assert.Equal([2025, 2026], Before(other).Years.Select(deal => deal.Year));
        Assert.Equal([2025, 2026], Before(With(1, one => one with { Items = [] })).Years.Select(deal => deal.Year));
        Assert.Equal([2024, 2025, 2026], Before([.. Chain.Select(one => one with { Items = [] })]).Years.Select(deal => deal.Year));
    }
}
