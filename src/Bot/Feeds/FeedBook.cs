using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Feeds;

/// <summary>The list of feeds and how far each has been read.</summary>
internal static class FeedBook
{
    /// <summary>Makes the feed's line if it has none; two who do so at once make one.</summary>
    public static async Task Open(RegisterDb db, string name, CancellationToken cancellationToken)
    {
        if (await db.Feeds.AnyAsync(feed => feed.Name == name, cancellationToken))
            return;
        try
        {
            db.Feeds.Add(new FeedRow { Name = name });
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (Databases.IsDuplicate(fault))
        {
            db.ChangeTracker.Clear();    // another made it
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Where a fill begins; one that has begun keeps its place.</summary>
    public static async Task Begin(RegisterDb db, string name, DateTimeOffset from, CancellationToken cancellationToken)
    {
        await Open(db, name, cancellationToken);
        await db.Feeds.Where(feed => feed.Name == name && feed.Since == null)
            .ExecuteUpdateAsync(feed => feed.SetProperty(f => f.Since, from), cancellationToken);
    }
}
