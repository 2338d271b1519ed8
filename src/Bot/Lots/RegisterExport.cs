using System.Runtime.CompilerServices;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>What the store holds, purchase by purchase, a few hundred at a time: for the contracting standard's releases.</summary>
public sealed class RegisterExport(RegisterDb db)
{
    private const int Page = 500;    // purchases read at once: some thousand records

    public async IAsyncEnumerable<Procedure> Procedures([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var ids = await Next(0, cancellationToken); ids.Count > 0; ids = await Next(ids[^1], cancellationToken))
            foreach (var procedure in await Whole(db.Lots.Where(lot => lot.AnnouncementId != null && ids.Contains(lot.AnnouncementId.Value)),
                db.Contracts.Where(contract => contract.AnnouncementId != null && ids.Contains(contract.AnnouncementId.Value)), ids, cancellationToken))
                yield return procedure;

        var last = 0L;
        while (await db.Lots.Where(lot => lot.AnnouncementId == null && lot.Id > last).OrderBy(lot => lot.Id).Take(Page)
            .Select(lot => lot.Id).ToListAsync(cancellationToken) is { Count: > 0 } lots)
        {
            foreach (var procedure in await Whole(db.Lots.Where(lot => lots.Contains(lot.Id)), db.Contracts.Where(contract => false), [], cancellationToken))
                yield return procedure;
            last = lots[^1];
        }

        last = 0;
        while (await db.Contracts.Where(contract => contract.AnnouncementId == null && contract.RootId > last).Select(contract => contract.RootId!.Value)
            .Distinct().OrderBy(root => root).Take(Page).ToListAsync(cancellationToken) is { Count: > 0 } roots)
        {
            foreach (var procedure in await Whole(db.Lots.Where(lot => false),
                db.Contracts.Where(contract => contract.AnnouncementId == null && roots.Contains(contract.RootId!.Value)), [], cancellationToken))
                yield return procedure;
            last = roots[^1];
        }
    }

    /// <summary>The next announcements that anything here belongs to, by their ids.</summary>
    private async Task<List<long>> Next(long after, CancellationToken cancellationToken)
    {
        var own = db.Announcements.Where(row => row.Id > after).Select(row => row.Id).OrderBy(id => id).Take(Page);
        var ofLots = db.Lots.Where(row => row.AnnouncementId > after).Select(row => row.AnnouncementId!.Value).Distinct().OrderBy(id => id).Take(Page);
        var ofContracts = db.Contracts.Where(row => row.AnnouncementId > after).Select(row => row.AnnouncementId!.Value).Distinct().OrderBy(id => id).Take(Page);
        SortedSet<long> ids =
            [.. await own.ToListAsync(cancellationToken), .. await ofLots.ToListAsync(cancellationToken), .. await ofContracts.ToListAsync(cancellationToken)];
        return [.. ids.Take(Page)];
    }

    private async Task<IEnumerable<Procedure>> Whole(
        IQueryable<LotRow> lots, IQueryable<ContractRow> contracts, List<long> announcements, CancellationToken cancellationToken)
    {
        List<object> records =
        [
            .. await Read<Lot>(lots.Select(row => row.Document), cancellationToken),
            .. await Read<Contract>(contracts.Select(row => row.Document), cancellationToken),
            .. await Read<Announcement>(db.Announcements.Where(row => announcements.Contains(row.Id)).Select(row => row.Document), cancellationToken),
            .. await Read<Bid>(db.Bids.Where(row => announcements.Contains(row.AnnouncementId)).Select(row => row.Document), cancellationToken),
        ];
        var roots = records.OfType<Contract>().Select(contract => contract.RootId ?? contract.Id).Distinct().ToList();
        var acts = db.Acts.Where(row => row.ContractRootId != null && roots.Contains(row.ContractRootId.Value));
        records.AddRange(await Read<Act>(acts.Select(row => row.Document), cancellationToken));
        var bins = records.SelectMany(Bins).OfType<string>().Distinct().ToList();
        records.AddRange(await Read<Organisation>(db.Organisations.Where(row => bins.Contains(row.Bin)).Select(row => row.Document), cancellationToken));
        return Procedure.Group(records);
    }

    private static IEnumerable<string?> Bins(object record) => record switch
    {
        Lot lot => [lot.BuyerBin],
        Contract contract => [contract.BuyerBin, contract.SupplierBin],
        Bid bid => [bid.SupplierBin],
        Announcement announcement => [announcement.OrganiserBin],
        _ => [],
    };

    private static async Task<List<object>> Read<T>(IQueryable<string> documents, CancellationToken cancellationToken) where T : class =>
        [.. (await documents.ToListAsync(cancellationToken)).Select(Documents.Read<T>)];
}
