using System.Collections.Concurrent;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Risk;
using Risk.Populations;

namespace Bot.Signs;

/// <summary>Opens the case files of lots: whatever the register holds about them, read for many lots at once.</summary>
public sealed class CaseFiles(RegisterDb db)
{
    private const int MostKept = 80_000;    // some 100 MB; in a walk through the whole store the same firms come again and again

    private GroundNames? names;

    /// <summary>Organisations that were read before, for a walk through many pages: it lasts as long as the walk.</summary>
    internal ConcurrentDictionary<string, Organisation> Kept { get; init; } = [];

    /// <summary>The file of a lot, or of a direct contract by its stand-in.</summary>
    public async Task<CaseFile> Of(Lot lot, DateTimeOffset asOf, Population? population, CancellationToken cancellationToken) =>
        (lot.Id > 0 ? await Of([lot], asOf, population, cancellationToken) : await OfDirect([-lot.Id], asOf, population, cancellationToken))[0];

    /// <summary>One file for each direct contract, by the ids of their first versions, in their order.</summary>
    public async Task<IReadOnlyList<CaseFile>> OfDirect(
        IReadOnlyList<long> roots, DateTimeOffset asOf, Population? population, CancellationToken cancellationToken)
    {
        names ??= await GroundNames.Read(db, cancellationToken);
        var chains = (await db.Versions(row => row.RootId != null && roots.Contains(row.RootId.Value), cancellationToken))
            .ToLookup(version => version.RootId ?? version.Id);
        var direct = roots.Where(root => chains[root].Any()).ToDictionary(root => root, root => DirectLot.Of(chains[root].First()));
        var acts = await Acts(roots, cancellationToken);
        var ids = direct.Values.SelectMany(lot => lot.PlanItemIds).Distinct().ToList();
        var plans = await db.PlanItems.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, Root = row.RootId ?? row.Id })
            .ToDictionaryAsync(row => row.Id, row => row.Root, cancellationToken);
        var items = await PlanItems([.. plans.Values.Distinct()], cancellationToken);
        var organisations = await Organisations(direct.Values, [], chains.SelectMany(chain => chain), cancellationToken);

        return [.. direct.Select(pair => new CaseFile
        {
            Lot = pair.Value with { BuyerName = organisations.GetValueOrDefault(pair.Value.BuyerBin ?? "")?.Name ?? default },
            AsOf = asOf,
            Population = population,
            Contracts = chains[pair.Key].ToList(),
            Acts = acts[pair.Key].ToList(),
            PlanItems = pair.Value.PlanItemIds.Where(plans.ContainsKey).Select(id => plans[id]).Distinct().SelectMany(root => items[root]).ToList(),
            Organisations = organisations,
            Grounds = names.Methods,
            AmendmentGrounds = names.Amendments,
            CancelReasons = names.Endings,
        })];
    }

    /// <summary>One file for each lot, in their order. Some hundred lots make a good batch.</summary>
    public async Task<IReadOnlyList<CaseFile>> Of(
        IReadOnlyList<Lot> lots, DateTimeOffset asOf, Population? population, CancellationToken cancellationToken)
    {
        names ??= await GroundNames.Read(db, cancellationToken);
        var plans = lots.Select(lot => LotTable.PlanOf(lot.Number)).OfType<long>().Distinct().ToList();
        var own = lots.Select(lot => lot.Id).ToList();
        var attempts = (await db.Lots.Where(row => row.Plan != null && plans.Contains(row.Plan.Value) && !own.Contains(row.Id)).Read(cancellationToken))
            .Concat(lots).ToLookup(lot => LotTable.PlanOf(lot.Number));
        var ids = lots.Concat(attempts.SelectMany(group => group)).Select(lot => lot.AnnouncementId).OfType<long>().Distinct().ToList();
        var announcements = (await db.Announcements.Where(row => ids.Contains(row.Id)).Read<Announcement>(cancellationToken)).ToDictionary(a => a.Id);
        var bids = (await db.Bids.Where(row => ids.Contains(row.AnnouncementId)).Read<Bid>(cancellationToken)).ToLookup(bid => bid.AnnouncementId);
        var contracts = await Contracts(lots, cancellationToken);
        var roots = contracts.Select(contract => contract.RootId ?? contract.Id).Distinct().ToList();
        var acts = await Acts(roots, cancellationToken);
        var items = await PlanItems(plans, cancellationToken);
        var organisations = await Organisations(lots, bids.SelectMany(group => group), contracts, cancellationToken);
        var ofLots = new ContractsOfLots(contracts);

        return [.. lots.Select(File)];

        CaseFile File(Lot lot)
        {
            var plan = LotTable.PlanOf(lot.Number);
            var others = attempts[plan].Where(other => other.Id != lot.Id).ToList();
            var mine = ofLots.Of(lot);
            return new CaseFile
            {
                Lot = lot,
                AsOf = asOf,
                Population = population,
                Announcement = lot.AnnouncementId is { } id ? announcements.GetValueOrDefault(id) : null,
                Attempts = others,
                Bids = others.Count == 0 ? bids[lot.AnnouncementId ?? 0].ToList()
                    : others.Append(lot).Select(one => one.AnnouncementId).OfType<long>().Distinct().SelectMany(one => bids[one]).ToList(),
                Contracts = mine,
                Acts = mine.Select(contract => contract.RootId ?? contract.Id).Distinct().SelectMany(root => acts[root]).ToList(),
                PlanItems = plan is null ? null : items[plan.Value].ToList(),
                Organisations = organisations,
                Grounds = names.Methods,
                AmendmentGrounds = names.Amendments,
                CancelReasons = names.Endings,
            };
        }
    }

    private async Task<ILookup<long?, Act>> Acts(IReadOnlyList<long> roots, CancellationToken cancellationToken) =>
        (await db.Acts.Where(row => row.ContractRootId != null && roots.Contains(row.ContractRootId.Value)).Read<Act>(cancellationToken))
            .ToLookup(act => act.ContractRootId ?? act.ContractId);

    private async Task<ILookup<long, PlanItem>> PlanItems(IReadOnlyList<long> roots, CancellationToken cancellationToken) =>
        (await db.PlanItems.Where(row => row.RootId != null && roots.Contains(row.RootId.Value)).Read<PlanItem>(cancellationToken))
            .ToLookup(item => item.RootId ?? item.Id);

    /// <summary>All versions of every contract that may hold a subject of one of the lots.</summary>
    private async Task<List<Contract>> Contracts(IReadOnlyList<Lot> lots, CancellationToken cancellationToken)
    {
        var ids = lots.Select(lot => lot.Id).ToList();
        var announcements = lots.Select(lot => lot.AnnouncementId).OfType<long>().Distinct().ToList();
        var named = db.ContractItems.Where(item => item.LotId != null && ids.Contains(item.LotId.Value)).Select(item => item.ContractId);
        var roots = await db.Contracts
            .Where(row => (row.AnnouncementId != null && announcements.Contains(row.AnnouncementId.Value)) || named.Contains(row.Id))
            .Select(row => row.RootId ?? row.Id).Distinct().ToListAsync(cancellationToken);
        return await db.Contracts.Where(row => row.RootId != null && roots.Contains(row.RootId.Value)).Read<Contract>(cancellationToken);
    }

    private async Task<Dictionary<string, Organisation>> Organisations(
        IEnumerable<Lot> lots, IEnumerable<Bid> bids, IEnumerable<Contract> contracts, CancellationToken cancellationToken)
    {
        var bins = lots.Select(lot => lot.BuyerBin).Concat(bids.Select(bid => bid.SupplierBin)).Concat(contracts.Select(contract => contract.SupplierBin))
            .OfType<string>().ToHashSet();
        var (found, lacking) = (new Dictionary<string, Organisation>(bins.Count), new List<string>());
        foreach (var bin in bins)
            if (Kept.TryGetValue(bin, out var known))
                found.Add(bin, known);
            else
                lacking.Add(bin);
        if (Kept.Count > MostKept)
            Kept.Clear();
        foreach (var one in lacking.Count == 0 ? [] : await db.Organisations.Where(row => lacking.Contains(row.Bin)).Read<Organisation>(cancellationToken))
            found[one.Bin] = Kept[one.Bin] = one;
        return found;
    }
}
