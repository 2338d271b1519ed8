namespace Procurement;

/// <summary>
/// One lot of an announcement, as far as finding and judging need it. Field names of the portal (schema of OWS v3) in brackets.
/// Every value that the portal may leave empty is nullable: absent is not zero.
/// </summary>
public sealed record Lot
{
    /// <summary>The portal's id [Lots.id].</summary>
    public required long Id { get; init; }

    /// <summary>
    /// The lot number as people cite it, for example 81861406-ЗЦП1 [lotNumber], in the spelling of <see cref="LotNumber.ToString"/>;
    /// as the portal gives it when its method is not known to us.
    /// </summary>
    public required string Number { get; init; }

    /// <summary>The announcement's id [trdBuyId] and number [trdBuyNumberAnno, for example 17379679-1].</summary>
    public long? AnnouncementId { get; init; }
    public string? AnnouncementNumber { get; init; }

    /// <summary>The human title of the announcement [TrdBuy.nameRu, nameKz].</summary>
    public Bilingual AnnouncementTitle { get; init; }

    /// <summary>The position of the classifier of goods, works and services [nameRu; nameKz, else Plans.RefEnstru.nameKz].</summary>
    public Bilingual Name { get; init; }

    /// <summary>The classifier's characteristic of it [descriptionRu, descriptionKz].</summary>
    public Bilingual Description { get; init; }

    /// <summary>The buyer's own words [Plans.extraDescRu, extraDescKz]; of a joined lot, all its items' different ones.</summary>
    public Bilingual Details { get; init; }

    /// <summary>The buyer's business number [customerBin] and names as the portal gives them that day.</summary>
    public string? BuyerBin { get; init; }
    public Bilingual BuyerName { get; init; }

    /// <summary>Planned sum in tenge without VAT [amount].</summary>
    public decimal? Amount { get; init; }

    /// <summary>Quantity [count] in units of <see cref="UnitName"/>.</summary>
    public decimal? Count { get; init; }

    /// <summary>Planned price of one unit in tenge without VAT [Plans.price]; a lot joined of several items has none.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>Unit of measure: code of the MKEI classifier [Plans.refUnitsCode] and its Russian name [Plans.RefUnits.nameRu].</summary>
    public string? UnitCode { get; init; }
    public string? UnitName { get; init; }

    /// <summary>Code of goods, works and services, dddddd.ddd.dddddd [Plans.refEnstruCode].</summary>
    public string? Enstru { get; init; }

    /// <summary>1 goods, 2 works, 3 services [Plans.refSubjectTypeId].</summary>
    public int? SubjectType { get; init; }

    /// <summary>Actual method of purchase, else the planned one [refBuyTradeMethodsId, refTradeMethodsId].</summary>
    public int? MethodId { get; init; }
    public int? PlannedMethodId { get; init; }

    /// <summary>Ground for the method [Plans.refJustificationId].</summary>
    public int? JustificationId { get; init; }

    /// <summary>Status of the lot [refLotStatusId].</summary>
    public int? StatusId { get; init; }

    /// <summary>Places of delivery, nine-digit KATO codes [plnPointKatoList, else Plans.PlansKato, else TrdBuy.kato,
    /// else the buyer's own, Customer.katoList].</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Moments of the announcement [TrdBuy.publishDate, startDate, endDate, itogiDatePublic].</summary>
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? BidsFrom { get; init; }
    public DateTimeOffset? BidsDue { get; init; }
    public DateTimeOffset? ResultsPublished { get; init; }

    /// <summary>First purchase or a repeat of a failed one [TrdBuy.refTypeTradeId = 2, TrdBuy.parentId].</summary>
    public bool? IsRepeat { get; init; }

    /// <summary>The procedure began with a preliminary discussion of the documents [TrdBuy.discusStartDate].</summary>
    public DateTimeOffset? DiscussionFrom { get; init; }
    public DateTimeOffset? DiscussionUntil { get; init; }

    /// <summary>Last change at the portal [lastUpdateDate].</summary>
    public DateTimeOffset? Updated { get; init; }
    public bool IsDeleted { get; init; }

    /// <summary>1 price proposals, 2 tenders and auctions of the quasi-public module, 3 the main one [systemId].</summary>
    public int? SystemId { get; init; }

    /// <summary>Plan items that it was made of [pointList].</summary>
    public IReadOnlyList<long> PlanItemIds { get; init; } = [];

    /// <summary>When it is to be delivered, in the plan's words [Plans.supplyDateRu]; advance in percent [Plans.prepayment].</summary>
    public string? SupplyTerm { get; init; }
    public decimal? Prepayment { get; init; }

    /// <summary>Works of construction [isConstructionWork]; 1 work by a design, 2 making a design [psdSign]; null where not given.</summary>
    public bool? IsConstruction { get; init; }
    public int? DesignSign { get; init; }

    /// <summary>How many files go with it [Files]; null where they were not asked for.</summary>
    public int? FileCount { get; init; }

    /// <summary>Id of the new platform zakup.gov.kz, whose pages and numbers are its own; null when it came from elsewhere.</summary>
    public long? UnifiedId { get; init; }

    /// <summary>Whether the source gave the announcement with it: every announcement has a title or a day.</summary>
    public bool KnowsItsAnnouncement => Published is not null || !AnnouncementTitle.IsEmpty;

    /// <summary>The lot with what its announcement says now; what the announcement leaves open stays as it was.</summary>
    public Lot Under(Announcement announcement) => this with
    {
        AnnouncementNumber = announcement.Number ?? AnnouncementNumber,
        AnnouncementTitle = announcement.Title.IsEmpty ? AnnouncementTitle : announcement.Title,
        MethodId = announcement.MethodId ?? MethodId,
        Places = Places.Count > 0 ? Places : announcement.Places,
        Published = announcement.Published ?? Published,
        BidsFrom = announcement.BidsFrom ?? BidsFrom,
        BidsDue = announcement.BidsDue ?? BidsDue,
        ResultsPublished = announcement.ResultsPublished ?? ResultsPublished,
        IsRepeat = announcement.IsRepeat ?? IsRepeat,
        DiscussionFrom = announcement.DiscussionFrom ?? DiscussionFrom,
        DiscussionUntil = announcement.DiscussionUntil ?? DiscussionUntil,
    };
}

/// <summary>A text in Russian and Kazakh. Either may be missing, and the portal's Kazakh is often a copy of the Russian.</summary>
public readonly record struct Bilingual(string? Ru, string? Kz)
{
    /// <summary>The text in the language asked for ("kk", "ru", anything else), or in the other one when it is missing.</summary>
    public string In(string language) => (language == "kk" ? Kz ?? Ru : Ru ?? Kz) ?? "";

    public bool IsEmpty => string.IsNullOrWhiteSpace(Ru) && string.IsNullOrWhiteSpace(Kz);
}
