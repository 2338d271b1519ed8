namespace Risk.Populations;

/// <summary>One contract in the last version known; those that were deleted or came to nothing are left out.</summary>
public readonly record struct DealFact
{
    /// <summary>Id of the version, id of the first version, number of the version (0, 1 …).</summary>
    public required long Id { get; init; }
    public required long Root { get; init; }
    public int Version { get; init; }
    public long AnnouncementId { get; init; }
    public long Buyer { get; init; }

    /// <summary>Business number of the supplier; 0 for a private person.</summary>
    public long Supplier { get; init; }

    /// <summary>Day of the signature in Astana, else of creation. Amendments have their own.</summary>
    public int Day { get; init; }

    /// <summary>Day of the signature of the first version.</summary>
    public int FirstDay { get; init; }

    /// <summary>Financial year; that of the day where the register does not tell.</summary>
    public int Year { get; init; }
    public long SumTiyn { get; init; }
    public short Method { get; init; }
    public byte Subject { get; init; }
    public short Status { get; init; }

    /// <summary>Planned and real end of the work, first approved act: days in Astana, 0 when not known.</summary>
    public int PlannedEnd { get; init; }
    public int Done { get; init; }
    public int FirstAct { get; init; }

    /// <summary>The most days late of any act; fines of all acts in hundredths of a tenge.</summary>
    public int DaysLate { get; init; }
    public long FineTiyn { get; init; }
    public int CancelReason { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>Where its subjects lie: <see cref="Population.ItemsOf"/>.</summary>
    internal int FirstItem { get; init; }
    internal int ItemCount { get; init; }

    /// <summary>Sum in tenge without VAT.</summary>
    public decimal Sum => SumTiyn / 100m;
}

/// <summary>One subject of a contract.</summary>
public readonly record struct ItemFact
{
    public long LotId { get; init; }
    public long PlanItemId { get; init; }
    public long Enstru { get; init; }

    /// <summary>Indices into <see cref="Population.Units"/> and <see cref="Population.Packs"/>.</summary>
    public ushort Unit { get; init; }
    public ushort Pack { get; init; }
    public long PriceTiyn { get; init; }
    public float Quantity { get; init; }
    public long SumTiyn { get; init; }

    /// <summary>Ground of the method as the portal numbers it [RefJustification]; 0 when not published.</summary>
    public int Justification { get; init; }
    public uint Regions { get; init; }
    public decimal Sum => SumTiyn / 100m;
}
