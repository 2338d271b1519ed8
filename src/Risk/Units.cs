namespace Risk;

/// <summary>What a unit of measure allows to compare.</summary>
public sealed record Units
{
    /// <summary>A service, a job, a set: one is not like another, so their prices are never compared.</summary>
    public required IReadOnlyList<Unit> WithoutComparablePrice { get; init; }

    /// <summary>A pack: its price means nothing without what is in it.</summary>
    public required IReadOnlyList<Unit> Packs { get; init; }

    /// <summary>Mass, volume, length: the price is already for a measured amount.</summary>
    public required IReadOnlyList<Unit> Measures { get; init; }

    internal static bool Has(IReadOnlyList<Unit> units, string? code, string? name) =>
        units.Any(unit => (unit.Code is not null && unit.Code == code) || Same(unit.Name, name));

    internal static bool Same(string one, string? other) => string.Equals(one, other?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A unit by MKEI code, where known, and by the portal's Russian name.</summary>
public sealed record Unit(string? Code, string Name);
