using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class SmallDirectPurchasesOverLimitTests
{
    private const decimal GoodsLimit = 432_500;    // 100 MCI of 2026

    private static CaseFile File(params Contract[] contracts) => Given.File().In(World(contracts));

    private static World World(params IReadOnlyList<Contract> contracts) => new() { Contracts = contracts, References = Given.GroundNames };

    private static Finding Judge(params Contract[] contracts) => File(contracts).Finding("KZ-02");

    private static Contract WithGround(Contract contract, int? ground) =>
        contract with { Items = [contract.Items[0] with { JustificationId = ground }] };

    [Theory]
    [InlineData(432_499.99, State.Clear)]
    [InlineData(432_500, State.Clear)]
    [InlineData(432_500.01, State.Fired)]
    public void The_limit_itself_is_lawful(double sum, State expected)
    {
        var finding = Judge(Given.Direct(1, 200_000), Given.Direct(2, (decimal)sum - 200_000));

        Assert.Equal(expected, finding.State);
        Assert.Equal((decimal)sum, finding.Value);
        Assert.Equal(GoodsLimit, finding.Threshold);
    }

    [Fact]
    public void One_contract_however_large_is_not_an_addition() => Assert.Equal(State.Clear, Judge(Given.Direct(1, 5_000_000)).State);

    [Fact]
    public void An_unpublished_ground_makes_the_finding_weaker_and_says_so()
    {
        var finding = Judge(Given.Direct(1, 300_000), WithGround(Given.Direct(2, 300_000), null));

        Assert.Equal((State.Fired, Tier.T2), (finding.State, finding.Tier));
        Assert.Equal("risk.KZ-02.sign.ground_not_published", finding.SignKey);
        Assert.Equal(Tier.T1, Judge(Given.Direct(1, 300_000), Given.Direct(2, 300_000)).Tier);
    }

    [Fact]
    public void Other_grounds_do_not_count_and_unknown_ones_leave_the_question_open()
    {
        Assert.Equal(State.Clear, Judge(Given.Direct(1, 300_000), WithGround(Given.Direct(2, 300_000), 1)).State);
        Assert.Equal(["grounds"], Judge(Given.Direct(1, 300_000), WithGround(Given.Direct(2, 300_000), 77)).Missing);
    }

    [Fact]
    public void What_does_not_belong_does_not_count()
    {
        var one = Given.Direct(1, 300_000);
        var other = Given.Direct(2, 300_000);

        foreach (var contract in new[]
        {
            other with { MethodId = 3 },
            other with { FinancialYear = 2025 },
            other with { StatusId = 330 },
            other with { StatusId = 430 },
            other with { IsDeleted = true },
            other with { BuyerBin = "100000000001" },
            other with { SignedAt = Given.AsOf.AddDays(1) },
            other with { SubjectType = 3 },
            other with { Items = [other.Items[0] with { Enstru = "222925.700.000027" }] },
            other with { RootId = 1, Number = $"{Given.Buyer}/260001/01" },
        })
        {
            Assert.Equal(State.Clear, Judge(one, contract).State);
        }

        Assert.Equal(State.Fired, Judge(one, other with { Items = [other.Items[0] with { Enstru = "172314.900.000001" }] }).State);
    }

    [Fact]
    public void An_amendment_replaces_what_it_amends()
    {
        var amended = Given.Direct(2, 100_000) with { RootId = 1, Number = $"{Given.Buyer}/260001/01" };

        Assert.Equal(State.Clear, Judge(Given.Direct(1, 400_000) with { RootId = 1 }, amended, Given.Direct(3, 300_000)).State);
        Assert.Equal(400_000, Judge(Given.Direct(1, 400_000) with { RootId = 1 }, amended, Given.Direct(3, 300_000)).Value);
    }

    [Theory]
    [InlineData("ГУ \"Аппарат акима Малайсаринского сельского округа\"", 1, 17_300_000)]
    [InlineData("\"Ақсу ауылдық округі әкімінің аппараты\" КММ", 3, 17_300_000)]
    [InlineData("ГУ \"Аппарат акима Майского района\"", 3, 2_162_500)]
    [InlineData("КГУ \"Школа\"", 2, 2_162_500)]
    [InlineData("КГУ \"Школа\"", 1, 432_500)]
    public void The_limit_depends_on_the_buyer_and_the_subject(string buyer, int subject, int limit)
    {
        var contracts = new[] { Given.Direct(1, limit), Given.Direct(2, 1) }.Select(c => c with { SubjectType = subject });
        var file = File([.. contracts]) with { Lot = Given.Lot() with { BuyerName = new(buyer, null), SubjectType = subject } };

        Assert.Equal(State.Fired, file.Finding("KZ-02").State);
        Assert.Equal(limit, file.Finding("KZ-02").Threshold);
    }

    [Fact]
    public void A_part_of_the_contracts_may_fire_but_never_clear()
    {
        var one = World(Given.Direct(1, 300_000));
        var two = World(Given.Direct(1, 300_000), Given.Direct(2, 300_000));

        Assert.Equal(["buyer_year_incomplete"], Given.File().In(one with { WholeFrom = null }).Finding("KZ-02").Missing);
        Assert.Equal(["buyer_year_incomplete"], Given.File().In(one with { WholeFrom = new(2026, 1, 2) }).Finding("KZ-02").Missing);
        Assert.Equal(State.Clear, Given.File().In(one with { WholeFrom = new(2026, 1, 1) }).Finding("KZ-02").State);
        Assert.Equal(State.Fired, Given.File().In(two with { WholeFrom = null }).Finding("KZ-02").State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var over = File(Given.Direct(1, 300_000), Given.Direct(2, 300_000));

        Assert.Equal(["enstru"], (over with { Lot = over.Lot with { Enstru = null } }).Finding("KZ-02").Missing);
        Assert.Equal(["subject_type"], (over with { Lot = over.Lot with { SubjectType = null } }).Finding("KZ-02").Missing);
        Assert.Equal(["buyer"], (over with { Lot = over.Lot with { BuyerBin = null } }).Finding("KZ-02").Missing);
        Assert.Equal(["population"], (over with { Population = null }).Finding("KZ-02").Missing);
        Assert.Equal(["grounds"], over.In(World(Given.Direct(1, 1), Given.Direct(2, 1)) with { References = [] }).Finding("KZ-02").Missing);
        Assert.Equal(["buyer_name"], (over with { Lot = over.Lot with { BuyerName = default } }).Finding("KZ-02").Missing);
        var far = over with { Lot = over.Lot with { Published = Given.Astana(2028, 1, 9) }, AsOf = Given.Astana(2028, 2, 1) };
        Assert.Equal(["mci"], far.Finding("KZ-02").Missing);
        Assert.Equal(["old_law"], (over with { Lot = over.Lot with { Published = Given.Astana(2024, 5, 1) } }).Finding("KZ-02").Exceptions);
    }

    [Fact]
    public void A_contract_that_lacks_a_telling_field_leaves_the_question_open()
    {
        var one = Given.Direct(1, 300_000);
        var other = Given.Direct(2, 300_000);

        foreach (var contract in new[]
        {
            other with { MethodId = null },
            other with { SubjectType = null },
            other with { Items = [] },
            other with { Items = [other.Items[0] with { Enstru = null }] },
            other with { Sum = null, Items = [other.Items[0] with { Sum = null }] },
        })
        {
            Assert.Equal(["contract_fields"], Judge(one, contract).Missing);
        }
    }

    [Fact]
    public void Every_contract_is_evidence_with_its_page()
    {
        var finding = Judge(Given.Direct(1, 300_000), Given.Direct(2, 300_000));

        Assert.Equal(2, finding.Evidence.Count(item => item is { Kind: "contract", Field: "contractSum", Value: "300000" }));
        Assert.Contains(finding.Evidence, item => item.Url == "https://goszakup.gov.kz/ru/egzcontract/cpublic/show/2");
        Assert.Contains(finding.Evidence, item => item is { Id: "2", Field: "signDate", Value: "2026-01-22" });
        Assert.Contains(finding.Evidence, item => item is { Id: "2", Field: "supplierBiin", Value: "200000000001" });
        Assert.Contains(finding.Evidence, item => item is { Field: "sumByNineDigits", Value: "600000" });
    }

    [Fact]
    public void The_strength_is_full_at_three_times_the_limit()
    {
        Assert.Equal(0.5, Judge(Given.Direct(1, GoodsLimit), Given.Direct(2, GoodsLimit)).Strength, 6);
        Assert.Equal(1, Judge(Given.Direct(1, GoodsLimit), Given.Direct(2, GoodsLimit * 2)).Strength, 6);
    }
}
