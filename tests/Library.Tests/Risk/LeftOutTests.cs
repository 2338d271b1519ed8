using Risk;
using Risk.Portraits;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>What a caller may not leave out is named at the door, not somewhere inside.</summary>
public class LeftOutTests
{
    private static readonly RiskReport Report = RiskReport.From(Given.File(), Catalogue.Current, []);
    private static readonly BaseRates Rates = new("1", null);
    private static readonly HashSet<string> Nothing = [];

    public static TheoryData<string, Action> Doors => new()
    {
        { "report", () => Alerting.ShouldAlert(null!, Nothing) },
        { "spokenOf", () => Alerting.ShouldAlert(Report, null!) },
        { "report", () => Alerting.Strong(null!) },
        { "told", () => Alerting.NewSince(null!, Report) },
        { "previous", () => Alerting.ShouldAlertAgain(null!, Report) },
        { "now", () => Alerting.ShouldAlertAgain(Report, null!) },
        { "report", () => Rates.Count(null!) },
        { "other", () => Rates.Merge(null!) },
        { "reviewed", () => Rates.MutedCodes(0.1, 1, null!) },
        { "file", () => Deal.Of(null!, Catalogue.Current) },
        { "catalogue", () => Deal.Of(Given.File(), null!) },
        { "finding", () => Families.Weight(null!) },
        { "population", () => BuyerPortrait.Of(null!, 1) },
        { "population", () => SupplierPortrait.Of(null!, 1) },
        { "reports", () => Queue.Order(null!, 1) },
        { "file", () => Race.Of(null!, Given.Lot(), Catalogue.Current) },
        { "lot", () => Race.Of(Given.File(), null!, Catalogue.Current) },
        { "catalogue", () => Race.Of(Given.File(), Given.Lot(), null!) },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public void It_is_named(string name, Action call) => Assert.Throws<ArgumentNullException>(name, call);
}
