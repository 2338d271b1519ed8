namespace Risk.Portraits;

/// <summary>One figure of a buyer or a supplier beside those of its peers.</summary>
/// <param name="Key">Its words are under "portrait.figure.KEY".</param>
/// <param name="Value">In the unit that the key stands for: a share 0 to 1, days, bids, or times the usual price.</param>
/// <param name="Of">How many purchases it rests on.</param>
/// <param name="Peers">Null when too few others have this figure.</param>
public sealed record Figure(string Key, double Value, int Of, PeerRange? Peers);

/// <summary>The middle half of the peers.</summary>
public sealed record PeerRange(int Count, double Lower, double Median, double Upper);
