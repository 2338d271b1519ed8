using System.Text.Json.Nodes;

namespace Procurement;

/// <summary>Writes what is wanted as the filters of the portal's GraphQL service, in the forms that were seen to work.</summary>
internal static class GraphQlFilter
{
    private const int LegalEntity = 1;    // Subject.typeSupplier: 1 legal entity, 2 private person, 3 sole proprietor

    /// <summary>
    /// The filter of a feed. Acts go by the day of their approval, having no date of change. Plans go by year only: their date filters
    /// answer nothing. The register of unfair participants is small and is asked for in full.
    /// </summary>
    /// <exception cref="ArgumentException">Bids without an announcement.</exception>
    public static JsonObject Of(PortalQuery query) => query.Feed switch
    {
        Feed.Lots or Feed.Announcements or Feed.Contracts => Dated(query, "lastUpdateDate"),
        Feed.Organisations => Dated(query, "lastUpdateDate").With("typeSupplier", List(LegalEntity)),
        Feed.Acts => Dated(query, "approveDate"),
        Feed.Bids => new JsonObject
        {
            ["buyId"] = query.AnnouncementId ?? throw new ArgumentException("Bids are asked for by announcement.", nameof(query)),
        },
        Feed.Plans when query.Year is { } year => new JsonObject { ["plnPointYear"] = List(year) },
        _ => [],
    };

    /// <summary>
    /// Which feed holds the object that a person cited, and the filter that finds it. Null when no question can be asked: the number of a
    /// private person, or an id beyond those of the portal, whose ids are 32-bit.
    /// </summary>
    public static (Feed Feed, JsonObject Filter)? Of(Wanted wanted) => wanted switch
    {
        { LotNumber: { Length: > 0 } number } => (Feed.Lots, new JsonObject { ["lotNumber"] = number }),
        { LotId: { } id and <= int.MaxValue } => (Feed.Lots, new JsonObject { ["id"] = List(id) }),
        { AnnouncementNumber: { Length: > 0 } number } => (Feed.Lots, new JsonObject { ["trdBuyNumberAnno"] = number }),
        { AnnouncementId: { } id and <= int.MaxValue } => (Feed.Lots, new JsonObject { ["trdBuyId"] = List(id) }),
        { ContractNumber: { Length: > 0 } number } => (Feed.Contracts, new JsonObject { ["contractNumberSys"] = number }),
        { ContractId: { } id and <= int.MaxValue } => (Feed.Contracts, new JsonObject { ["id"] = List(id) }),
        { Bin: { } bin } when Bin.IsForBusiness(bin) => (Feed.Organisations, new JsonObject { ["bin"] = bin }),
        _ => null,
    };

    /// <summary>Wall clock of Astana, both ends inclusive: [from, to], [from] or ["", to].</summary>
    private static JsonObject Dated(PortalQuery query, string field)
    {
        if (query.From is null && query.To is null)
            return [];
        var dates = new JsonArray { query.From is { } from ? PortalTime.Format(from) : "" };
        if (query.To is { } to)
            dates.Add(PortalTime.Format(to));
        return new JsonObject { [field] = dates };
    }

    private static JsonObject With(this JsonObject filter, string field, JsonNode value)
    {
        filter[field] = value;
        return filter;
    }

    private static JsonArray List(long value) => [JsonValue.Create(value)];
}
