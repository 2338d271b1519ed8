namespace Risk.Populations;

/// <summary>One bidder's offer for one lot.</summary>
public readonly record struct BidFact
{
    public required long LotId { get; init; }

    /// <summary>Id of the application that the offer is in.</summary>
    public long BidId { get; init; }

    /// <summary>Business number of the bidder; 0 for a private person.</summary>
    public long Supplier { get; init; }

    /// <summary>The whole offer in hundredths of a tenge, without VAT; 0 when not given.</summary>
    public long AmountTiyn { get; init; }

    public BidOutcome Outcome { get; init; }

    /// <summary>Day on which it was handed in, in Astana.</summary>
    public int Day { get; init; }
    public decimal Amount => AmountTiyn / 100m;
}
