using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procurement;

/// <summary>
/// The portal's GraphQL service, OWS v3: everything but the journal and the reference tables. Rows come with the newest id first; the
/// cursor is the smallest id of a page.
/// </summary>
/// <param name="http">Brings the token, and its own patience and pace.</param>
/// <param name="address">Of the service, with its path: https://ows.goszakup.gov.kz/v3/graphql.</param>
public sealed class OwsGraphQl(HttpClient http, Uri address, TimeProvider? clock = null) : IPortal
{
    /// <summary>The service cuts every larger page to this.</summary>
    public const int PageSize = 200;

    private const int MostPagesOfOneObject = 10;    // an announcement of 2,000 lots; whoever needs more pages through the feed

    private readonly Exchange exchange = new(http, "ows-graphql", usesToken: true, clock ?? TimeProvider.System);

    public string Name => "ows-graphql";

    public bool Has(Feed feed) => GraphQlFeed.Has(feed);

    /// <inheritdoc/>
    public Task<PortalPage> Page(PortalQuery query, CancellationToken cancellationToken) =>
        Ask(GraphQlFeed.Of(query.Feed), GraphQlFilter.Of(query), query.After, isUrgent: false, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Reading>> Find(Wanted wanted, CancellationToken cancellationToken)
    {
        if (GraphQlFilter.Of(wanted) is not { } question)
            return [];
        var feed = GraphQlFeed.Of(question.Feed);
        List<Reading> found = [];
        string? after = null;
        for (var pages = 0; pages < MostPagesOfOneObject; pages++)
        {
            var page = await Ask(feed, question.Filter, after, isUrgent: true, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Rows);
            after = page.Next;
            if (after is null)
                break;
        }
        return found;
    }

    private async Task<PortalPage> Ask(
        GraphQlFeed feed, JsonObject filter, string? cursor, bool isUrgent, CancellationToken cancellationToken)
    {
        var after = Cursor(cursor);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Body(feed, filter, after) };
        using var answer = await exchange.Send(request, isUrgent, cancellationToken).ConfigureAwait(false)
            ?? throw exchange.Fault(PortalFault.Question, "is not at the address we asked (HTTP 404)");
        return GraphQlPage.Read(answer.RootElement, feed, after, exchange.Fault);
    }

    private long? Cursor(string? text)
    {
        if (text is null)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw exchange.Fault(PortalFault.Cursor, "was asked to go on from a place that is no id");
    }

    private static ByteArrayContent Body(GraphQlFeed feed, JsonObject filter, long? after)
    {
        var variables = new JsonObject { ["filter"] = filter.DeepClone(), ["limit"] = PageSize };
        if (after is { } id)
            variables["after"] = id;
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["query"] = feed.Query, ["variables"] = variables });
        return new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
