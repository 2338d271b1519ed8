using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class YearEndRushTests
{
    private const decimal Least = 1_966_000;    // 500 MCI of 2025

    private static Finding Judge(Contract? contract) => new Years { Contract = contract, December = 0.1m }.File().Finding("KZ-19");

    private static Finding Buyer(Years world) => (world with { Contract = CasesD.Rushed(Given.Astana(2025, 12, 5), 100) }).File().Finding("KZ-19");

    [Theory]
    [InlineData(14, 5_000_000, 3, State.Clear)]
    [InlineData(15, 5_000_000, 3, State.Fired)]
    [InlineData(20, 1_965_999, 3, State.Clear)]
    [InlineData(20, 1_966_000, 2, State.Fired)]
    [InlineData(20, 5_000_000, 1, State.Clear)]
    public void Works_signed_and_done_within_the_last_days_of_the_year_are_a_sign(int day, int sum, int subject, State expected) =>
        Assert.Equal(expected, Judge(CasesD.Rushed(Given.Astana(2025, 12, day), sum, subject)).State);

    [Fact]
    public void The_sign_of_a_contract_names_its_days()
    {
        var finding = Judge(CasesD.Rushed(Given.Astana(2025, 12, 20), 2 * Least));

        Assert.Equal((Tier.T2, "contract", 9), (finding.Tier, finding.Variant, finding.Facts["days"]));
        Assert.Equal((2 * Least, Least, 0.5), (finding.Value!.Value, finding.Threshold!.Value, finding.Strength));
    }

    [Fact]
    public void Work_done_later_or_not_yet_is_no_rush()
    {
        var contract = CasesD.Rushed(Given.Astana(2025, 12, 20), 5_000_000);

        Assert.Equal(State.Fired, Judge(contract with { Done = Given.Astana(2025, 12, 31, 23) }).State);
        Assert.Equal(State.Clear, Judge(contract with { Done = Given.Astana(2026, 1, 1) }).State);
        Assert.Equal(State.Clear, Judge(contract with { Done = null, StatusId = 190 }).State);
        Assert.Equal(["contract_done"], Judge(contract with { Done = null }).Missing);
    }

    [Fact]
    public void What_belongs_to_the_plan_of_the_next_year_is_left_out()
    {
        var contract = CasesD.Rushed(Given.Astana(2025, 12, 20), 5_000_000);
        Assert.Equal(["plan_of_next_year"], Judge(contract with { FinancialYear = 2026 }).Exceptions);

        var file = new Years { Contract = contract }.File();
        Assert.Equal(["plan_of_next_year"], (file with { PlanItems = [new PlanItem { Id = 5, Year = 2026 }] }).Finding("KZ-19").Exceptions);
        Assert.Equal(["plan_of_next_year"], (file with { PlanItems = [new PlanItem { Id = 5, Month = 99 }] }).Finding("KZ-19").Exceptions);
        Assert.Equal(State.Fired, (file with { PlanItems = [new PlanItem { Id = 6, Year = 2026 }] }).Finding("KZ-19").State);
        Assert.Equal(["financial_year"], Judge(contract with { FinancialYear = null }).Missing);
    }

    [Fact]
    public void What_a_monopoly_meters_is_no_rush()
    {
        var file = new Years { Contract = CasesD.Rushed(Given.Astana(2025, 12, 20), 5_000_000) }.File();
        var monopoly = new Organisation { Bin = file.Contracts![0].SupplierBin!, IsMonopoly = true };

        Assert.Equal(["lawful_single_source"],
            (file with { Organisations = new Dictionary<string, Organisation> { [monopoly.Bin] = monopoly } }).Finding("KZ-19").Exceptions);
    }

    [Fact]
    public void Only_contracts_of_December_are_asked()
    {
        Assert.Equal(["not_december"], Judge(CasesD.Rushed(Given.Astana(2025, 11, 30), 5_000_000)).Exceptions);
        Assert.Equal(["no_contract_yet"], Judge(null).Exceptions);
    }

    [Theory]
    [InlineData(0.19, 0.1, State.Clear)]
    [InlineData(0.90, 0.1, State.Fired)]
    [InlineData(0.90, 0.46, State.Clear)]
    [InlineData(0.90, 0.45, State.Fired)]
    public void Decembers_share_is_held_against_twice_the_own_years_and_against_the_kind(double december, double before, State expected)
    {
        var finding = Buyer(new Years { December = (decimal)december, Before = (decimal)before });

        Assert.Equal((expected, (decimal)december), (finding.State, finding.Value));
        Assert.Equal(expected == State.Fired ? Tier.T3 : Tier.T2, finding.Tier);
    }

    [Fact]
    public void What_the_buyers_form_lacks_is_named()
    {
        Assert.Equal(["buyer_year_incomplete", "earlier_years"], Buyer(new Years { WholeFrom = null }).Missing);
        Assert.Equal(["earlier_years"], Buyer(new Years { WholeFrom = new(2022, 1, 2) }).Missing);
        Assert.Equal(["earlier_years"], Buyer(new Years { FirstYear = 2023 }).Missing);
        Assert.Equal(["too_few_buyers"], Buyer(new Years { Schools = 11 }).Missing);
        Assert.Equal(State.Fired, Buyer(new Years { Contracts = 10 }).State);
        Assert.Equal(State.Clear, Buyer(new Years { Contracts = 9 }).State);
        var early = new Years { December = 0.1m, Moment = Given.Astana(2025, 12, 31) };
        Assert.Equal(["year_not_over"], Buyer(early).Missing);
        Assert.Equal(State.Clear, Buyer(early with { Moment = Given.Astana(2026, 1, 1) }).State);
    }

    [Fact]
    public void What_the_contracts_form_lacks_is_named()
    {
        var contract = CasesD.Rushed(Given.Astana(2025, 12, 20), 5_000_000);
        var file = new Years { Contract = contract, December = 0.1m }.File();

        Assert.Equal(["contracts"], (file with { Contracts = null }).Finding("KZ-19").Missing);
        Assert.Equal(["contract_sum"], Judge(contract with { Sum = null }).Missing);
        Assert.Equal(["subject_type"], Judge(contract with { SubjectType = null }).Missing);
        Assert.Equal(["contract_sum", "population"], (file with { Population = null, Contracts = [contract with { Sum = null }] }).Finding("KZ-19").Missing);
        Assert.Equal(["population"], (file with { Population = null, Contracts = [contract with { SubjectType = 1 }] }).Finding("KZ-19").Missing);
        Assert.Equal(State.Fired, (file with { Population = null }).Finding("KZ-19").State);
    }

    [Theory]
    [InlineData(2025, null, 2025, "fired")]                 // the plan of the same year
    [InlineData(2025, null, 2026, "plan_of_next_year")]
    [InlineData(null, null, 2025, "fired")]                 // the plan tells the year that the contract does not
    [InlineData(null, null, null, "financial_year")]
    [InlineData(2025, null, null, "fired")]
    [InlineData(2025, 99, 2025, "plan_of_next_year")]
    [InlineData(2025, 11, 2025, "fired")]
    public void The_year_of_the_money_is_told_by_the_contract_or_the_plan(int? contract, int? month, int? plan, string told)
    {
        var rushed = CasesD.Rushed(Given.Astana(2025, 12, 20), 5_000_000) with { FinancialYear = contract };
        var file = new Years { Contract = rushed with { Items = [new ContractItem { PlanItemId = 6 }, .. rushed.Items] } }.File();
        var finding = (file with { PlanItems = [new PlanItem { Id = 5, Year = plan, Month = month }] }).Finding("KZ-19");

        Assert.Equal(told, finding.State is State.Fired ? "fired" : string.Join(' ', [.. finding.Missing, .. finding.Exceptions]));
    }

    [Fact]
    public void Without_plans_the_contract_tells_alone()
    {
        var file = new Years { Contract = CasesD.Rushed(Given.Astana(2025, 12, 20), 5_000_000) }.File();

        Assert.Equal(State.Fired, (file with { PlanItems = null }).Finding("KZ-19").State);
    }

    [Fact]
    public void A_year_is_whole_from_its_first_day()
    {
        Assert.Equal(["earlier_years"], Buyer(new Years { WholeFrom = new(2025, 1, 1) }).Missing);
        Assert.Equal(["buyer_year_incomplete", "earlier_years"], Buyer(new Years { WholeFrom = new(2025, 1, 2) }).Missing);
        var file = new Years { Contract = CasesD.Rushed(Given.Astana(2025, 12, 5), 100) }.File();
        Assert.Equal(["buyer"], (file with { Lot = file.Lot with { BuyerBin = null } }).Finding("KZ-19").Missing);
    }
}
