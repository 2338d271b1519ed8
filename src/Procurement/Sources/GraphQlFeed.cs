using System.Collections.Frozen;

namespace Procurement;

/// <summary>
/// How the portal's GraphQL service gives a feed: the root field, its type, the name of its ids, and the text of the question.
/// </summary>
internal sealed record GraphQlFeed(string Root, string TypeName, string Id = "id")
{
    public required string Query { get; init; }

    private static readonly FrozenDictionary<Feed, GraphQlFeed> All = new Dictionary<Feed, GraphQlFeed>
    {
        [Feed.Lots] = new("Lots", "Lots") { Query = Text(Feed.Lots) },
        [Feed.Announcements] = new("TrdBuy", "TrdBuy") { Query = Text(Feed.Announcements) },
        [Feed.Bids] = new("TrdApp", "TrdApp") { Query = Text(Feed.Bids) },
        [Feed.Contracts] = new("Contract", "Contract") { Query = Text(Feed.Contracts) },
        [Feed.Acts] = new("Acts", "ContractAct") { Query = Text(Feed.Acts) },
        [Feed.Plans] = new("Plans", "PlnPoint") { Query = Text(Feed.Plans) },
        [Feed.Organisations] = new("Subjects", "Subject", "pid") { Query = Text(Feed.Organisations) },
        [Feed.Unfair] = new("Rnu", "RnuList") { Query = Text(Feed.Unfair) },
    }.ToFrozenDictionary();

    public static bool Has(Feed feed) => All.ContainsKey(feed);

    /// <exception cref="NotSupportedException">The service has no such feed.</exception>
    public static GraphQlFeed Of(Feed feed) =>
        All.GetValueOrDefault(feed) ?? throw new NotSupportedException($"The portal's GraphQL service has no feed {feed}.");

    private static string Text(Feed feed)
    {
        using var text = typeof(GraphQlFeed).Assembly.GetManifestResourceStream($"{feed}.graphql")!;
        using var reader = new StreamReader(text);
        return reader.ReadToEnd();
    }
}
