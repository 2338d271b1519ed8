namespace Procurement;

/// <summary>
/// One bidder's application to an announcement [TrdApp]. The portal shows it only after the results are published: before that, no bids
/// means "unknown".
/// </summary>
public sealed record Bid
{
    public required long Id { get; init; }

    /// <summary>The announcement [buyId]; 0 when the source does not name it, and then <see cref="Lots"/> lead to it.</summary>
    public required long AnnouncementId { get; init; }

    /// <summary>The bidder's business number [supplierBinIin]; null for a private person, whose number and name are never kept.</summary>
    public string? SupplierBin { get; init; }
    public Bilingual SupplierName { get; init; }

    /// <summary>When it was handed in, to the microsecond [dateApply].</summary>
    public DateTimeOffset? HandedIn { get; init; }
    public IReadOnlyList<BidLot> Lots { get; init; } = [];

    /// <summary>Digest of who wrote it [crFio], also when the bidder is a private person, whose own number and name are not kept.</summary>
    public IReadOnlyList<Trait> Traits { get; init; } = [];
}

/// <summary>What a bidder offers for one lot [TrdAppLots]. Sums in tenge without VAT.</summary>
public sealed record BidLot
{
    /// <summary>The lot [lotId]; 0 when the source, a protocol, names it by its number alone.</summary>
    public required long LotId { get; init; }

    /// <summary>Price of one unit [price], the whole offer [amount].</summary>
    public decimal? UnitPrice { get; init; }
    public decimal? Amount { get; init; }

    /// <summary>Conditional discount, percent [discountValue], and the sum with it [discountPrice].</summary>
    public decimal? Discount { get; init; }
    public decimal? DiscountedAmount { get; init; }

    /// <summary>
    /// What became of it: the portal's code [statusId] and word [RefAppStatus.nameRu]: Подано, Победитель, Второй победитель …
    /// </summary>
    public int? StatusId { get; init; }
    public string? StatusName { get; init; }
}
