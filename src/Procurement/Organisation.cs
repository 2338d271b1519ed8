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

    /// <summary>Buys, sells at the portal [customer, supplier]; null where not given.</summary>
    public bool? IsBuyer { get; init; }
    public bool? IsSupplier { get; init; }

    /// <summary>Main trade, code of OKED [okedList]; size of the business, code of KRP [krpCode].</summary>
    public int? Oked { get; init; }
    public int? Size { get; init; }

    /// <summary>Digests of heads, e-mail, phone and addresses [Employees with the head's role, email, phone, Address].</summary>
    public IReadOnlyList<Trait> Traits { get; init; } = [];

    /// <summary>A monopoly by law or by nature [markStateMonopoly, markNaturalMonopoly]: buying from it alone is lawful.</summary>
    public bool IsMonopoly { get; init; }
}
