namespace Risk.Populations;

/// <summary>A price of one unit, agreed or planned: what KZ-01 compares with. Sorted by code, unit and day.</summary>
public readonly record struct PriceFact
{
    public long Enstru { get; init; }
    public ushort Unit { get; init; }
    public ushort Pack { get; init; }
    public PriceBasis Basis { get; init; }

    /// <summary>The contract's or the lot's id, by basis.</summary>
    public long Origin { get; init; }
    public int Day { get; init; }
    public long Buyer { get; init; }

    /// <summary>0 for a planned price and for a private person.</summary>
    public long Supplier { get; init; }
    public long PriceTiyn { get; init; }
    public float Quantity { get; init; }
    public uint Regions { get; init; }
    public decimal Price => PriceTiyn / 100m;
}

/// <summary>A price agreed after competition, or one that a buyer planned: the second is used only where the first is too rare.</summary>
public enum PriceBasis { Contract, Planned }
