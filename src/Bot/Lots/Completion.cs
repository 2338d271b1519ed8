using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>
/// Makes what comes in agree with what is there: an announcement that changed changes its lots, which carry its moments; a deletion marks
/// what it names.
/// </summary>
internal static class Completion
{
    public static async Task<IReadOnlyList<object>> Of(RegisterDb db, IReadOnlyList<object> records, CancellationToken cancellationToken)
    {
        List<object> whole = [.. records.Where(record => record is not Deletion)];
        whole.AddRange(await LotsOf(db, records, cancellationToken));
        foreach (var deletion in records.OfType<Deletion>())
            if (await Marked(db, deletion, cancellationToken) is { } marked)
                whole.Add(marked);
        return whole;
    }

    private static async Task<IEnumerable<Lot>> LotsOf(RegisterDb db, IReadOnlyList<object> records, CancellationToken cancellationToken)
    {
        var announcements = records.OfType<Announcement>().GroupBy(announcement => announcement.Id).ToDictionary(same => same.Key, same => same.Last());
        if (announcements.Count == 0)
            return [];
        var ids = announcements.Keys.Select(id => (long?)id).ToList();
        var present = records.OfType<Lot>().Select(lot => lot.Id).ToHashSet();
        var lots = await db.Lots.Where(row => ids.Contains(row.AnnouncementId)).Read(cancellationToken);
        return lots.Where(lot => !present.Contains(lot.Id)).Select(lot => lot.Under(announcements[lot.AnnouncementId!.Value]));
    }

    private static async Task<object?> Marked(RegisterDb db, Deletion deletion, CancellationToken cancellationToken) => deletion.Feed switch
    {
        Feed.Lots => await db.Lot(deletion.ObjectId, cancellationToken) is { } lot ? lot with { IsDeleted = true } : null,
        Feed.Contracts => await Read<Contract>(db.Contracts.Where(row => row.Id == deletion.ObjectId).Select(row => row.Document), cancellationToken)
            is { } contract ? contract with { IsDeleted = true } : null,
        Feed.Plans => await Read<PlanItem>(db.PlanItems.Where(row => row.Id == deletion.ObjectId).Select(row => row.Document), cancellationToken)
            is { } plan ? plan with { IsDeleted = true } : null,
        Feed.Acts => await Read<Act>(db.Acts.Where(row => row.Id == deletion.ObjectId).Select(row => row.Document), cancellationToken)
            is { } act ? act with { IsDeleted = true } : null,
        _ => null,    // an announcement's lots are deleted one by one; listings end by their own dates
    };

    private static async Task<T?> Read<T>(IQueryable<string> document, CancellationToken cancellationToken) where T : class =>
        await document.SingleOrDefaultAsync(cancellationToken) is { } found ? Documents.Read<T>(found) : null;
}
