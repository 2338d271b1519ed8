using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Feeds;

/// <summary>
/// Bids are shown only after the results are published, and only one announcement at a time: each announcement with results becomes an
/// errand, in the same transaction, and is struck off together with its bids.
/// </summary>
public sealed class Errands(IPortal portal, Intake intake, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Errands> log)
{
    /// <summary>An announcement whose bids cannot be had waits longer each time, and after so many times no more is asked.</summary>
    private const int MostTries = 8;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(10);

    /// <summary>Those of a page whose results are out, or have a day on which they will be, and whose bids we lack.</summary>
    internal static async Task Note(RegisterDb db, IEnumerable<Announcement> announcements, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = announcements.Where(announcement => announcement.ResultsPublished is not null).GroupBy(announcement => announcement.Id)
            .ToDictionary(same => same.Key, same => same.Last().ResultsPublished!.Value);
        var ids = due.Keys.ToList();
        if (ids.Count == 0)
            return;
        var known = await db.Bids.Where(bid => ids.Contains(bid.AnnouncementId)).Select(bid => bid.AnnouncementId)
            .Union(db.Errands.Where(errand => ids.Contains(errand.Id)).Select(errand => errand.Id)).ToListAsync(cancellationToken);
        db.Errands.AddRange(ids.Except(known).Select(id => new ErrandRow { Id = id, Since = now, NotBefore = due[id] > now ? due[id] : now }));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Does what is due, oldest first. Returns how many were done; stops at the first trouble of the portal.</summary>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        for (var done = 0; ; done++)
            if (!portal.Has(Feed.Bids) || await Next(cancellationToken) is not { } errand || !await Do(errand, cancellationToken))
                return done;
    }

    private async Task<ErrandRow?> Next(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<RegisterDb>().Errands
            .Where(errand => errand.NotBefore <= now && errand.Tries < MostTries).OrderBy(errand => errand.NotBefore).ThenBy(errand => errand.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<bool> Do(ErrandRow errand, CancellationToken cancellationToken)
    {
        try
        {
            List<object> bids = [];
            var query = new PortalQuery(Feed.Bids) { AnnouncementId = errand.Id };
            for (PortalPage? page = null; page is null || page.Next is not null;)
            {
                page = await portal.Page(query with { After = page?.Next }, cancellationToken);
                bids.AddRange(page.Rows.Select(row => row.Record).OfType<object>());
            }

            await intake.Take("Bids", bids, async db => await db.Errands.Where(row => row.Id == errand.Id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
            return true;
        }
        catch (PortalException fault)
        {
            Log.FeedFailed(log, "Bids", fault.Fault, fault.Message);
            await Postpone(errand, cancellationToken);
            return fault.Fault is PortalFault.Question or PortalFault.Cursor;    // this one's own trouble: the next may go well
        }
    }

    private async Task Postpone(ErrandRow errand, CancellationToken cancellationToken)
    {
        var later = clock.GetUtcNow() + (FirstWait * Math.Pow(2, errand.Tries));
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RegisterDb>().Errands.Where(row => row.Id == errand.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.NotBefore, later).SetProperty(r => r.Tries, errand.Tries + 1), cancellationToken);
    }
}
