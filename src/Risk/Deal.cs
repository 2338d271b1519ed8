using Procurement;

namespace Risk;

/// <summary>The contract that a lot led to: its versions known at the moment of judging, first to last.</summary>
public sealed record Deal(IReadOnlyList<Contract> Versions)
{
    public Contract First => Versions[0];
    public Contract Last => Versions[^1];

    /// <summary>Some contract of the lot has no day at all, so that nobody knows whether it was there at the moment of judging.</summary>
    internal static bool AnyUndated(CaseFile file) =>
        file.Contracts?.Any(contract => !contract.IsDeleted && ContractChains.DateOf(contract) is null) == true;

    /// <summary>Contracts with a subject of the lot, the earliest first, without those deleted or come to nothing; null when not loaded.</summary>
    public static IReadOnlyList<Deal>? Of(CaseFile file, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(catalogue);
        return file.Worked.Deals(catalogue);
    }

    /// <summary>Acts that name some version, from the register of acts and from the versions themselves.</summary>
    internal IEnumerable<Act> Acts(CaseFile file) => (file.Acts ?? []).Where(act => Has(act.ContractId) || Has(act.ContractRootId))
        .Concat(Versions.Count == 1 ? First.Acts : Versions.SelectMany(version => version.Acts));

    private bool Has(long? id)
    {
        for (var place = 0; place < Versions.Count; place++)
            if (Versions[place].Id == id)
                return true;
        return false;
    }

    internal static IReadOnlyList<Deal>? WorkOut(CaseFile file, Catalogue catalogue) => file.Contracts switch
    {
        null => null,
        [] => [],
        [var only] => ContractChains.DateOf(only) <= file.AsOf && HasEffect(only, catalogue) ? [new Deal([only])] : [],
        _ =>
        [
            .. file.Contracts.Where(contract => ContractChains.DateOf(contract) <= file.AsOf)
                .GroupBy(contract => contract.RootId ?? contract.Id)
                .Select(chain => new Deal([.. chain.OrderBy(ContractChains.VersionOf).ThenBy(contract => contract.Id)]))
                .Where(deal => HasEffect(deal.Last, catalogue))
                .OrderBy(deal => ContractChains.DateOf(deal.First)).ThenBy(deal => deal.First.Id),
        ],
    };

    private static bool HasEffect(Contract last, Catalogue catalogue) =>
        !last.IsDeleted && !catalogue.Methods.ContractsWithoutEffect.Contains(last.StatusId ?? 0);
}
