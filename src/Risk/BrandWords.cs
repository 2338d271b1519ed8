namespace Risk;

/// <summary>Words by which a trade mark, and the lawful reasons to name one, are known. All in lower case.</summary>
public sealed record BrandWords
{
    /// <summary>Well-known trade marks, in Latin or Cyrillic letters.</summary>
    public required ISet<string> Brands { get; init; }

    /// <summary>Latin words that are not trade marks: units, standards, technology, substances, plain English.</summary>
    public required ISet<string> Ordinary { get; init; }

    /// <summary>Words after which a name follows: trade mark, maker, firm.</summary>
    public required ISet<string> NameFollows { get; init; }

    /// <summary>Words that may stand between those and the name: only, a legal form.</summary>
    public required ISet<string> BeforeName { get; init; }

    /// <summary>Beginnings of "equivalent", "analogue", "not worse", "or".</summary>
    public required IReadOnlyList<string> Equivalents { get; init; }

    /// <summary>Beginnings of words after which an equivalent is not allowed after all.</summary>
    public required IReadOnlyList<string> Refusals { get; init; }

    /// <summary>Lawful reasons that may stand anywhere in the text, by exception: leasing, medical need.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> LawfulReasons { get; init; }

    /// <summary>
    /// Words before a name that make it the name of what the buyer already has; one that ends in a space stands right before it.
    /// </summary>
    public required IReadOnlyList<string> BeforeInstalled { get; init; }

    /// <summary>Words of works and services that look after what is installed, by exception.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> CareOfInstalled { get; init; }

    /// <summary>Beginnings of codes of parts and consumables, where the name is that of the equipment.</summary>
    public required IReadOnlyList<string> PartsOfInstalled { get; init; }
}

/// <summary>Looking a piece of a text up without copying it.</summary>
internal static class WordSets
{
    public static bool Holds(this ISet<string> words, ReadOnlySpan<char> word) =>
        words is HashSet<string> set && set.TryGetAlternateLookup<ReadOnlySpan<char>>(out var pieces) ? pieces.Contains(word) : words.Contains(word.ToString());
}
