namespace Procurement;

/// <summary>One version of a contract [Contract]. Amendments share <see cref="RootId"/>; the highest version counts.</summary>
public sealed record Contract
{
    public required long Id { get; init; }
    public long? RootId { get; init; }
    public long? ParentId { get; init; }

    /// <summary>Number in the system, buyer's BIN/YYNNNNN/version, for example 970140002674/260023/00 [contractNumberSys].</summary>
    public string? Number { get; init; }

    public long? AnnouncementId { get; init; }
    public string? AnnouncementNumber { get; init; }
    public Bilingual Description { get; init; }
    public string? BuyerBin { get; init; }

    /// <summary>The supplier's business number; null for a private person, whose number is never kept.</summary>
    public string? SupplierBin { get; init; }

    /// <summary>Sum in tenge without VAT [contractSum], with VAT [contractSumWnds].</summary>
    public decimal? Sum { get; init; }
    public decimal? SumWithVat { get; init; }

    /// <summary>What was paid or done of it, tenge without VAT [faktSum].</summary>
    public decimal? Paid { get; init; }

    public int? StatusId { get; init; }

    /// <summary>1 main contract, 2 amendment [refContractTypeId].</summary>
    public int? TypeId { get; init; }

    /// <summary>Actual method of purchase [faktTradeMethodsId]; 23 is a direct contract.</summary>
    public int? MethodId { get; init; }
    public int? SubjectType { get; init; }
    public int? FinancialYear { get; init; }
    public DateTimeOffset? Created { get; init; }
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Until when it holds, planned and real end of the work [ecEndDate, planExecDate, faktExecDate].</summary>
    public DateTimeOffset? Ends { get; init; }
    public DateTimeOffset? PlannedEnd { get; init; }
    public DateTimeOffset? Done { get; init; }

    /// <summary>Results of the purchase behind it were published [trdBuyItogiDatePublic].</summary>
    public DateTimeOffset? ResultsPublished { get; init; }

    /// <summary>VAT is in it [withNds]; holds for several years [refContractYearTypeId = 2]; null where not given.</summary>
    public bool? HasVat { get; init; }
    public bool? IsForYears { get; init; }

    /// <summary>Currency, when it is not tenge [refCurrencyCode]; why it was ended, code of the portal [refContractCancelId].</summary>
    public string? Currency { get; init; }
    public int? CancelReasonId { get; init; }

    /// <summary>Payments as far as the source nests them [ContractPayment, else TreasuryPay]; null where not asked for.</summary>
    public IReadOnlyList<Payment>? Payments { get; init; }

    /// <summary>Digests of the supplier's account, phone, address and head [supplierIik, supplierPhone, supplierLegalAddress, supplierFio],
    /// and of the buyer's phone and signatory [customerPhone, customerFio]. Of a supplier that is a private person there are none.</summary>
    public IReadOnlyList<Trait> SupplierTraits { get; init; } = [];
    public IReadOnlyList<Trait> BuyerTraits { get; init; } = [];

    /// <summary>Grounds of an amendment, codes of the portal [refAmendmAgreemJustifId].</summary>
    public IReadOnlyList<int> AmendmentGrounds { get; init; } = [];
    public DateTimeOffset? Updated { get; init; }
    public bool IsDeleted { get; init; }
    public IReadOnlyList<ContractItem> Items { get; init; } = [];

    /// <summary>Acts of delivery as far as the source nests them with their ids [Acts]; the feed of acts has them all.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];
}

/// <summary>One subject of a contract [ContractUnits]. Sums in tenge without VAT.</summary>
public sealed record ContractItem
{
    public long? LotId { get; init; }

    /// <summary>The plan item it comes from [plnPointId].</summary>
    public long? PlanItemId { get; init; }
    public string? Enstru { get; init; }
    public decimal? UnitPrice { get; init; }
    public decimal? Quantity { get; init; }
    public decimal? Sum { get; init; }

    /// <summary>Unit of measure, code of MKEI and name, from the plan item [Plans.refUnitsCode, RefUnits.nameRu].</summary>
    public string? UnitCode { get; init; }
    public string? UnitName { get; init; }

    /// <summary>Ground for the method [Plans.refJustificationId].</summary>
    public int? JustificationId { get; init; }

    /// <summary>The buyer's own words for it, which may name a pack size [Plans.extraDescRu, else Plans.descRu].</summary>
    public string? Details { get; init; }
    public IReadOnlyList<string> Places { get; init; } = [];
}
