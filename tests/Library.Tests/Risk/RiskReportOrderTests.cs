using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>The figures of a report at their limits, and what it says about itself.</summary>
public class RiskReportOrderTests
{
    private static Finding Finding(string code, string family = "price", Tier tier = Tier.T2, double strength = 1) => new()
    {
        Code = code,
        State = State.Fired,
        Tier = tier,
        Family = family,
        Subject = new Subject("lot", "1"),
        Strength = strength,
        AsOf = Given.AsOf,
        CatalogueVersion = "test",
    };

    private static RiskReport Report(Lot lot, params Finding[] findings) =>
        RiskReport.From(Given.Compared(lot), Catalogue.Current, findings);

    private static RiskReport Report(params Finding[] findings) => Report(Given.Lot(), findings);

    [Fact]
    public void It_says_which_lot_when_and_by_what()
    {
        var report = Report();

        Assert.Equal(("85000001-ЗЦП1", Given.Buyer, Given.AsOf), (report.LotNumber, report.BuyerBin, report.AsOf));
        Assert.Equal((Catalogue.Current.Version, "2026-03-05"), (report.CatalogueVersion, report.PopulationVersion));
        Assert.Null(RiskReport.From(Given.File(), Catalogue.Current, []).PopulationVersion);
    }

    [Theory]
    [InlineData(Tier.T1, 1, 1.0)]
    [InlineData(Tier.T2, 1, 0.6)]
    [InlineData(Tier.T3, 1, 0.2)]
    [InlineData(Tier.T2, 0.5, 0.3)]
    public void A_sign_weighs_its_tier_times_its_strength(Tier tier, double strength, double weight)
    {
        var sign = Finding("KZ-01", tier: tier, strength: strength);
        var mci = Given.Lot() with { Amount = 9 * 4325 };    // log10(1 + 9) is 1

        Assert.Equal(weight, Families.Weight(sign), 10);
        Assert.Equal(weight, Report(mci, sign).Order, 10);
        Assert.Equal(weight + 0.6, Report(mci, sign, Finding("KZ-02", "splitting")).Order, 10);
        Assert.Equal(Math.Max(weight, 0.6), Report(mci, Finding("KZ-02"), sign).Order, 10);
    }

    [Fact]
    public void A_lot_without_a_sum_or_a_year_has_no_order()
    {
        Assert.Equal(0, Report(Given.Lot() with { Amount = null }, Finding("KZ-01")).Order);
        Assert.Equal(0, Report(Given.Lot() with { Amount = -5 }, Finding("KZ-01")).Order);
        Assert.Equal(0, Report(Given.Lot() with { Published = null }, Finding("KZ-01")).Order);
        Assert.Equal(0, Report(Given.Lot() with { Published = Given.Astana(1999, 1, 1) }, Finding("KZ-01")).Order);
        Assert.Equal(Level.Medium, Report(Given.Lot() with { Amount = null }, Finding("KZ-01")).Level);
    }

    [Fact]
    public void Signs_stand_heaviest_first_and_of_equal_ones_by_code()
    {
        var report = Report(Finding("KZ-09"), Finding("KZ-02", strength: 0.9), Finding("KZ-03", tier: Tier.T3), Finding("KZ-07"));

        Assert.Equal(["KZ-07", "KZ-09", "KZ-02", "KZ-03"], report.Signs.Select(sign => sign.Code));
        Assert.Equal(["KZ-07"], report.Strongest.Select(sign => sign.Code));
        var three = Report(Finding("KZ-01", "a"), Finding("KZ-02", "b"), Finding("KZ-03", "c"));
        Assert.Equal(["KZ-01", "KZ-02"], three.Strongest.Select(sign => sign.Code));
    }

    [Fact]
    public void Half_of_the_checks_is_enough_data()
    {
        var (ran, open) = (Finding("KZ-01") with { State = State.Clear }, Finding("KZ-02") with { State = State.NotEvaluable });

        Assert.False(Report(ran, open).DataInsufficient);
        Assert.True(Report(ran, open, open).DataInsufficient);
        Assert.False(Report().DataInsufficient);
    }

    [Fact]
    public void Muting_touches_only_signs_of_the_muted_code()
    {
        var muted = Given.File() with { Muted = new HashSet<string> { "KZ-01", "KZ-03" } };
        var report = RiskReport.From(muted, Catalogue.Current,
            [Finding("KZ-01"), Finding("KZ-02"), Finding("KZ-03") with { IsModifier = true }]);

        Assert.Equal([true, false, false], report.Findings.Select(finding => finding.IsMuted));
        Assert.Equal([Tier.T3, Tier.T2, Tier.T2], report.Findings.Select(finding => finding.Tier));
    }

    [Fact]
    public void Context_beside_a_sure_or_strong_sign_does_not_lower_the_level()
    {
        Assert.Equal(Level.High, Report(Finding("KZ-13", "a", Tier.T1), Finding("KZ-29", "b", Tier.T3)).Level);
        Assert.Equal(Level.Medium, Report(Finding("KZ-01", "a"), Finding("KZ-29", "b", Tier.T3)).Level);
        Assert.Equal(Level.Medium, Report(Finding("KZ-13", "a", Tier.T1, 0.1), Finding("KZ-29", "b", Tier.T3)).Level);
    }

    [Fact]
    public void Three_strong_signs_of_two_families_are_medium()
    {
        Finding[] two = [Finding("KZ-01", "a", strength: 0), Finding("KZ-02", "a", strength: 0), Finding("KZ-03", "b", strength: 0)];

        Assert.Equal(Level.Medium, Report(two).Level);
        Assert.Equal(Level.High, Report([.. two, Finding("KZ-04", "c", strength: 0)]).Level);
        Assert.Equal(Level.High, Report([.. two, Finding("KZ-04", "c", strength: 0), Finding("KZ-05", "d", strength: 0)]).Level);
        Assert.Equal(Level.Low, Report(Finding("KZ-01", "a", strength: 0), Finding("KZ-02", "b", Tier.T3)).Level);
    }
}
