using Bot.Lots;
using Bot.Signs;
using Procurement;
using Risk;
using Risk.Populations;

namespace Benchmarks.Schemes;

/// <summary>Case files out of a market in memory, as the service makes them out of its store.</summary>
internal sealed class CaseDesk(Market market, Population population)
{
    private readonly Dictionary<long, Announcement> announcements = market.Announcements.ToDictionary(one => one.Id);
    private readonly ILookup<long, Bid> bids = market.Bids.ToLookup(bid => bid.AnnouncementId);
    private readonly ILookup<long?, Lot> plans = market.Lots.ToLookup(lot => LotTable.PlanOf(lot.Number));
    private readonly ILookup<long, Act> acts = market.Acts.ToLookup(act => act.ContractRootId ?? act.ContractId ?? 0);
    private readonly ILookup<long, PlanItem> items = market.PlanItems.ToLookup(item => item.RootId ?? item.Id);
    private readonly Dictionary<string, Organisation> organisations = market.Organisations.ToDictionary(one => one.Bin);
    private readonly ContractsOfLots contracts = new(market.Contracts);

    public IEnumerable<CaseFile> Files() => market.Lots.Select(Of).Concat(market.Contracts.Where(DirectLot.IsNeeded)
        .GroupBy(contract => contract.RootId ?? contract.Id).Select(chain => Of([.. chain.OrderBy(version => version.Id)])));

    private CaseFile Of(Lot lot)
    {
        var plan = LotTable.PlanOf(lot.Number);
        List<Lot> others = [.. plans[plan].Where(other => other.Id != lot.Id)];
        var mine = contracts.Of(lot);
        return new CaseFile
        {
            Lot = lot,
            AsOf = market.AsOf,
            Population = population,
            Announcement = lot.AnnouncementId is { } id ? announcements.GetValueOrDefault(id) : null,
            Attempts = others,
            Bids = [.. others.Append(lot).Select(one => one.AnnouncementId).OfType<long>().Distinct().SelectMany(one => bids[one])],
            Contracts = mine,
            Acts = [.. mine.Select(contract => contract.RootId ?? contract.Id).Distinct().SelectMany(root => acts[root])],
            PlanItems = plan is null ? null : [.. items[plan.Value]],
            Organisations = organisations,
        };
    }

    private CaseFile Of(List<Contract> versions) => new()
    {
        Lot = DirectLot.Of(versions[0]) with { BuyerName = organisations.GetValueOrDefault(versions[0].BuyerBin ?? "")?.Name ?? default },
        AsOf = market.AsOf,
        Population = population,
        Contracts = versions,
        Acts = [.. acts[versions[0].RootId ?? versions[0].Id]],
        Organisations = organisations,
    };
}
