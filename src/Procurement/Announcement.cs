namespace Procurement;

/// <summary>An announcement puts lots up for bids [TrdBuy]. Its lots carry copies of what finding and judging them needs.</summary>
public sealed record Announcement
{
    /// <summary>The portal's id [id] and the number that people cite, for example 17379679-1 [numberAnno].</summary>
    public required long Id { get; init; }
    public string? Number { get; init; }
    public Bilingual Title { get; init; }

    /// <summary>Planned sum of all lots in tenge without VAT [totalSum].</summary>
    public decimal? Sum { get; init; }
    public int? MethodId { get; init; }
    public int? SubjectType { get; init; }
    public int? StatusId { get; init; }

    /// <summary>Who holds the purchase [orgBin, orgNameRu, orgNameKz]: the buyer or another in its stead.</summary>
    public string? OrganiserBin { get; init; }
    public Bilingual OrganiserName { get; init; }

    /// <summary>The legal entity invited to a purchase from one source [biinSupplier]; the number of a private person is not kept.</summary>
    public string? InvitedBin { get; init; }

    /// <summary>The announcement that failed before this one [parentId], and whether this is a repeat [refTypeTradeId = 2, parentId].</summary>
    public long? ParentId { get; init; }
    public bool? IsRepeat { get; init; }

    /// <summary>Nine-digit KATO codes [kato].</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Moments [publishDate, startDate, endDate, itogiDatePublic, discusStartDate, discusEndDate].</summary>
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? BidsFrom { get; init; }
    public DateTimeOffset? BidsDue { get; init; }
    public DateTimeOffset? ResultsPublished { get; init; }
    public DateTimeOffset? DiscussionFrom { get; init; }
    public DateTimeOffset? DiscussionUntil { get; init; }

    /// <summary>Cancelled or paused since [Cancel.dateDecision, the latest; Pause.datePause].</summary>
    public DateTimeOffset? Cancelled { get; init; }
    public DateTimeOffset? Paused { get; init; }

    /// <summary>A complaint was handed in on [ComplaintAppeal.dateApply]; null for none or when not asked for.</summary>
    public DateTimeOffset? Complained { get; init; }

    /// <summary>Digests of the names of the commission's members [Commission.fio].</summary>
    public IReadOnlyList<Trait> Commission { get; init; } = [];

    /// <summary>Works of construction [isConstructionWork]; held by the single organiser [singlOrgSign].</summary>
    public bool IsConstruction { get; init; }
    public bool IsBySingleOrganiser { get; init; }

    /// <summary>Last change at the portal [lastUpdateDate].</summary>
    public DateTimeOffset? Updated { get; init; }
    public int? SystemId { get; init; }
}
