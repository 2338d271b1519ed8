namespace Procurement.Portal;

/// <summary>
/// Makes lots, announcements and plan items of the public JSON of the unified platform, zakup.gov.kz. Its codes of methods are not the
/// portal's and are left out; of its statuses only those whose words are the same are taken.
/// </summary>
internal static class UnifiedShape
{
    public static Lot? Lot(JsonFields lot, long id)
    {
        if (lot.Text("lotNumber") is not { Length: <= 40 } number)
            return lot.Refuse<Lot>("lotNumber", "is missing");
        if (UnifiedIds.Of(lot, id) is not { } known)
            return null;

        var classes = lot.Objects("enstrus");
        var announcementNumber = lot.Text("announcementNumber");
        return new Lot
        {
            Id = known,
            UnifiedId = id,
            Number = LotNumber.TryParse(number, out var parsed) ? parsed.ToString() : number,
            AnnouncementId = lot.Id("announcementId") is { } announcement
                ? UnifiedIds.OfAnnouncement(announcementNumber, announcement)
                : null,
            AnnouncementNumber = announcementNumber,
            Name = Names(lot, PlanShape.Agreed(classes, NameOf)),
            Description = lot.Both("descriptionRu", "descriptionKk"),
            BuyerBin = Supplier.NumberOf(lot.Object("organization"), "iinBin"),
            BuyerName = new(lot.Text("organizationName"), null),
            Amount = lot.Amount("totalPrice"),
            Count = lot.Amount("quantity"),
            Enstru = PlanShape.Agreed(classes, CodeOf),
            SubjectType = Subject(lot.Texts("purchaseSubjectId")),
            StatusId = Status(lot),
            Places = PlaceCodes.Of(lot.Objects("deliveryAddresses").Select(place => place.Text("code")).OfType<string>()),
            Published = IsoMoment.Of(lot, "announcementPublishDate"),
            BidsFrom = IsoMoment.Of(lot, "offerStartDate"),
            BidsDue = IsoMoment.Of(lot, "offerEndDate"),
        };
    }

    public static Announcement Announcement(JsonFields announcement, long id)
    {
        var (number, organiser) = (announcement.Text("announcementNumber"), announcement.Object("organizer"));
        return new Announcement
        {
            Id = UnifiedIds.OfAnnouncement(number, id),
            Number = number,
            Title = Names(announcement, new(announcement.Text("name"), announcement.Text("nameKk"))),
            Sum = announcement.Amount("totalPrice"),
            SubjectType = announcement.Object("purchaseSubject").Code("id"),
            StatusId = Status(announcement),
            OrganiserBin = Supplier.NumberOf(organiser, "iinBin"),
            OrganiserName = NameOf(organiser),
            Published = IsoMoment.Of(announcement, "publishDate"),
            BidsFrom = IsoMoment.Of(announcement, "offerStartDate"),
            BidsDue = IsoMoment.Of(announcement, "offerEndDate"),
        };
    }

    public static PlanItem? Plan(JsonFields plan, long id)
    {
        if (UnifiedIds.Of(plan, id) is not { } known)
            return null;
        var (buyer, position) = (plan.Object("organization"), plan.Object("enstru"));
        return new PlanItem
        {
            Id = known,
            BuyerBin = Supplier.NumberOf(buyer, "iinBin"),
            BuyerName = NameOf(buyer),
            Name = NameOf(position),
            Enstru = CodeOf(position),
            Count = plan.Amount("count"),
            UnitPrice = plan.Amount("unitPrice"),
            Amount = plan.Amount("totalPrice"),
            Places = PlaceCodes.Of(plan.Objects("deliveries").Select(place => place.Object("kato").Text("code")).OfType<string>()),
        };
    }

    private static Bilingual Names(JsonFields json, Bilingual other)
    {
        var name = json.Both("nameRu", "nameKk");
        return name.IsEmpty ? other : name;
    }

    private static Bilingual NameOf(JsonFields json) => Names(json, new(json.Text("name"), json.Text("nameKk")));

    /// <summary>The classifier's code; the international codes that stand in the same place are not ours.</summary>
    private static string? CodeOf(JsonFields position) => Enstru.TryParse(position.Text("code"), out var code) ? code.Code : null;

    private static int? Subject(List<string> ids) => ids.Distinct().Take(2).ToList() switch
    {
        ["1"] => 1,
        ["2"] => 2,
        ["3"] => 3,
        _ => null,
    };

    /// <summary>The platform's 6 "published" and 7 "takes bids" are the portal's 210 and 220, for lots and announcements alike.</summary>
    private static int? Status(JsonFields json) => json.Object("status").Code("id") switch
    {
        6 => 210,
        7 => 220,
        _ => null,
    };
}
