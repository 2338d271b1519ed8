using System.Globalization;
using Procurement;

namespace Risk;

/// <summary>Puts the versions of contracts together: an amendment must not count the same money twice.</summary>
internal static class ContractChains
{
    /// <summary>The last version of every contract known at a moment, without those that were deleted or came to nothing.</summary>
    public static IEnumerable<Contract> Latest(IEnumerable<Contract> contracts, DateTimeOffset asOf, Methods methods) =>
        contracts
            .Where(contract => DateOf(contract) <= asOf)
            .GroupBy(contract => contract.RootId ?? contract.Id)
            .Select(chain => chain.OrderBy(VersionOf).ThenBy(contract => contract.Id).Last())
            .Where(contract => !contract.IsDeleted && !methods.ContractsWithoutEffect.Contains(contract.StatusId ?? 0))
            .OrderBy(contract => contract.Id);

    /// <summary>The day a contract became known: signature, else creation.</summary>
    public static DateTimeOffset? DateOf(Contract contract) => contract.SignedAt ?? contract.Created;

    /// <summary>The number after the last stroke: 1 in 970140002674/260023/01.</summary>
    public static int VersionOf(Contract contract) =>
        int.TryParse(contract.Number?.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
