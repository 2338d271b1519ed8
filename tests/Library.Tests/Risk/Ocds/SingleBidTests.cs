using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>R018.</summary>
public sealed class SingleBidTests
{
    private const string Fires = """{"OCID":{"a":{"R018":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{}}""";

    [Theory]
    [InlineData("1", "\"open\"", true)]
    [InlineData("1", "\"selective\"", true)]
    [InlineData("1", "\"limited\"", false)]
    [InlineData("1", "null", false)]
    [InlineData("0", "\"open\"", false)]
    [InlineData("2", "\"open\"", false)]
    [InlineData("1.0", "\"open\"", false)]     // the standard asks for a whole number
    [InlineData("\"1\"", "\"open\"", false)]
    [InlineData("null", "\"open\"", false)]
    public void Fires_for_one_tenderer_in_an_open_procedure(string number, string method, bool fires) =>
        Assert.Equal(fires ? Fires : Nothing, Judge("[R018]", With(number, method)));

    [Theory]
    [InlineData("procurement_methods = limited", "limited", true)]
    [InlineData("procurement_methods = limited", "open", false)]
    [InlineData("procurement_methods = limited | open", "open", true)]
    [InlineData("procurement_methods =", "direct", true)]
    public void Methods_can_be_set(string settings, string method, bool fires) =>
        Assert.Equal(fires ? Fires : Nothing, Judge("[R018]\n" + settings, With("1", $"\"{method}\"")));

    private static string With(string number, string method) =>
        Release("a", $$"""{"numberOfTenderers":{{number}},"procurementMethod":{{method}}}""");
}
