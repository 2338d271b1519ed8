namespace Risk.Populations;

/// <summary>One act under a contract.</summary>
internal readonly record struct ActFact
{
    public required long Id { get; init; }
    public long Root { get; init; }

    /// <summary>Days in Astana: approved by both sides, 0 when not; how late it was; fine in hundredths of a tenge.</summary>
    public int Approved { get; init; }
    public int DaysLate { get; init; }
    public long FineTiyn { get; init; }
}

/// <summary>A trait of an organisation.</summary>
internal readonly record struct TraitFact(long Bin, Procurement.Trait Trait);
