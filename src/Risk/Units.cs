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

    /// <summary>The pack that a buyer's words name. Of goods that are measured (litres, kilograms) it changes nothing.</summary>
    internal Pack PackOf(string? code, string? name, string? words) => Pack.Read(Has(Measures, code, name) ? null : words);

    internal static bool Has(IReadOnlyList<Unit> units, string? code, string? name)
    {
        for (var place = 0; place < units.Count; place++)
            if ((units[place].Code is { } known && known == code) || Same(units[place].Name, name))
                return true;
        return false;
    }

    internal static bool Same(string one, string? other) => string.Equals(one, other?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A unit by MKEI code, where known, and by the portal's Russian name.</summary>
public sealed record Unit(string? Code, string Name);
