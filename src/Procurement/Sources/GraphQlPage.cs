using System.Globalization;
using System.Text.Json;

namespace Procurement;

/// <summary>Takes a page out of the envelope of the portal's GraphQL service: data, errors, extensions.pageInfo.</summary>
internal static class GraphQlPage
{
    private const int LongestComplaint = 300;

    /// <param name="after">The cursor that was asked with.</param>
    /// <param name="fault">Makes the exception for a fault.</param>
    public static PortalPage Read(JsonElement answer, GraphQlFeed feed, long? after, Func<PortalFault, string, PortalException> fault)
    {
        if (Complaint(answer) is { } complaint)
            throw fault(PortalFault.Question, $"does not understand the question: {complaint}");
        if (answer.Field("data") is not { ValueKind: JsonValueKind.Object } data || !data.TryGetProperty(feed.Root, out var list)
            || list.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
            throw fault(PortalFault.Garbled, $"sent an answer without data.{feed.Root}");

        List<JsonElement> rows = list.ValueKind is JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
        var info = answer.Field("extensions")?.Field("pageInfo");
        var smallest = info?.Number("lastId") is > 0 and var last ? last : Readings.Smallest(rows, feed.Id);
        var goesOn = smallest is not null && (info?.Field("hasNextPage") switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => rows.Count > 0,    // how many rows the service cuts a page to cannot be known here: only an empty page is surely the last
        });
        if (goesOn && smallest >= after)
            throw fault(PortalFault.Cursor, $"stands still: after {after} came a page that ends with {smallest}");
        var next = goesOn ? smallest?.ToString(CultureInfo.InvariantCulture) : null;
        return new PortalPage(Readings.Of(rows, feed.TypeName), next, info?.Number("totalCount"))
        {
            Smallest = smallest,
        };
    }

    /// <summary>The first of errors[], if there are any, even beside data.</summary>
    private static string? Complaint(JsonElement answer)
    {
        if (answer.Field("errors") is not { ValueKind: JsonValueKind.Array } errors || errors.GetArrayLength() == 0)
            return null;
        var said = errors[0].Field("message")?.ToString() ?? "no reason given";
        return said.Length <= LongestComplaint ? said : said[..LongestComplaint];
    }
}
