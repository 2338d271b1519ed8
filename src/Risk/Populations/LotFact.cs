namespace Risk.Populations;

/// <summary>One lot as the population remembers it. Numbers are 0, days are 0, where the register does not tell.</summary>
public readonly record struct LotFact
{
    public required long Id { get; init; }

    /// <summary>Root of the plan item, shared by all attempts to buy it; attempt 1, 2 …</summary>
    public long PlanRoot { get; init; }
    public int Attempt { get; init; }
    public long AnnouncementId { get; init; }

    /// <summary>The buyer's business number as a number, and its kind: an index into <see cref="Population.BuyerKinds"/>, 0 for none.</summary>
    public long Buyer { get; init; }
    public byte BuyerKind { get; init; }

    /// <summary>Code of the thing: <see cref="EnstruCode"/>.</summary>
    public long Enstru { get; init; }

    /// <summary>1 goods, 2 works, 3 services.</summary>
    public byte Subject { get; init; }
    public short Method { get; init; }
    public short PlannedMethod { get; init; }
    public short Status { get; init; }
    public bool IsDeleted { get; init; }

    /// <summary>Days in Astana (<see cref="DateOnly.DayNumber"/>): published, bids due, results published.</summary>
    public int Published { get; init; }
    public int Due { get; init; }
    public int Results { get; init; }

    /// <summary>Planned sum and price of one unit in hundredths of a tenge, without VAT.</summary>
    public long AmountTiyn { get; init; }
    public long PriceTiyn { get; init; }
    public float Quantity { get; init; }

    /// <summary>Indices into <see cref="Population.Units"/> and <see cref="Population.Packs"/>.</summary>
    public ushort Unit { get; init; }
    public ushort Pack { get; init; }

    /// <summary>Regions of delivery as bits (<see cref="Population.RegionBits"/>); digest of the places in full.</summary>
    public uint Regions { get; init; }
    public int Places { get; init; }

    /// <summary>Digest of the buyer's normalised words; 0 when there are too few of them to tell one purchase from another.</summary>
    public long Text { get; init; }

    /// <summary>Planned sum in tenge without VAT.</summary>
    public decimal Amount => AmountTiyn / 100m;
    public decimal Price => PriceTiyn / 100m;
}
