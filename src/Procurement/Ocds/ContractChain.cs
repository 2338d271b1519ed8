using System.Globalization;

namespace Procurement.Ocds;

/// <summary>A contract with its amendments, in order; the last version is the one that holds.</summary>
internal sealed record ContractChain(long Root, IReadOnlyList<Contract> Versions)
{
    public Contract Last => Versions[^1];

    public static List<ContractChain> Of(Procedure procedure) =>
    [
        .. procedure.Contracts.GroupBy(Procedure.RootOf).Select(chain =>
            new ContractChain(chain.Key, [.. chain.DistinctBy(contract => contract.Id).OrderBy(Version).ThenBy(contract => contract.Id)])),
    ];

    /// <summary>The tail of the number, 970140002674/260023/01.</summary>
    private static int Version(Contract contract)
    {
        var slash = contract.Number?.LastIndexOf('/') ?? -1;
        if (slash < 0)
            return 0;
        var tail = contract.Number.AsSpan(slash + 1);
        return int.TryParse(tail, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }
}
