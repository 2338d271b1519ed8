namespace Procurement;

/// <summary>One row of a buyer's yearly plan [Plans]. Editing makes a new id with the same <see cref="RootId"/>.</summary>
public sealed record PlanItem
{
    public required long Id { get; init; }
    public long? RootId { get; init; }
    public string? BuyerBin { get; init; }
    public Bilingual BuyerName { get; init; }
    public Bilingual Name { get; init; }
    public Bilingual Description { get; init; }
    public Bilingual Details { get; init; }
    public string? Enstru { get; init; }
    public int? SubjectType { get; init; }
    public int? MethodId { get; init; }
    public int? JustificationId { get; init; }
    public string? UnitCode { get; init; }
    public decimal? Count { get; init; }

    /// <summary>Price of one unit and the whole sum, tenge without VAT [price, amount].</summary>
    public decimal? UnitPrice { get; init; }
    public decimal? Amount { get; init; }
    public int? Year { get; init; }
    public int? StatusId { get; init; }
    public DateTimeOffset? Created { get; init; }
    public DateTimeOffset? Approved { get; init; }

    /// <summary>Month of the purchase, 1 to 12; 99 is last year [refMonthsId].</summary>
    public int? Month { get; init; }

    /// <summary>Places of delivery, nine-digit KATO codes [PlansKato.refKatoCode].</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>When it is to be delivered [supplyDateRu]; advance in percent [prepayment].</summary>
    public string? SupplyTerm { get; init; }
    public decimal? Prepayment { get; init; }
    public bool IsDeleted { get; init; }
}
