namespace Procurement;

/// <summary>A legal entity that buys or sells [Subjects]. Private persons are never kept.</summary>
public sealed record Organisation
{
    public required string Bin { get; init; }

    /// <summary>The portal's id, by which its pages and its journal know it [pid].</summary>
    public long? PortalId { get; init; }
    public Bilingual Name { get; init; }

    /// <summary>Registered places, nine-digit KATO codes [katoList].</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Day of registration [regdate].</summary>
    public DateTimeOffset? Registered { get; init; }

    /// <summary>The head organisation, when this is a branch [parentSubject].</summary>
    public string? ParentBin { get; init; }

    /// <summary>A monopoly by law or by nature [markStateMonopoly, markNaturalMonopoly]: buying from it alone is lawful.</summary>
    public bool IsMonopoly { get; init; }
}
