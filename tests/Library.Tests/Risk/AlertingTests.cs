using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class AlertingTests
{
    private static readonly HashSet<string> Nothing = [];

    private static Finding Sign(string code, string family, Tier tier, double strength = 1) => new()
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

    private static RiskReport Report(params Finding[] findings) => RiskReport.From(Given.File(), Catalogue.Current, findings);

    [Fact]
    public void A_high_level_is_told_whatever_the_tip_speaks_of() =>
        Assert.True(Alerting.ShouldAlert(Report(Sign("KZ-13", "transparency", Tier.T1)), Nothing));

    [Fact]
    public void A_medium_level_is_told_when_a_strong_sign_is_about_what_the_tip_speaks_of()
    {
        var report = Report(Sign("KZ-01", "price", Tier.T2), Sign("KZ-29", "supplier", Tier.T3));

        Assert.Equal(Level.Medium, report.Level);
        Assert.True(Alerting.ShouldAlert(report, new HashSet<string> { "price" }));
        Assert.False(Alerting.ShouldAlert(report, new HashSet<string> { "supplier" }));
        Assert.False(Alerting.ShouldAlert(report, Nothing));
    }

    [Fact]
    public void One_of_several_strong_signs_is_enough()
    {
        var report = Report(Sign("KZ-01", "price", Tier.T2), Sign("KZ-07", "collusion", Tier.T2));

        Assert.Equal(Level.Medium, report.Level);
        Assert.True(Alerting.ShouldAlert(report, new HashSet<string> { "collusion" }));
    }

    [Fact]
    public void A_low_level_is_never_told_unasked() =>
        Assert.False(Alerting.ShouldAlert(Report(Sign("KZ-01", "price", Tier.T2, 0.69)), new HashSet<string> { "price" }));

    [Fact]
    public void Muted_signs_alert_nobody()
    {
        var muted = RiskReport.From(
            Given.File() with { Muted = new HashSet<string> { "KZ-01", "KZ-07", "KZ-09" } },
            Catalogue.Current,
            [Sign("KZ-01", "price", Tier.T2), Sign("KZ-07", "collusion", Tier.T2), Sign("KZ-09", "rejection", Tier.T2)]);

        Assert.False(Alerting.ShouldAlert(muted, new HashSet<string> { "price" }));
        Assert.False(Alerting.ShouldAlertAgain(Report(), muted));
    }

    [Fact]
    public void Only_a_new_strong_check_is_told_again()
    {
        var told = Report(Sign("KZ-01", "price", Tier.T2, 0.7), Sign("KZ-05", "method", Tier.T3));

        Assert.False(Alerting.ShouldAlertAgain(told, told));
        Assert.False(Alerting.ShouldAlertAgain(told, Report(Sign("KZ-01", "price", Tier.T2, 1))));
        Assert.False(Alerting.ShouldAlertAgain(told, Report(Sign("KZ-01", "price", Tier.T2), Sign("KZ-29", "supplier", Tier.T3))));
        Assert.True(Alerting.ShouldAlertAgain(told, Report(Sign("KZ-02", "splitting", Tier.T2, 0))));
        Assert.True(Alerting.ShouldAlertAgain(told, Report(Sign("KZ-02", "splitting", Tier.T1))));
        Assert.True(Alerting.ShouldAlertAgain(told, Report(Sign("KZ-05", "method", Tier.T2))));
        Assert.False(Alerting.ShouldAlertAgain(told, told with { CatalogueVersion = "next" }));
    }

    [Fact]
    public void What_is_new_comes_strongest_first_and_without_context()
    {
        var now = Report(Sign("KZ-05", "method", Tier.T3), Sign("KZ-01", "price", Tier.T2), Sign("KZ-07", "collusion", Tier.T2), Sign("KZ-14", "execution", Tier.T1));

        Assert.Equal(["KZ-14", "KZ-01", "KZ-07"], Alerting.Strong(now).Select(sign => sign.Code));
        Assert.Equal(["KZ-14", "KZ-07"], Alerting.NewSince(new HashSet<string> { "KZ-01" }, now).Select(sign => sign.Code));
        Assert.Empty(Alerting.NewSince(new HashSet<string> { "KZ-01", "KZ-07", "KZ-14" }, now));
    }

    [Fact]
    public void Reports_of_two_lots_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => Alerting.ShouldAlertAgain(Report(), Report() with { LotNumber = "2" }));
}
