using Procurement;

namespace Bot.Signs;

/// <summary>Which contracts belong to which lot: by the lot that a subject names, else by its plan item, else by being alone.</summary>
internal sealed class ContractsOfLots
{
    private readonly ILookup<long, Contract> byLot;
    private readonly ILookup<long, Contract> byPlanItem;
    private readonly ILookup<long, Contract> nameless;

    public ContractsOfLots(IReadOnlyList<Contract> versions)
    {
        var chains = versions.GroupBy(version => version.RootId ?? version.Id).ToList();
        byLot = Each(chains, item => item.LotId is > 0 ? item.LotId : null);
        byPlanItem = Each(chains, item => item.LotId is > 0 ? null : item.PlanItemId);
        nameless = chains.SelectMany(chain => chain).Where(version => version.Items.Count == 0 && version.AnnouncementId is > 0)
            .ToLookup(version => version.AnnouncementId!.Value);
    }

    public List<Contract> Of(Lot lot) =>
        [.. byLot[lot.Id].Concat(lot.PlanItemIds.SelectMany(id => byPlanItem[id])).Concat(lot.AnnouncementId is { } id ? nameless[id] : [])
            .DistinctBy(version => version.Id).OrderBy(version => version.Id)];

    /// <summary>A contract belongs with all its versions: an amendment may leave the lot out.</summary>
    private static ILookup<long, Contract> Each(IEnumerable<IGrouping<long, Contract>> chains, Func<ContractItem, long?> keyOf) => chains
        .SelectMany(chain => chain.SelectMany(version => version.Items).Select(keyOf).OfType<long>().Distinct(),
            (chain, key) => (key, chain))
        .SelectMany(pair => pair.chain, (pair, version) => (pair.key, version))
        .ToLookup(pair => pair.key, pair => pair.version);
}
