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

    [Fact]
    public void A_name_of_a_ground_that_was_loaded_comes_before_the_stores()
    {
        const string Secret = "приобретения услуг лица, оказывающего конфиденциальное содействие";
        CaseFile With(string? loaded, string? stored) => Hidden[1] with
        {
            PlanItems = [new PlanItem { Id = 5, JustificationId = 6 }],
            Grounds = loaded is null ? new Dictionary<int, string>() : new Dictionary<int, string> { [6] = loaded },
            Population = new World
            {
                References = stored is null ? [] : [new Reference { Table = "RefJustification", Id = 6, Name = new(stored, null) }],
            }.AsOf(Given.AsOf),
        };

        Assert.Equal(["secret"], Judge(With(Secret, "другое")).Exceptions);
        Assert.Equal(["secret"], Judge(With(null, Secret)).Exceptions);
        Assert.Empty(Judge(With("другое", Secret)).Exceptions);
        Assert.Empty(Judge(With(null, null)).Exceptions);
    }

    [Fact]
    public void A_contract_of_the_day_itself_is_open_and_a_later_one_is_not()
    {
        var file = Hidden[2] with { Lot = Hidden[2].Lot with { ResultsPublished = Given.Astana(2026, 1, 5) }, AsOf = Given.Astana(2026, 3, 3) };
        Contract Signed(int minutes) => Given.Direct(9, 1) with { SignedAt = file.AsOf.AddMinutes(minutes), Created = null };

        Assert.Equal("no_contract", Judge(file with { Contracts = [] }).Variant);
        Assert.NotEqual("no_contract", Judge(file with { Contracts = [Signed(0)] }).Variant);
        Assert.Equal("no_contract", Judge(file with { Contracts = [Signed(1)] }).Variant);
    }

    [Fact]
    public void Results_of_this_very_moment_are_known()
    {
        var file = Hidden[1];
        Assert.Equal("no_bids", Judge(file with { Lot = file.Lot with { ResultsPublished = file.AsOf } }).Variant);
        Assert.Equal(State.Clear, Judge(file with { Lot = file.Lot with { ResultsPublished = file.AsOf.AddMinutes(1) } }).State);
    }

    [Fact]
    public void A_year_outside_the_calendar_is_named()
    {
        var file = Hidden[2] with { Lot = Hidden[2].Lot with { ResultsPublished = Given.Astana(1990, 1, 1) } };

        Assert.Contains("calendar_year", Judge(file).Missing);
    }

    [Fact]
    public void The_status_of_the_last_version_tells_whether_it_is_executed()
    {
        var contract = Hidden[3].Contracts![0];
        var amended = contract with { Id = contract.Id + 1, RootId = contract.RootId ?? contract.Id, TypeId = 2, StatusId = 190, Number = "990240002989/260001/01" };

        Assert.Equal("no_acts", Judge(Hidden[3]).Variant);
        Assert.NotEqual("no_acts", Judge(Hidden[3] with { Contracts = [contract with { RootId = contract.RootId ?? contract.Id, Number = "990240002989/260001/00" }, amended] }).Variant);
    }

    [Fact]
    public void The_value_is_the_share_of_the_checks_that_could_not_run()
    {
        var finding = Judge(Hidden[0]);

        Assert.Equal((double)(int)finding.Facts["count"] / (int)finding.Facts["of"], finding.Strength, 9);
        Assert.Equal((decimal)Math.Round(finding.Strength, 6), finding.Value);
    }
}
