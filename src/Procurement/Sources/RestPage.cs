using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Procurement;

/// <summary>Takes a page out of the envelope of the portal's REST service: total, next_page, items.</summary>
internal static partial class RestPage
{
    /// <summary>An announcement of more lots than this is taken through the feed.</summary>
    public const int MostOfOneObject = 5000;

    /// <param name="path">What was asked; the next page's path must go beyond it.</param>
    /// <param name="fault">Makes the exception for a fault.</param>
    public static PortalPage Read(JsonElement answer, string path, string typeName, Func<PortalFault, string, PortalException> fault)
    {
        var rows = Objects(answer, fault);
        return new PortalPage(Readings.Of(rows, typeName), Next(answer, path, fault), answer.Number("total"))
        {
            Smallest = Readings.Smallest(rows),
        };
    }

    /// <summary>The items of a page, the elements of a bare list, or the one bare object.</summary>
    public static List<JsonElement> Objects(JsonElement answer, Func<PortalFault, string, PortalException> fault)
    {
        var items = answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty("items", out var inside) ? inside : answer;
        return items.ValueKind switch
        {
            JsonValueKind.Array => [.. items.EnumerateArray()],
            JsonValueKind.Object when items.EnumerateObject().Any() => [items],
            JsonValueKind.Null => [],
            _ => throw fault(PortalFault.Garbled, "sent an answer without items"),
        };
    }

    /// <summary>Where the next page begins; null or empty is the end.</summary>
    public static string? Next(JsonElement answer, string path, Func<PortalFault, string, PortalException> fault)
    {
        if (answer.Field("next_page") is not { } given || given is { ValueKind: JsonValueKind.String } text && text.ToString().Length == 0)
            return null;
        var next = given.ToString();
        if (!RestPath.IsOurs(next))
            throw fault(PortalFault.Cursor, "gave a next page that is not its own");
        if (next == path || SearchAfter(next) >= SearchAfter(path))
            throw fault(PortalFault.Cursor, "stands still: its next page is no further");
        return next;
    }

    private static long? SearchAfter(string path) =>
        After().Match(path) is { Success: true } match
            && long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex(@"[?&]search_after=(\d+)(?=&|$)")]
    private static partial Regex After();
}
