using System.Text.Json.Serialization;

namespace Risk;

/// <summary>What became of a bid. Submitted: valid and did not win. Unknown: the portal's word for it is not in the dictionary.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BidOutcome>))]
public enum BidOutcome : byte { Unknown, Submitted, Won, Second, Rejected, Withdrawn }
