namespace Risk;

/// <summary>What became of a bid. Unknown: the portal's word for it is not in the dictionary.</summary>
public enum BidOutcome : byte { Unknown, Submitted, Won, Second, Rejected, Withdrawn }
