using System.Globalization;
using System.Text.Json;

namespace Procurement;

/// <summary>
/// The portal's REST service, OWS v3: the journal, the reference tables, and plans and contracts in full. Pages hold up to 500 rows and
/// overlap; the cursor is the path that the service gives for the next page.
/// </summary>
/// <param name="http">Brings the token, and its own patience and pace.</param>
/// <param name="host">Its root, for example https://ows.goszakup.gov.kz; a path in it is passed over.</param>
public sealed class OwsRest(HttpClient http, Uri host, TimeProvider? clock = null) : IPortal
{
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly Exchange exchange = new(http, "ows-rest", usesToken: true, clock ?? TimeProvider.System);

    public string Name => "ows-rest";

    public bool Has(Feed feed) => feed is Feed.Journal or Feed.References or Feed.Plans or Feed.Contracts;

    /// <inheritdoc/>
    /// <remarks>
    /// The journal is asked day by day of Astana, from <see cref="PortalQuery.From"/> to <see cref="PortalQuery.To"/> or today; lines that
    /// are no deletions are passed over. Plans and contracts cannot be asked by date here: they come in full, the newest id first, and
    /// dates are passed over.
    /// </remarks>
    /// <exception cref="ArgumentException">The journal without a first day; a table's name that is none.</exception>
    public async Task<PortalPage> Page(PortalQuery query, CancellationToken cancellationToken)
    {
        var path = query.After ?? RestPath.First(query);
        if (!RestPath.IsOurs(path))
            throw exchange.Fault(PortalFault.Cursor, "was asked to go on from a path that is not its own");
        using var answer = await Get(path, isUrgent: false, cancellationToken).ConfigureAwait(false);
        if (answer is null)    // a day without lines, a table that is not served
            return new PortalPage([], RestPath.NextDay(path, query, clock));
        var page = RestPage.Read(answer.RootElement, path, TypeName(query), exchange.Fault);
        return page.Next is null ? page with { Next = RestPath.NextDay(path, query, clock) } : page;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Lots have nothing of their announcement here, so the announcement comes with them, before them. By number a lot alone cannot be
    /// found, nor by an id beyond 32 bits, which is another system's. A business number gives the organisation and its entries in the
    /// register of unfair participants.
    /// </remarks>
    public async Task<IReadOnlyList<Reading>> Find(Wanted wanted, CancellationToken cancellationToken)
    {
        switch (wanted)
        {
            case { LotId: { } id and <= int.MaxValue }:
                return await Lot(id, cancellationToken).ConfigureAwait(false);
            case { AnnouncementNumber: { Length: > 0 } number }:
                return await Announcement($"/v3/trd-buy/number-anno/{Escaped(number)}", cancellationToken).ConfigureAwait(false);
            case { AnnouncementId: { } id and <= int.MaxValue }:
                return await Announcement(Path($"/v3/trd-buy/{id}"), cancellationToken).ConfigureAwait(false);
            case { ContractNumber: { Length: > 0 } number }:
                var byNumber = $"/v3/contract/number-sys/?number={Escaped(number)}";
                return await Records(byNumber, "Contract", cancellationToken).ConfigureAwait(false);
            case { ContractId: { } id and <= int.MaxValue }:
                return await Records(Path($"/v3/contract/{id}"), "Contract", cancellationToken).ConfigureAwait(false);
            case { Bin: { } bin } when Bin.IsForBusiness(bin):
                return
                [
                    .. await Records($"/v3/subject/biin/{bin}", "Subject", cancellationToken).ConfigureAwait(false),
                    .. await Records($"/v3/rnu/{bin}", "RnuList", cancellationToken).ConfigureAwait(false),
                ];
            default:
                return [];
        }
    }

    private async Task<IReadOnlyList<Reading>> Lot(long id, CancellationToken cancellationToken)
    {
        var lots = await Objects(Path($"/v3/lots/{id}"), cancellationToken).ConfigureAwait(false);
        var announcement = lots.Select(lot => lot.Number("trd_buy_id")).FirstOrDefault(number => number > 0);
        var around = announcement is { } number
            ? await Records(Path($"/v3/trd-buy/{number}"), "TrdBuy", cancellationToken).ConfigureAwait(false)
            : [];
        return [.. around, .. Readings.Of(lots, "Lots")];
    }

    private async Task<IReadOnlyList<Reading>> Announcement(string path, CancellationToken cancellationToken)
    {
        var announcements = await Objects(path, cancellationToken).ConfigureAwait(false);
        var found = Readings.Of(announcements, "TrdBuy");
        foreach (var number in announcements.Select(row => row.Field("number_anno")?.ToString()).OfType<string>().Distinct())
        {
            var lots = $"/v3/lots/number-anno/{Escaped(number)}?limit={RestPath.PageSize}";
            found.AddRange(await Records(lots, "Lots", cancellationToken).ConfigureAwait(false));
        }
        return found;
    }

    /// <summary>The objects at a path, one bare or several in a page, following its next pages; none when there is no such thing.</summary>
    private async Task<List<JsonElement>> Objects(string path, CancellationToken cancellationToken)
    {
        List<JsonElement> found = [];
        for (string? next = path; next is not null;)
        {
            using var answer = await Get(next, isUrgent: true, cancellationToken).ConfigureAwait(false);
            if (answer is null)
                break;
            found.AddRange(RestPage.Objects(answer.RootElement, exchange.Fault).Select(row => row.Clone()));
            next = found.Count < RestPage.MostOfOneObject ? RestPage.Next(answer.RootElement, next, exchange.Fault) : null;
        }
        return found;
    }

    private async Task<JsonDocument?> Get(string path, bool isUrgent, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host, path));
        return await exchange.Send(request, isUrgent, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<Reading>> Records(string path, string typeName, CancellationToken cancellationToken) =>
        Readings.Of(await Objects(path, cancellationToken).ConfigureAwait(false), typeName);

    private static string Escaped(string number) => Uri.EscapeDataString(number);

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);

    private static string TypeName(PortalQuery query) => query.Feed switch
    {
        Feed.Journal => "Journal",
        Feed.Plans => "PlnPoint",
        Feed.Contracts => "Contract",
        _ => query.Table!,
    };
}
