using Procurement.Portal;

namespace Procurement.Ocds;

/// <summary>Makes an announcement and its lots of a release's tender.</summary>
internal sealed class TenderShape(JsonFields release, ReleaseShape parties)
{
    private const int AnnouncementDone = 350, LotDone = 360;

    private readonly JsonFields tender = release.Object("tender");

    public Announcement Announcement(long id)
    {
        var organiser = tender.Object("procuringEntity");
        var parent = release.Objects("relatedProcesses")
            .Find(process => process.Texts("relationship").Contains("unsuccessfulProcess")).Text("identifier");
        return new Announcement
        {
            Id = id,
            Number = Number,
            Title = tender.Both("title", "title_kk"),
            Sum = tender.Money("value"),
            MethodId = Codes.MethodId(tender.Text("procurementMethodDetails")),
            SubjectType = Codes.Subject(tender.Text("mainProcurementCategory")),
            StatusId = Codes.StatusId(tender.Text("status"), AnnouncementDone),
            OrganiserBin = parties.BinOf(organiser),
            OrganiserName = parties.NameOf(organiser),
            ParentId = ReleaseShape.LocalId(parent),
            IsRepeat = parent is null ? null : true,
            Published = IsoMoment.Of(tender, "datePublished"),
            BidsFrom = IsoMoment.Of(tender.Object("tenderPeriod"), "startDate"),
            BidsDue = IsoMoment.Of(tender.Object("tenderPeriod"), "endDate"),
            ResultsPublished = IsoMoment.Of(tender.Object("awardPeriod"), "endDate"),
            DiscussionFrom = IsoMoment.Of(tender.Object("enquiryPeriod"), "startDate"),
            DiscussionUntil = IsoMoment.Of(tender.Object("enquiryPeriod"), "endDate"),
            Updated = IsoMoment.Of(release, "date"),
        };
    }

    /// <summary>Each lot with the item that belongs to it; several items have no one price, unit and code.</summary>
    public IEnumerable<Lot> Lots(long? announcement)
    {
        var items = tender.Objects("items").ToLookup(item => item.Text("relatedLot"));
        foreach (var lot in tender.Objects("lots"))
        {
            var own = items[lot.Text("id")].ToList();
            yield return Lot(lot, own.Count == 1 ? own[0] : default, announcement);
        }
    }

    private string? Number => AnnouncementNumber.TryParse(tender.Text("id"), out var number) ? number.ToString() : null;

    private Lot Lot(JsonFields lot, JsonFields item, long? announcement)
    {
        var (buyer, unit) = (release.Object("buyer"), item.Object("unit"));
        return new Lot
        {
            Id = lot.PortalId("id"),
            Number = item.Text("id")?.Split('/')[0] ?? lot.Text("id") ?? "",
            AnnouncementId = announcement,
            AnnouncementNumber = Number,
            AnnouncementTitle = tender.Both("title", "title_kk"),
            Name = lot.Both("title", "title_kk"),
            Description = item.Both("description", "description_kk"),
            Details = lot.Both("description", "description_kk"),
            BuyerBin = parties.BinOf(buyer),
            BuyerName = parties.NameOf(buyer),
            Amount = lot.Money("value"),
            Count = item.Amount("quantity"),
            UnitPrice = unit.Money("value"),
            UnitCode = unit.Text("id"),
            UnitName = unit.Text("name"),
            Enstru = EnstruOf(item),
            SubjectType = Codes.Subject(tender.Text("mainProcurementCategory")),
            MethodId = Codes.MethodId(tender.Text("procurementMethodDetails")),
            StatusId = Codes.StatusId(lot.Text("status"), LotDone),
            Places = PlacesOf(item),
            Published = IsoMoment.Of(tender, "datePublished"),
            BidsFrom = IsoMoment.Of(tender.Object("tenderPeriod"), "startDate"),
            BidsDue = IsoMoment.Of(tender.Object("tenderPeriod"), "endDate"),
            ResultsPublished = IsoMoment.Of(tender.Object("awardPeriod"), "endDate"),
            DiscussionFrom = IsoMoment.Of(tender.Object("enquiryPeriod"), "startDate"),
            DiscussionUntil = IsoMoment.Of(tender.Object("enquiryPeriod"), "endDate"),
            Updated = IsoMoment.Of(release, "date"),
        };
    }

    public static string? EnstruOf(JsonFields item)
    {
        var code = item.Object("classification");
        return code.Text("scheme") == "KZ-ENSTRU" ? code.Text("id") : null;
    }

    public static IReadOnlyList<string> PlacesOf(JsonFields item)
    {
        var gazetteer = item.Object("deliveryLocation").Object("gazetteer");
        return gazetteer.Text("scheme") == "KZ-KATO" ? PlaceCodes.Of(gazetteer.Texts("identifiers")) : [];
    }
}
