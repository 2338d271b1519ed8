namespace Risk.Populations;

/// <summary>An organisation as the population remembers it.</summary>
public readonly record struct FirmFact
{
    public required long Bin { get; init; }

    /// <summary>Day of registration in Astana; 0 when not known.</summary>
    public int Registered { get; init; }
    public long Parent { get; init; }
    public bool IsMonopoly { get; init; }

    /// <summary>The register says that it sells at the portal.</summary>
    public bool IsSupplier { get; init; }

    /// <summary>Regions of its registered places as bits.</summary>
    public uint Regions { get; init; }
    public int Size { get; init; }
}
