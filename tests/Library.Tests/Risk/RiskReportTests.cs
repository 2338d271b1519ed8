using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class RiskReportTests
{
    private static Finding Finding(string family, Tier tier, double strength, State state = State.Fired) => new()
    {
        Code = $"{family}-{tier}",
        State = state,
        Tier = tier,
        Family = family,
        Subject = new Subject("lot", "1"),
        Strength = strength,
        AsOf = Given.AsOf,
        CatalogueVersion = "test",
    };

    private static RiskReport Muting(params Finding[] findings) =>
        RiskReport.From(Given.File() with { Muted = findings.Select(f => f.Code).ToHashSet() }, Catalogue.Current, findings);

    private static RiskReport Report(params Finding[] findings) => RiskReport.From(Given.File(), Catalogue.Current, findings);

    [Fact]
    public void One_contradiction_of_a_rule_is_high_from_half_strength()
    {
        Assert.Equal(Level.High, Report(Finding("a", Tier.T1, 0.5)).Level);
        Assert.Equal(Level.Medium, Report(Finding("a", Tier.T1, 0.49)).Level);
    }

    [Fact]
    public void Strong_signs_of_three_families_are_high_and_of_two_medium()
    {
        Assert.Equal(Level.High, Report(Finding("a", Tier.T2, 0), Finding("b", Tier.T2, 0), Finding("c", Tier.T2, 0)).Level);
        Assert.Equal(Level.Medium, Report(Finding("a", Tier.T2, 0), Finding("b", Tier.T2, 0)).Level);
        Assert.Equal(Level.Low, Report(Finding("a", Tier.T2, 0), Finding("a", Tier.T2, 0)).Level);
    }

    [Fact]
    public void One_strong_sign_is_medium_from_seven_tenths()
    {
        Assert.Equal(Level.Medium, Report(Finding("a", Tier.T2, 0.7)).Level);
        Assert.Equal(Level.Low, Report(Finding("a", Tier.T2, 0.69)).Level);
        Assert.Equal(Level.Low, Report(Finding("a", Tier.T3, 1), Finding("b", Tier.T3, 1), Finding("c", Tier.T3, 1)).Level);
        Assert.Equal(Level.None, Report(Finding("a", Tier.T1, 1, State.NotEvaluable)).Level);
    }

    [Fact]
    public void Signs_of_one_family_count_once_in_the_order()
    {
        var one = Report(Finding("a", Tier.T1, 1));

        Assert.Equal(one.Order, Report(Finding("a", Tier.T1, 1), Finding("a", Tier.T2, 1)).Order);
        Assert.Equal(Math.Log10(1 + (1_000_000.0 / 4325)), one.Order, 10);
    }

    [Fact]
    public void A_muted_sign_stays_as_context_and_raises_nothing()
    {
        var report = Muting(Finding("a", Tier.T2, 1), Finding("b", Tier.T3, 1), Finding("c", Tier.T2, 0, State.Clear));

        Assert.Equal([(Tier.T3, true), (Tier.T3, true), (Tier.T2, false)], report.Findings.Select(f => (f.Tier, f.IsMuted)));
        Assert.Equal((Level.None, 0.0, 3), (report.Level, report.Order, report.Ran));
        Assert.Empty(report.Signs);
        Assert.Empty(report.Strongest);
    }

    [Fact]
    public void A_contradiction_of_a_written_rule_is_never_muted()
    {
        var report = Muting(Finding("a", Tier.T1, 1));

        Assert.Equal((Level.High, Tier.T1, false), (report.Level, report.Findings[0].Tier, report.Findings[0].IsMuted));
    }

    [Fact]
    public void A_modifier_is_no_sign_and_no_check_that_ran()
    {
        var report = Report(Finding("a", Tier.T3, 1) with { IsModifier = true }, Finding("b", Tier.T1, 0, State.Clear));

        Assert.Equal((Level.None, 0.0, 1, 1), (report.Level, report.Order, report.Ran, report.Of));
        Assert.Empty(report.Signs);
    }

    [Fact]
    public void Every_indicator_has_a_known_family_and_modifiers_are_asked_last()
    {
        Assert.All(RiskCheck.Indicators, indicator => Assert.Contains(indicator.Family, Families.All));
        Assert.Equal(RiskCheck.Indicators.OrderBy(i => i.IsModifier).ThenBy(i => i.Code, StringComparer.Ordinal), RiskCheck.Indicators);
    }

    [Fact]
    public void Ran_and_of_leave_out_what_does_not_apply()
    {
        var report = Report(
            Finding("a", Tier.T1, 1), Finding("b", Tier.T1, 0, State.Clear), Finding("c", Tier.T1, 0, State.NotEvaluable),
            Finding("d", Tier.T1, 0, State.NotApplicable));

        Assert.Equal((2, 3), (report.Ran, report.Of));
        Assert.False(report.DataInsufficient);
        var lacking = Finding("b", Tier.T1, 0, State.NotEvaluable);
        Assert.True(Report(Finding("a", Tier.T1, 1), lacking, lacking).DataInsufficient);
    }

    [Fact]
    public void The_strongest_two_are_of_different_families_where_there_are_two()
    {
        var report = Report(Finding("a", Tier.T1, 1), Finding("a", Tier.T2, 1), Finding("b", Tier.T3, 1));

        Assert.Equal(["a", "b"], report.Strongest.Select(sign => sign.Family));
        Assert.Equal([Tier.T1], Report(Finding("a", Tier.T2, 1), Finding("a", Tier.T1, 1)).Strongest.Select(sign => sign.Tier));
    }

    [Fact]
    public void Every_indicator_answers_in_its_place_and_an_empty_lot_is_not_judged()
    {
        var report = RiskCheck.Run(new CaseFile { Lot = new Lot { Id = 1, Number = "" }, AsOf = Given.AsOf });

        Assert.Equal(RiskCheck.Indicators.Select(indicator => indicator.Code), report.Findings.Select(finding => finding.Code));
        Assert.All(report.Findings.Where(f => !f.IsModifier), finding => Assert.Equal(["published"], finding.Missing));
        Assert.Equal((Level.None, 0, report.Told.Count(f => !f.IsModifier)), (report.Level, report.Ran, report.Of));
        Assert.True(report.DataInsufficient);
    }

    [Fact]
    public void An_ordinary_lot_has_no_sign_and_is_clear_in_the_checks_of_its_papers()
    {
        var report = RiskCheck.Run(Given.Compared(Given.Lot() with { Details = new("Бумага белая плотная для офисной печати", null) }));

        Assert.Empty(report.Signs);
        Assert.All(["KZ-01", "KZ-02", "KZ-13", "KZ-15", "KZ-20"],
            code => Assert.Equal(State.Clear, report.Findings.Single(finding => finding.Code == code).State));
    }

    [Fact]
    public void What_a_person_must_look_at_first_is_kept_and_not_told()
    {
        var inside = Finding("a", Tier.T1, 1) with { IsInternal = true };
        var report = Report(inside, Finding("b", Tier.T2, 0.5));

        Assert.Equal(["b"], report.Signs.Select(sign => sign.Family));
        Assert.Equal(["b"], report.Strongest.Select(sign => sign.Family));
        Assert.Equal((2, 1, 1, Level.Low), (report.Findings.Count, report.Ran, report.Of, report.Level));
        Assert.Equal(Report(Finding("b", Tier.T2, 0.5)).Order, report.Order);
    }

    [Fact]
    public void A_deleted_lot_is_not_judged() =>
        Assert.All(RiskCheck.Run(Given.File(Given.Lot() with { IsDeleted = true })).Findings, f => Assert.Equal(["deleted"], f.Exceptions));
}
