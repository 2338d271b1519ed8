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
    public async Task<CaseFile> Of(Lot lot, DateTimeOffset asOf, Population? population, CancellationToken cancellationToken) =>
        (await Of([lot], asOf, population, cancellationToken))[0];

    /// <summary>One file for each lot, in their order. Some hundred lots make a good batch.</summary>
    public async Task<IReadOnlyList<CaseFile>> Of(
        IReadOnlyList<Lot> lots, DateTimeOffset asOf, Population? population, CancellationToken cancellationToken)
    {
        var plans = lots.Select(lot => LotTable.PlanOf(lot.Number)).OfType<long>().Distinct().ToList();
        var attempts = (await db.Lots.Where(row => row.Plan != null && plans.Contains(row.Plan.Value)).Read(cancellationToken))
            .ToLookup(lot => LotTable.PlanOf(lot.Number));
        var ids = lots.Concat(attempts.SelectMany(group => group)).Select(lot => lot.AnnouncementId).OfType<long>().Distinct().ToList();
        var announcements = (await Read<Announcement>(db.Announcements.Where(row => ids.Contains(row.Id)), cancellationToken)).ToDictionary(a => a.Id);
        var bids = (await Read<Bid>(db.Bids.Where(row => ids.Contains(row.AnnouncementId)), cancellationToken)).ToLookup(bid => bid.AnnouncementId);
        var contracts = await Contracts(lots, cancellationToken);
        var roots = contracts.Select(contract => contract.RootId ?? contract.Id).Distinct().ToList();
        var acts = (await Read<Act>(db.Acts.Where(row => row.ContractRootId != null && roots.Contains(row.ContractRootId.Value)), cancellationToken))
            .ToLookup(act => act.ContractRootId ?? act.ContractId);
        var items = (await Read<PlanItem>(db.PlanItems.Where(row => row.RootId != null && plans.Contains(row.RootId.Value)), cancellationToken))
            .ToLookup(item => item.RootId ?? item.Id);
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
                Bids = [.. others.Append(lot).Select(one => one.AnnouncementId).OfType<long>().Distinct().SelectMany(one => bids[one])],
                Contracts = mine,
                Acts = [.. mine.Select(contract => contract.RootId ?? contract.Id).Distinct().SelectMany(root => acts[root])],
                PlanItems = plan is null ? null : [.. items[plan.Value]],
                Organisations = organisations,
            };
        }
    }

    /// <summary>All versions of every contract that may hold a subject of one of the lots.</summary>
    private async Task<List<Contract>> Contracts(IReadOnlyList<Lot> lots, CancellationToken cancellationToken)
    {
        var ids = lots.Select(lot => lot.Id).ToList();
        var announcements = lots.Select(lot => lot.AnnouncementId).OfType<long>().Distinct().ToList();
        var named = db.ContractItems.Where(item => item.LotId != null && ids.Contains(item.LotId.Value)).Select(item => item.ContractId);
        var roots = await db.Contracts
            .Where(row => (row.AnnouncementId != null && announcements.Contains(row.AnnouncementId.Value)) || named.Contains(row.Id))
            .Select(row => row.RootId ?? row.Id).Distinct().ToListAsync(cancellationToken);
        return await Read<Contract>(db.Contracts.Where(row => row.RootId != null && roots.Contains(row.RootId.Value)), cancellationToken);
    }

    private async Task<Dictionary<string, Organisation>> Organisations(
        IReadOnlyList<Lot> lots, IEnumerable<Bid> bids, IEnumerable<Contract> contracts, CancellationToken cancellationToken)
    {
        var bins = lots.Select(lot => lot.BuyerBin).Concat(bids.Select(bid => bid.SupplierBin)).Concat(contracts.Select(contract => contract.SupplierBin))
            .OfType<string>().Distinct().ToList();
        return (await Read<Organisation>(db.Organisations.Where(row => bins.Contains(row.Bin)), cancellationToken)).ToDictionary(o => o.Bin);
    }

    private static async Task<List<T>> Read<T>(IQueryable<StoredDocument> rows, CancellationToken cancellationToken) =>
        (await rows.Select(row => row.Document).ToListAsync(cancellationToken)).ConvertAll(Documents.Read<T>);
}
