using System.Text.RegularExpressions;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Sources;

/// <summary>The texts of the questions: what they ask for, and what they never ask for.</summary>
public sealed partial class QueryTests
{
    private static readonly string[] Files =
        [.. typeof(OwsGraphQl).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".graphql", StringComparison.Ordinal)).Order()];

    public static TheoryData<string> Names { get; } = [.. Files];

    [Fact]
    public void Every_feed_of_the_service_has_its_question()
    {
        using var http = new HttpClient();
        var source = new OwsGraphQl(http, new Uri("https://portal.test"));

        Assert.Equal(Enum.GetValues<Feed>().Where(source.Has).Select(feed => $"{feed}.graphql").Order(), Files);
    }

    /// <summary>What is personal and is asked for all the same, because a digest of it is made at reading: see TraitTests.</summary>
    private static readonly Dictionary<string, string[]> BecomeDigests = new(StringComparer.Ordinal)
    {
        ["Announcements.graphql"] = ["Commission", "fio"],
        ["Bids.graphql"] = ["crFio"],
        ["Contracts.graphql"] = ["supplierFio", "supplierIik", "supplierPhone", "supplierLegalAddress", "customerFio", "customerPhone"],
        ["Organisations.graphql"] = ["email", "phone", "Address", "address", "Employees", "fio", "iin"],
        ["Unfair.graphql"] = ["supplierHeadNameRu", "supplierHeadBiin", "founders", "head_biin"],
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void No_question_asks_for_anything_personal_but_what_becomes_a_digest(string name) =>
        Assert.Equal(BecomeDigests.GetValueOrDefault(name, []), Personal().Matches(Text(name)).Select(match => match.Value));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_question_asks_what_kind_its_rows_are(string name) => Assert.Contains("__typename", Text(name), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_question_nests_lots_in_an_announcement(string name) =>    // that took the portal 70 seconds
        Assert.DoesNotMatch(@"TrdBuy\s*\{[^{}]*\bLots\b", Text(name));

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(OwsGraphQl).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\b(\w*fio|\w*phone\w*|iin|inn|unp|\w*innunp|\w*iik|\w*bik|\w*bank\w*|\w*address\w*|email|website|Employees|Admins|Commission"
        + @"|\w*Head\w*|founders|Members|\w*Signatures?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
