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
    private const int Most = 500;    // announcements asked about at once

    /// <summary>The records to be written besides those of the page.</summary>
    public static async Task<IReadOnlyList<object>> Of(RegisterDb db, Page page, CancellationToken cancellationToken)
    {
        List<object> more = [];
        if (page.Announcements.Count > 0 && await Lookups.AreThere(db, cancellationToken))    // in a first fill lots bring their moments along
            foreach (var some in page.Announcements.Chunk(Most))
                more.AddRange(await LotsOf(db, some.ToDictionary(), page, cancellationToken));
        foreach (var deletion in page.Deletions)
            if (await Marked(db, deletion, cancellationToken) is { } marked)
                more.Add(marked);
        return more;
    }

    private static async Task<IEnumerable<Lot>> LotsOf(
        RegisterDb db, Dictionary<long, Announcement> announcements, Page page, CancellationToken cancellationToken)
    {
        var ids = announcements.Keys.Select(id => (long?)id).ToList();
        var lots = await db.Lots.Where(row => ids.Contains(row.AnnouncementId)).Read(cancellationToken);
        return lots.Where(lot => !page.Lots.Has(lot.Id)).Select(lot => lot.Under(announcements[lot.AnnouncementId!.Value]));
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
