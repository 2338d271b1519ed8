namespace Risk;

/// <summary>Things that public work rarely needs, by the beginnings of their codes.</summary>
public sealed record Luxuries
{
    public required string Source { get; init; }
    public required IReadOnlyList<Luxury> Things { get; init; }

    /// <summary>The entry that a code of goods, works and services falls under; null for none.</summary>
    public Luxury? Of(string? enstru) =>
        enstru is null ? null : Things.FirstOrDefault(thing => enstru.StartsWith(thing.Starts, StringComparison.Ordinal));
}

/// <summary>One beginning of codes, and why it is on the list.</summary>
public sealed record Luxury(string Starts, string Reason);
