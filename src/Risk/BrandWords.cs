namespace Risk;

/// <summary>Words by which a trade mark, and the lawful reasons to name one, are known. All in lower case.</summary>
public sealed record BrandWords
{
    /// <summary>Well-known trade marks, in Latin or Cyrillic letters.</summary>
    public required IReadOnlySet<string> Brands { get; init; }

    /// <summary>Latin words that are not trade marks: units, standards, technology, substances, plain English.</summary>
    public required IReadOnlySet<string> Ordinary { get; init; }

    /// <summary>Words after which a name follows: trade mark, maker, firm.</summary>
    public required IReadOnlySet<string> NameFollows { get; init; }

    /// <summary>Beginnings of "equivalent", "analogue", "not worse", "or".</summary>
    public required IReadOnlyList<string> Equivalents { get; init; }

    /// <summary>Lawful reasons, art. 12(4)(2) and 12(5), by the exception that they make: beginnings of words in the text.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> LawfulReasons { get; init; }

    /// <summary>Beginnings of codes of services that look after what is installed.</summary>
    public required IReadOnlyList<string> ServiceOfInstalled { get; init; }

    /// <summary>Beginnings of codes of parts and consumables for equipment, where the name is that of the equipment.</summary>
    public required IReadOnlyList<string> PartsOfInstalled { get; init; }
}
