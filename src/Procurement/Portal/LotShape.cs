using System.Globalization;

namespace Procurement.Portal;

/// <summary>Makes a lot of the portal's object Lots (or ObLots), with TrdBuy and Plans nested in it.</summary>
internal static class LotShape
{
    /// <param name="around">The announcement that the lot is nested in; without fields when it stands alone.</param>
    public static Lot? Read(JsonFields lot, long id, JsonFields around)
    {
        if (lot.Text("lotNumber") is not { } number)
            return lot.Refuse<Lot>("lotNumber", "is missing");
        if (!LotNumber.TryParse(number, out var parsed) && !LooksLikeNumber(number))
            return lot.Refuse<Lot>("lotNumber", "is not a lot number");

        var announcement = lot.Has("TrdBuy") ? lot.Object("TrdBuy") : lot.Has("ObTrdBuy") ? lot.Object("ObTrdBuy") : around;
        var plans = PlanShape.Live(lot.Objects(lot.Has("Plans") ? "Plans" : "ObPlans"));
        var name = lot.Both("nameRu", "nameKz");
        return new Lot
        {
            Id = id,
            Number = parsed.PlanRoot > 0 ? parsed.ToString() : number,
            AnnouncementId = lot.Id("trdBuyId") ?? announcement.Id("id"),
            AnnouncementNumber = lot.Text("trdBuyNumberAnno") ?? announcement.Text("numberAnno"),
            AnnouncementTitle = announcement.Both("nameRu", "nameKz"),
            Name = name with { Kz = name.Kz ?? PlanShape.Agreed(plans, PlanShape.KazakhNameOf) },
            Description = lot.Both("descriptionRu", "descriptionKz"),
            Details = new(PlanShape.Joined(plans, "extraDescRu"), PlanShape.Joined(plans, "extraDescKz")),
            BuyerBin = lot.Business("customerBin"),
            BuyerName = lot.Both("customerNameRu", "customerNameKz"),
            Amount = lot.Amount("amount"),
            Count = lot.Amount("count"),
            UnitPrice = plans.Count == 1 ? plans[0].Amount("price") : null,
            UnitCode = PlanShape.Agreed(plans, plan => plan.Text("refUnitsCode")),
            UnitName = PlanShape.Agreed(plans, plan => plan.Object("RefUnits").Text("nameRu")),
            Enstru = PlanShape.Agreed(plans, PlanShape.EnstruOf),
            SubjectType = PlanShape.Agreed(plans, plan => plan.Code("refSubjectTypeId"))
                ?? announcement.Code("refSubjectTypeId") ?? lot.Code("refSubjectTypeId"),
            MethodId = lot.Code("refBuyTradeMethodsId") ?? announcement.Code("refTradeMethodsId") ?? lot.Code("refTradeMethodsId"),
            PlannedMethodId = lot.Code("refTradeMethodsId") ?? PlanShape.Agreed(plans, plan => plan.Code("refTradeMethodsId")),
            JustificationId = PlanShape.Agreed(plans, plan => plan.Code("refJustificationId")),
            StatusId = lot.Code("refLotStatusId"),
            Places = Places(lot, announcement, plans),
            Published = announcement.Moment("publishDate") ?? lot.Moment("publishDate"),
            BidsFrom = announcement.Moment("startDate"),
            BidsDue = announcement.Moment("endDate") ?? lot.Moment("endDate"),
            ResultsPublished = announcement.Moment("itogiDatePublic"),
            IsRepeat = AnnouncementShape.IsRepeat(announcement),
            DiscussionFrom = announcement.Moment("discusStartDate"),
            DiscussionUntil = announcement.Moment("discusEndDate"),
            Updated = lot.Moment("lastUpdateDate"),
            IsDeleted = lot.IsSet("isDeleted"),
            SystemId = lot.Code("systemId"),
            PlanItemIds = PlanItems(lot),
            SupplyTerm = PlanShape.Agreed(plans, plan => plan.Text("supplyDateRu")),
            Prepayment = PlanShape.Agreed(plans, plan => plan.Amount("prepayment")),
            IsConstruction = lot.Has("isConstructionWork") ? lot.IsSet("isConstructionWork") : null,
            DesignSign = lot.Code("psdSign"),
            FileCount = lot.Has("Files") ? lot.Objects("Files").Count : null,
        };
    }

    /// <summary>A method that is not in our list yet must not cost us the lot.</summary>
    private static bool LooksLikeNumber(string number) => number.Length <= 40 && char.IsAsciiDigit(number[0]) && number.Contains('-');

    /// <summary>The schema says numbers and the portal writes lists of codes both ways; 0 is its way to say "none".</summary>
    private static long[] PlanItems(JsonFields lot)
    {
        List<long> items = [];
        foreach (var text in lot.Texts("pointList"))
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 && !items.Contains(id))
                items.Add(id);
        return items.Count == 0 ? [] : [.. items];
    }

    private static IReadOnlyList<string> Places(JsonFields lot, JsonFields announcement, List<JsonFields> plans)
    {
        var places = PlaceCodes.Of(lot.Texts("plnPointKatoList"));
        if (places.Count == 0)
            places = PlaceCodes.Of(plans.SelectMany(PlanShape.PlacesOf));
        if (places.Count == 0)
            places = PlaceCodes.Of(announcement.Texts("kato"));
        return places.Count > 0 ? places : PlaceCodes.Of(lot.Object("Customer").Texts("katoList"));
    }
}
