using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>R003.</summary>
public sealed class ShortSubmissionPeriodTests
{
    private const string Fires = """{"OCID":{"a":{"R003":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{}}""";

    [Theory]
    [InlineData("2025-03-01T18:00:00Z", "2025-03-16T17:59:59Z", true)]           // a second less than 15 days
    [InlineData("2025-03-01T18:00:00Z", "2025-03-16T18:00:00Z", false)]          // exactly
    [InlineData("2025-03-01T18:00:00Z", "2025-03-16T18:00:01Z", false)]
    [InlineData("2025-03-01T18:00:00.000Z", "2025-03-16T17:59:59.999Z", true)]
    [InlineData("2025-03-01T18:00:00+05:00", "2025-03-16T13:00:00Z", false)]     // exactly, in two zones
    [InlineData("2025-03-01T18:00:00+05:00", "2025-03-16T18:00:00+06:00", true)] // an hour less
    [InlineData("2025-03-16T18:00:00Z", "2025-03-01T18:00:00Z", true)]           // the end before the start is less than anything
    [InlineData("2025-03-01", "2025-03-02", false)]                              // days are no instants
    [InlineData("2025-03-01T18:00:00", "2025-03-02T18:00:00", false)]            // nor are times without a zone
    [InlineData("2025-03-01T18:00:00Z", "2025-03-02T18:00:00", false)]
    [InlineData("2025-03-01T18:00:00Z", "soon", false)]
    public void Fires_below_fifteen_whole_days(string start, string end, bool fires) =>
        Assert.Equal(fires ? Fires : Nothing, Judge("[R003]", From(start, end)));

    [Theory]
    [InlineData("threshold = 10", 9, true)]
    [InlineData("threshold = 10", 10, false)]
    [InlineData("threshold = 0", 0, false)]
    [InlineData("procurement_methods = open|selective", 3, true)]
    [InlineData("procurement_methods = limited|selective", 3, false)]
    [InlineData("procurement_methods =", 3, true)]
    [InlineData("[R003.procurement_method_details]\nurgent = 3", 3, false)]
    [InlineData("[R003.procurement_method_details]\nurgent = 4", 3, true)]
    [InlineData("[R003.procurement_method_details]\nurgent = 25\nother = 1", 24, true)]
    [InlineData("[R003.procurement_method_details]\nother = 1", 14, true)]
    [InlineData("threshold = 2\n[R003.procurement_method_details]\nother = 25", 2, false)]
    public void Limits_and_methods_can_be_set(string settings, int days, bool fires) =>
        Assert.Equal(fires ? Fires : Nothing, Judge("[R003]\n" + settings, From("2025-03-01T00:00:00Z", $"2025-03-{1 + days:D2}T00:00:00Z",
            """,  "procurementMethod":"open","procurementMethodDetails":"urgent" """)));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"tenderPeriod":{}}""")]
    [InlineData("""{"tenderPeriod":{"startDate":"2025-03-01T00:00:00Z"}}""")]
    [InlineData("""{"tenderPeriod":{"endDate":"2025-03-01T00:00:00Z"}}""")]
    [InlineData("""{"tenderPeriod":{"startDate":1,"endDate":2}}""")]
    [InlineData("""{"tenderPeriod":"short"}""")]
    [InlineData("[]")]
    public void What_is_missing_is_not_short(string tender) => Assert.Equal(Nothing, Judge("[R003]", Release("a", tender)));

    [Fact]
    public void A_procedure_without_a_method_is_not_among_the_methods_asked_for() =>
        Assert.Equal(Nothing, Judge("[R003]\nprocurement_methods = open", From("2025-03-01T00:00:00Z", "2025-03-02T00:00:00Z")));

    private static string From(string start, string end, string more = "") =>
        Release("a", $$$"""{"tenderPeriod":{"startDate":"{{{start}}}","endDate":"{{{end}}}"}{{{more}}}}""");
}
