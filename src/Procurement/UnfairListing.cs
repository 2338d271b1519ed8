namespace Procurement;

/// <summary>One entry of the register of unfair participants [Rnu].</summary>
public sealed record UnfairListing
{
    public required long Id { get; init; }

    /// <summary>The business number [supplierBiin]; null for a private person, whose number and name are never kept.</summary>
    public string? SupplierBin { get; init; }
    public Bilingual SupplierName { get; init; }

    /// <summary>In the register from and until [startDate, endDate].</summary>
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whose register [systemId]: 1 Mitwork, 2 Samruk, 3 the state portal.</summary>
    public int? SystemId { get; init; }

    /// <summary>Grounds [Detail]: the buyer's number, the decision of court or authority and its date, the reason's code.</summary>
    public IReadOnlyList<UnfairGround> Grounds { get; init; } = [];
}

/// <summary>Why a participant was listed [RnuDetailList.customerBiin, courtDecision, courtDecisionDate, refReasonId, startDate, endDate].</summary>
public sealed record UnfairGround
{
    public string? BuyerBin { get; init; }
    public string? Decision { get; init; }
    public DateTimeOffset? DecidedOn { get; init; }
    public int? ReasonId { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? Until { get; init; }

    /// <summary>Digest of the head [supplierHeadNameRu with supplierHeadBiin], of the name alone when there is no number, as its kind says;
    /// business numbers of founders [founders.head_biin].</summary>
    public Trait? Head { get; init; }
    public IReadOnlyList<string> FounderBins { get; init; } = [];
}
