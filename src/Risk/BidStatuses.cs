namespace Risk;

/// <summary>What the portal's words for a bid mean. A word that is not here is unmapped: what became of that bid is unknown.</summary>
public sealed record BidStatuses
{
    private IReadOnlyDictionary<string, BidOutcome> byName = new Dictionary<string, BidOutcome>();

    public required string Source { get; init; }

    /// <summary>Outcomes by the portal's Russian name of the status; case and outer spaces do not matter.</summary>
    public required IReadOnlyDictionary<string, BidOutcome> ByName
    {
        get => byName;
        init => byName = value.ToDictionary(pair => pair.Key.Trim(), pair => pair.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Outcomes by the portal's code of the status; it comes before the name.</summary>
    public required IReadOnlyDictionary<int, BidOutcome> ById { get; init; }

    /// <summary>The outcome of a bid; null when the dictionary does not hold its status.</summary>
    public BidOutcome? Of(int? statusId, string? statusName) =>
        statusId is { } id && ById.TryGetValue(id, out var known) ? known
        : statusName is not null && ByName.TryGetValue(statusName.Trim(), out known) ? known : null;

    /// <summary>The dictionary with an operator's own names added; theirs win.</summary>
    public BidStatuses With(IReadOnlyDictionary<string, BidOutcome> names) => this with
    {
        ByName = names.Concat(ByName.Where(pair => !names.Keys.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)))
            .ToDictionary(pair => pair.Key, pair => pair.Value),
    };
}
