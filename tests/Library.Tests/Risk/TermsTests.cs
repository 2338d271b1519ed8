using System.Reflection;
using System.Text.Json;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class TermsTests
{
    private static readonly Terms Terms = Catalogue.Current.Terms;
    private static readonly Submission Submission = Catalogue.Current.Submission;

    [Fact]
    public void Terms_are_those_of_the_texts()
    {
        Assert.Equal((15, false), (Terms.LeastDelivery.Days, Terms.LeastDelivery.Working));
        Assert.Equal((60, false), (Terms.LeastDeliveryOfMakers.Days, Terms.LeastDeliveryOfMakers.Working));
        Assert.Equal((30, false), (Terms.Payment.Days, Terms.Payment.Working));
        Assert.Equal((10, true), (Terms.PaymentToMakers.Days, Terms.PaymentToMakers.Working));
        Assert.Equal((20, true), (Terms.Signature.Days, Terms.Signature.Working));
        Assert.Equal((30, false), (Terms.SignatureOutsidePortal.Days, Terms.SignatureOutsidePortal.Working));
        Assert.Equal((5, true), (Terms.ReportOfDirectPurchase.Days, Terms.ReportOfDirectPurchase.Working));
        Assert.Equal((2, true), (Terms.DecisionAfterFailure.Days, Terms.DecisionAfterFailure.Working));
        Assert.Equal((10, true), (Terms.RegisterOfContracts.Days, Terms.RegisterOfContracts.Working));
        Assert.Equal((62, 62), (Terms.BridgePurchase.Days, Terms.MealsBridge.Days));
        Assert.Equal((0.30m, 0.30m, 2), (Terms.Advance.RequiredShare, Terms.Subcontract.Share, Terms.MealsProlongations.Times));
    }

    [Theory]
    [InlineData(3, 2, 2, false, CountedFrom.Announcement)]
    [InlineData(2, 5, 3, false, CountedFrom.Protocol)]
    [InlineData(32, 5, 3, false, CountedFrom.Protocol)]
    [InlineData(201, 5, 3, false, CountedFrom.Protocol)]
    [InlineData(7, 5, 3, false, CountedFrom.Protocol)]
    [InlineData(78, 5, 3, false, CountedFrom.Protocol)]
    [InlineData(188, 3, 3, false, CountedFrom.Protocol)]
    [InlineData(120, 15, 10, true, CountedFrom.Protocol)]
    [InlineData(121, 15, 10, true, CountedFrom.Protocol)]
    [InlineData(52, 5, 3, false, CountedFrom.Announcement)]
    [InlineData(50, 5, 5, false, CountedFrom.Announcement)]
    public void A_method_has_the_time_for_bids_of_the_rules(int method, int days, int repeat, bool calendar, CountedFrom from)
    {
        var period = Submission.Of(method);

        Assert.NotNull(period);
        Assert.Equal((days, repeat, calendar, from), (period.Days, period.RepeatDays, period.Calendar, period.CountedFrom));
        Assert.NotEmpty(period.Source);
    }

    [Theory]
    [InlineData(2, "no_discussion", 5, CountedFrom.Announcement)]
    [InlineData(2, "repeat", 3, CountedFrom.Announcement)]
    [InlineData(2, "changed_documents", 5, CountedFrom.Protocol)]
    [InlineData(77, "repeat", 3, CountedFrom.Announcement)]
    [InlineData(188, "repeat", 3, CountedFrom.Announcement)]
    [InlineData(120, "repeat", 10, CountedFrom.Announcement)]
    public void Special_cases_count_otherwise(int method, string name, int days, CountedFrom from)
    {
        var special = Submission.Of(method)?.In(name);

        Assert.Equal((days, from), (special?.Days, special?.CountedFrom));
        Assert.Null(Submission.Of(3)?.In(name));
    }

    [Fact]
    public void A_repeat_case_says_the_same_days_as_its_period() =>
        Assert.All(Submission.Periods, period => Assert.Equal(period.RepeatDays, period.In("repeat")?.Days ?? period.RepeatDays));

    [Fact]
    public void Every_reason_for_no_minimum_has_its_source() =>
        Assert.Equal(Submission.WithoutMinimum.Values.ToHashSet(), Submission.WithoutMinimumSources.Keys.ToHashSet());

    [Fact]
    public void Every_file_of_the_catalogue_says_where_it_comes_from()
    {
        var library = typeof(Catalogue).Assembly;
        var files = library.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, name => Assert.NotEmpty(Source(library, name)));
    }

    private static string Source(Assembly library, string name)
    {
        using var file = library.GetManifestResourceStream(name)!;
        using var json = JsonDocument.Parse(file);

        return json.RootElement.TryGetProperty("source", out var source) || json.RootElement.TryGetProperty("reason", out source)
            ? source.GetString() ?? "" : "";
    }
}
