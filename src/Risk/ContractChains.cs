using System.Globalization;
using Procurement;

namespace Risk;

/// <summary>When a contract became known, and which of its versions it is.</summary>
internal static class ContractChains
{
    /// <summary>The day a contract became known: signature, else creation.</summary>
    public static DateTimeOffset? DateOf(Contract contract) => contract.SignedAt ?? contract.Created;

    /// <summary>The number after the last stroke: 1 in 970140002674/260023/01.</summary>
    public static int VersionOf(Contract contract) =>
        int.TryParse(contract.Number?.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
