namespace Procurement.Portal;

/// <summary>Makes an announcement of the portal's object TrdBuy (or ObTrdBuy).</summary>
internal static class AnnouncementShape
{
    private const int RepeatedPurchase = 2;    // RefTypeTrade: 1 first, 2 repeated

    public static Announcement Read(JsonFields announcement, long id) => new()
    {
        Id = id,
        Number = announcement.Text("numberAnno"),
        Title = announcement.Both("nameRu", "nameKz"),
        Sum = announcement.Amount("totalSum"),
        MethodId = announcement.Code("refTradeMethodsId"),
        SubjectType = announcement.Code("refSubjectTypeId"),
        StatusId = announcement.Code("refBuyStatusId"),
        OrganiserBin = announcement.Business("orgBin"),
        OrganiserName = announcement.Both("orgNameRu", "orgNameKz"),
        InvitedBin = Supplier.NumberOf(announcement, "biinSupplier"),
        ParentId = announcement.Id("parentId"),
        IsRepeat = IsRepeat(announcement),
        Places = PlaceCodes.Of(announcement.Texts("kato")),
        Published = announcement.Moment("publishDate"),
        BidsFrom = announcement.Moment("startDate"),
        BidsDue = announcement.Moment("endDate"),
        ResultsPublished = announcement.Moment("itogiDatePublic"),
        DiscussionFrom = announcement.Moment("discusStartDate"),
        DiscussionUntil = announcement.Moment("discusEndDate"),
        Cancelled = announcement.Objects("Cancel").Max(cancel => cancel.Moment("dateDecision")),
        Paused = announcement.Object("Pause").Moment("datePause"),
        Complained = Complained(announcement.Object("ComplaintAppeal")),
        Commission = TraitsOf.Commission(announcement),
        IsConstruction = announcement.IsSet("isConstructionWork"),
        IsBySingleOrganiser = announcement.IsSet("singlOrgSign"),
        Updated = announcement.Moment("lastUpdateDate"),
        SystemId = announcement.Code("systemId"),
    };

    /// <summary>A complaint that was struck from the register was none.</summary>
    private static DateTimeOffset? Complained(JsonFields complaint) => complaint.IsSet("isDeleted") ? null : complaint.Moment("dateApply");

    /// <summary>A second publication says so itself or names the one before it; null when the object has neither field.</summary>
    public static bool? IsRepeat(JsonFields announcement)
    {
        if (!announcement.Has("refTypeTradeId") && !announcement.Has("parentId"))
            return null;
        return announcement.Code("refTypeTradeId") == RepeatedPurchase || announcement.Id("parentId") is not null;
    }

    /// <summary>
    /// The lots nested in an announcement. A bare reference (id and number) is left out: as a record it would say that the lot has no
    /// buyer and no sum.
    /// </summary>
    public static IEnumerable<JsonFields> LotsOf(JsonFields announcement) =>
        announcement.Objects(announcement.Has("Lots") ? "Lots" : "ObLots").Where(lot => lot.Has("amount") || lot.Has("customerBin"));
}
