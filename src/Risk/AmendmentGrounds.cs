namespace Risk;

/// <summary>What a ground for changing a contract allows, by the words of its name. Names that say nothing known are "other grounds".</summary>
public sealed record AmendmentGrounds
{
    public required string Source { get; init; }

    /// <summary>Grounds on which even the price of one unit may rise, by exception, with the words that name them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> RaisesPrice { get; init; }

    /// <summary>Grounds on which the sum may rise beyond the saving of the purchase at the same price.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> RaisesSum { get; init; }

    /// <summary>Words of a ground that only lowers a sum.</summary>
    public required IReadOnlyList<string> Lowers { get; init; }

    /// <summary>The grounds given for all amendments of a contract, as far as their names are known.</summary>
    public GivenGrounds Of(Deal deal, IReadOnlyDictionary<int, string> names)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(names);
        var amendments = deal.Versions.Skip(1).ToList();
        var told = amendments.SelectMany(version => version.AmendmentGrounds).Distinct()
            .Select(id => names.GetValueOrDefault(id)).OfType<string>().Select(name => name.ToLowerInvariant()).ToList();
        var whole = amendments.All(version => version.AmendmentGrounds.Count > 0 && version.AmendmentGrounds.All(names.ContainsKey));

        return new GivenGrounds(whole, ReasonIn(told, RaisesPrice), ReasonIn(told, RaisesSum));
    }

    private string? ReasonIn(IReadOnlyList<string> told, IReadOnlyDictionary<string, IReadOnlyList<string>> reasons) =>
        reasons.FirstOrDefault(reason => told.Any(name => HasAny(name, reason.Value) && !HasAny(name, Lowers))).Key;

    private static bool HasAny(string name, IReadOnlyList<string> words) => words.Any(word => name.Contains(word, StringComparison.Ordinal));
}

/// <summary>What the grounds of a contract's amendments allow.</summary>
/// <param name="AreKnown">Every amendment names its ground, and every name is known.</param>
/// <param name="ForPrice">The exception on which the price of a unit, and so the sum, may rise; null for none known.</param>
/// <param name="ForSum">The exception on which the sum may rise beyond the saving; null for none known.</param>
public sealed record GivenGrounds(bool AreKnown, string? ForPrice, string? ForSum);
