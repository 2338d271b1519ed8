using System.Text.Json.Nodes;

namespace Procurement.Ocds;

/// <summary>The tender of a release: the announcement, its lots, and one item for each lot.</summary>
internal static class TenderPart
{
    public static JsonObject? Of(Procedure procedure, PartyBook parties)
    {
        var (announcement, lots) = (procedure.Announcement, procedure.Lots);
        if (announcement is null && lots.Count == 0)
            return null;
        var told = lots.Count > 0 ? lots[0] : null;    // lots carry copies of what the announcement says
        var method = announcement?.MethodId ?? Agreed(lots, lot => lot.MethodId);
        foreach (var lot in lots)
            parties.Refer(lot.BuyerBin, lot.BuyerName, "buyer");
        return Json.Object(
            ("id", announcement?.Number ?? told?.AnnouncementNumber ?? Json.Text(procedure.AnnouncementId ?? told!.Id)),
            ("title", announcement?.Title.Ru ?? told?.AnnouncementTitle.Ru),
            ("title_kk", announcement?.Title.Kz ?? told?.AnnouncementTitle.Kz),
            ("status", announcement is { Cancelled: not null, StatusId: null } ? "cancelled" : Codes.TenderStatus(announcement?.StatusId)),
            ("datePublished", Json.Of(announcement?.Published ?? told?.Published)),
            ("procuringEntity", Organiser(announcement, parties)),
            ("items", Json.List(Items(lots))),
            ("lots", Json.List(lots.Select(Lot))),
            ("value", Json.Money(announcement is null ? Sum(lots) : announcement.Sum)),
            ("procurementMethod", Codes.Method(method)),
            ("procurementMethodDetails", Codes.MethodDetails(method)),
            ("mainProcurementCategory", Codes.Category(announcement?.SubjectType ?? Agreed(lots, lot => lot.SubjectType))),
            ("tenderPeriod", Json.Period(announcement?.BidsFrom ?? told?.BidsFrom, announcement?.BidsDue ?? told?.BidsDue)),
            ("enquiryPeriod", Json.Period(
                announcement?.DiscussionFrom ?? told?.DiscussionFrom, announcement?.DiscussionUntil ?? told?.DiscussionUntil)),
            ("awardPeriod", Json.Period(null, announcement?.ResultsPublished ?? told?.ResultsPublished)),
            ("numberOfTenderers", procedure.Bids.Count > 0 ? procedure.Bids.Count : null),
            ("tenderers", Tenderers(procedure, parties)));
    }

    private static JsonObject? Organiser(Announcement? announcement, PartyBook parties) =>
        announcement is null ? null : parties.Refer(announcement.OrganiserBin, announcement.OrganiserName, "procuringEntity");

    private static JsonArray? Tenderers(Procedure procedure, PartyBook parties) => Json.List(procedure.Bids
        .DistinctBy(bid => bid.SupplierBin).Select(bid => parties.Refer(bid.SupplierBin, bid.SupplierName, "tenderer")));

    private static JsonObject? Lot(Lot lot) => Json.Object(
        ("id", Json.Text(lot.Id)),
        ("title", lot.Name.Ru),
        ("title_kk", lot.Name.Kz),
        ("description", lot.Details.Ru),
        ("description_kk", lot.Details.Kz),
        ("status", Codes.TenderStatus(lot.StatusId)),
        ("value", Json.Money(lot.Amount)));

    /// <summary>The item's id is the number that people cite; should a release hold it twice, the lot's id is added.</summary>
    private static IEnumerable<JsonObject?> Items(IReadOnlyList<Lot> lots)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var lot in lots)
        {
            yield return Json.Object(
                ("id", taken.Add(lot.Number) ? lot.Number : $"{lot.Number}/{lot.Id}"),
                ("description", lot.Description.Ru),
                ("description_kk", lot.Description.Kz),
                ("classification", Class(lot.Enstru, lot.Name)),
                ("quantity", lot.Count),
                ("unit", Unit(lot.UnitCode, lot.UnitName, lot.UnitPrice)),
                ("deliveryLocation", Places(lot.Places)),
                ("relatedLot", Json.Text(lot.Id)));
        }
    }

    public static JsonObject? Class(string? enstru, Bilingual name) => enstru is null ? null : Json.Object(
        ("scheme", "KZ-ENSTRU"), ("id", enstru), ("description", name.Ru), ("description_kk", name.Kz));

    public static JsonObject? Unit(string? code, string? name, decimal? price) => Json.Object(
        ("scheme", code is null ? null : "KZ-MKEI"), ("id", code), ("name", name), ("value", Json.Money(price)));

    public static JsonObject? Places(IReadOnlyList<string> codes) => codes.Count == 0 ? null : Json.Object(("gazetteer", Json.Object(
        ("scheme", "KZ-KATO"), ("identifiers", Json.List(codes.Select(code => (JsonNode)code))))));

    private static decimal? Sum(IReadOnlyList<Lot> lots) =>
        lots.All(lot => lot.Amount is not null) ? Json.Total(lots.Select(lot => lot.Amount)) : null;

    private static int? Agreed(IReadOnlyList<Lot> lots, Func<Lot, int?> value) =>
        lots.Select(value).Distinct().Take(2).ToList() is [var one] ? one : null;
}
