namespace Risk;

/// <summary>The portal's words for what became of a bid, and what each means. A word that is not here means "not known".</summary>
public sealed record BidStatuses
{
    public required string Source { get; init; }
    public required IReadOnlyDictionary<string, BidOutcome> Names { get; init; }

    /// <summary>Null when neither word nor number is in the dictionary.</summary>
    public BidOutcome? Of(int? statusId, string? statusName) =>
        Names.TryGetValue((statusName ?? "").Trim(), out var named) ? named
        : Names.TryGetValue($"{statusId}", out var numbered) ? numbered : null;

    /// <summary>The same dictionary with more words, or numbers, of somebody who knows them.</summary>
    public BidStatuses With(IReadOnlyDictionary<string, BidOutcome> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return this with { Names = Names.Concat(more).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value) };
    }
}
