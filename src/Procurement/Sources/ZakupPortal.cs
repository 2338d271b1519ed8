using System.Globalization;
using System.Text.Json;

namespace Procurement;

/// <summary>
/// The public JSON of the unified platform, zakup.gov.kz: lots of all systems, without a token. It lags behind, its ids are its own, and
/// neither its order nor a filter by change is known, so that its feed is a look at all lots whose bids are still due.
/// </summary>
/// <param name="http">Brings its own patience and pace, and a name for User-Agent.</param>
/// <param name="host">Its root, for example https://zakup.gov.kz; a path in it is passed over.</param>
public sealed class ZakupPortal(HttpClient http, Uri host, TimeProvider? clock = null) : IPortal
{
    public const int PageSize = 100;

    private const string Lots = "/api/core/api/public/lots/";
    private const string TypeName = "ZakupLot";
    private const int MostRows = 200_000;    // some 1,000 announcements end a day and run for weeks; beyond this the offset runs away

    private readonly Exchange exchange = new(http, "zakup", usesToken: false, clock ?? TimeProvider.System);

    public string Name => "zakup";

    public bool Has(Feed feed) => feed is Feed.Lots;

    /// <inheritdoc/>
    /// <remarks>
    /// <see cref="PortalQuery.From"/> means lots whose bids are due after it; <see cref="PortalQuery.To"/> is passed over.
    /// </remarks>
    public async Task<PortalPage> Page(PortalQuery query, CancellationToken cancellationToken)
    {
        if (query.Feed is not Feed.Lots)
            throw new NotSupportedException($"The unified platform has no feed {query.Feed}.");
        var offset = Offset(query.After);
        var due = query.From is { } from
            ? string.Create(CultureInfo.InvariantCulture, $"&offer_end_date__gte={from.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}")
            : "";
        using var answer = await Get($"?limit={PageSize}&offset={offset}{due}", false, cancellationToken).ConfigureAwait(false);
        if (answer is null)
            return new PortalPage([], null);
        var (rows, total) = (Rows(answer.RootElement), answer.RootElement.Number("count"));
        var end = offset + rows.Count;
        var goesOn = rows.Count > 0 && end < MostRows && answer.RootElement.Field("next") is not null && !(end >= total);
        var next = goesOn ? end.ToString(CultureInfo.InvariantCulture) : null;
        return new PortalPage(Readings.Of(rows, TypeName), next, total);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Only lots and announcements by number: its search goes over words, so what it gives is compared with the number again.
    /// </remarks>
    public async Task<IReadOnlyList<Reading>> Find(Wanted wanted, CancellationToken cancellationToken)
    {
        var (field, number) = wanted switch
        {
            { LotNumber: { Length: > 0 } lot } => ("lot_number", lot),
            { AnnouncementNumber: { Length: > 0 } announcement } => ("announcement_number", announcement),
            _ => ("", ""),
        };
        if (number.Length == 0)
            return [];
        var question = $"?q={Uri.EscapeDataString(number)}&limit={PageSize}&offset=0";
        using var answer = await Get(question, true, cancellationToken).ConfigureAwait(false);
        if (answer is null)
            return [];
        return Readings.Of(Rows(answer.RootElement).Where(row => IsSame(row.Field(field)?.ToString(), number)), TypeName);
    }

    private static bool IsSame(string? given, string wanted) =>
        string.Equals(given?.Trim(), wanted, StringComparison.OrdinalIgnoreCase)
        || (LotNumber.TryParse(given, out var one) && LotNumber.TryParse(wanted, out var other) && one == other);

    private async Task<JsonDocument?> Get(string question, bool isUrgent, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host, Lots + question));
        request.Headers.Referrer = new Uri(host, "/home/lots");
        request.Headers.Accept.ParseAdd("application/json");
        return await exchange.Send(request, isUrgent, cancellationToken).ConfigureAwait(false);
    }

    private List<JsonElement> Rows(JsonElement answer) => answer.Field("results") is { ValueKind: JsonValueKind.Array } results
        ? [.. results.EnumerateArray()]
        : throw exchange.Fault(PortalFault.Garbled, "sent an answer without results");

    private int Offset(string? cursor)
    {
        if (cursor is null)
            return 0;
        return int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw exchange.Fault(PortalFault.Cursor, "was asked to go on from a place that is no offset");
    }
}
