namespace Procurement;

/// <summary>One row of the classifier of administrative territories, KATO [RefKato].</summary>
public sealed record Place
{
    /// <summary>Nine digits; the first two are the oblast or city of national significance.</summary>
    public required string Code { get; init; }
    public Bilingual Name { get; init; }

    /// <summary>1 oblast, 2 district or city, 3 rural district, 4 village or settlement.</summary>
    public int Level { get; init; }
    public string? ParentCode { get; init; }
}
