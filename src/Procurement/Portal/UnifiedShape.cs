using System.Globalization;

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
            AnnouncementId = lot.Id("announcementId") is { } announcement ? UnifiedIds.OfAnnouncement(announcementNumber, announcement) : null,
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
            Published = Moment(lot, "announcementPublishDate"),
            BidsFrom = Moment(lot, "offerStartDate"),
            BidsDue = Moment(lot, "offerEndDate"),
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
            Published = Moment(announcement, "publishDate"),
            BidsFrom = Moment(announcement, "offerStartDate"),
            BidsDue = Moment(announcement, "offerEndDate"),
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

    /// <summary>ISO 8601 with a zone (none means UTC), or seconds since 1970: the platform writes both.</summary>
    private static DateTimeOffset? Moment(JsonFields json, string name)
    {
        if (json.Text(name) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : json.Refuse<DateTimeOffset?>(name, "is not a date of the platform");
    }
}
