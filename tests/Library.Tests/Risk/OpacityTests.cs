using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class OpacityTests
{
    private static readonly CaseFile[] Hidden = [.. CasesD.Hidden()];

    private static Finding Judge(CaseFile file) => RiskCheck.Run(file).Findings.Single(finding => finding.Code == "KZ-34");

    [Theory]
    [InlineData(0, "no_plan")]
    [InlineData(1, "no_bids")]
    [InlineData(2, "no_contract")]
    [InlineData(3, "no_acts")]
    [InlineData(4, "no_text")]
    public void What_should_be_open_and_is_not_is_named(int which, string variant)
    {
        var (finding, report) = (Judge(Hidden[which]), RiskCheck.Run(Hidden[which]));

        Assert.Equal((State.Fired, variant, true), (finding.State, finding.Variant, finding.IsModifier));
        Assert.Equal((report.Of, report.Of - report.Ran), ((int)finding.Facts["of"], (int)finding.Facts["count"]));
        Assert.DoesNotContain(report.Signs, sign => sign.Code == "KZ-34");
    }

    [Fact]
    public void A_purchase_with_everything_in_the_open_is_clear() => Assert.Equal(State.Clear, Judge(Open()).State);

    private static CaseFile Open() => Hidden[0] with { PlanItems = [new PlanItem { Id = 5 }] };

    [Fact]
    public void Twenty_working_days_may_pass_before_a_contract()
    {
        var file = Hidden[2] with { Lot = Hidden[2].Lot with { ResultsPublished = Given.Astana(2026, 2, 2) } };

        Assert.Equal(State.Clear, Judge(file with { AsOf = Given.Astana(2026, 3, 2) }).State);
        Assert.Equal("no_contract", Judge(file with { AsOf = Given.Astana(2026, 3, 3) }).Variant);
    }

    [Fact]
    public void A_purchase_that_was_not_held_needs_neither_bids_nor_contract()
    {
        var failed = Open() with { Lot = Open().Lot with { StatusId = 370 }, Bids = [], Contracts = [] };

        Assert.Equal(State.Clear, Judge(failed).State);
        Assert.Equal(["lot_status"], Judge(failed with { Lot = failed.Lot with { StatusId = null } }).Missing);
    }

    [Fact]
    public void Secret_purchases_are_lawfully_closed()
    {
        var secret = Hidden[1] with
        {
            PlanItems = [new PlanItem { Id = 5, JustificationId = 6 }],
            Grounds = new Dictionary<int, string> { [6] = "приобретения услуг лица, оказывающего конфиденциальное содействие" },
        };

        Assert.Equal(["secret"], Judge(secret).Exceptions);
        Assert.Equal(State.Fired, Judge(secret with { Grounds = Given.Grounds }).State);
    }

    [Fact]
    public void What_was_not_loaded_is_not_taken_for_hidden()
    {
        Assert.Equal(["plan_items"], Judge(Open() with { PlanItems = null }).Missing);
        Assert.Equal(["bids"], Judge(Open() with { Bids = null }).Missing);
        Assert.Equal(["contracts"], Judge(Open() with { Contracts = null }).Missing);
        Assert.Equal(["acts"], Judge(Open() with { Acts = null }).Missing);
        Assert.Equal(["contract_status"], Judge(Open() with { Contracts = [Open().Contracts![0] with { StatusId = null }] }).Missing);
        Assert.Equal(State.Clear, Judge(Open() with { Contracts = [Open().Contracts![0] with { StatusId = 190 }], Acts = null }).State);
        Assert.Equal(["other_checks"], Open().Finding("KZ-34").Missing);
    }
}
