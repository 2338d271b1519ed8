namespace Procurement;

/// <summary>A legal entity that buys or sells [Subjects]. Private persons are never kept.</summary>
public sealed record Organisation
{
    public required string Bin { get; init; }
    public Bilingual Name { get; init; }

    /// <summary>Registered places, nine-digit KATO codes [katoList].</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}
