using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Feeds;

/// <summary>
/// Reads feeds page by page into the store. Each page and the position behind it are saved together; whoever reads a feed holds it, and a
/// holder who has lost it saves nothing.
/// </summary>
public sealed class Feeder(IPortal portal, Intake intake, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Feeder> log)
{
    /// <summary>Longer than the slowest answer with all its repetitions; so long a feed rests after its reader has died.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);
    private readonly string me = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():n}";

    /// <summary>Whether a source that is set has the feed.</summary>
    public bool Reads(Course course) => portal.Has(course.Feed);

    /// <summary>Reads on until the feed is at <paramref name="until"/> (now, if null). Returns false when it could not, or another reads it.</summary>
    /// <param name="paged">Called after each page.</param>
    public async Task<bool> Run(Course course, DateTimeOffset? until, Action<FeedRow>? paged, CancellationToken cancellationToken)
    {
        if (!Reads(course))
            return false;
        using var claim = await Take(course, cancellationToken);
        if (claim is null)
            return false;
        try
        {
            for (var done = false; !done;)
                done = await Step(course, until, paged, cancellationToken);
            return true;
        }
        catch (PortalException fault)
        {
            Log.FeedFailed(log, course.Name, fault.Fault, fault.Message);
            await Note(course, fault, cancellationToken);
            return false;
        }
        finally
        {
            await Release(course);
        }
    }

    /// <summary>One page. Returns whether the feed is where it should be.</summary>
    private async Task<bool> Step(Course course, DateTimeOffset? until, Action<FeedRow>? paged, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var goal = until ?? now;
        var feed = await Position(course, cancellationToken);
        if (!feed.IsWalking)
        {
            if (course.Stride is Stride.Days && feed.Since >= goal)
                return true;
            Walk.Begin(feed, course, goal);
        }

        var page = await portal.Page(Walk.Question(feed, course), cancellationToken);
        if (page.IsStandIn && course.Stride is not Stride.Changes)
            throw new PortalException(PortalFault.Busy, $"Only {page.Source} answers, which cannot give {course.Name} whole.");
        var ended = Walk.Take(feed, course, page, clock.GetUtcNow());
        foreach (var row in page.Rows.Where(row => row.Rejection is not null).Take(1))
            Log.RowsRefused(log, course.Name, page.Rows.Count(other => other.Rejection is not null), row.Rejection!);
        List<object> records = [.. page.Rows.Select(row => row.Record).OfType<object>()];
        await intake.Take(course.Name, records, async db =>
        {
            await Errands.Note(db, records.OfType<Announcement>(), now, cancellationToken);
            await Keep(db, feed, cancellationToken);
        }, cancellationToken);
        paged?.Invoke(feed);
        return ended && (course.Stride is not Stride.Days || feed.Since >= goal);
    }

    private async Task<FeedRow> Position(Course course, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RegisterDb>().Feeds.SingleAsync(feed => feed.Name == course.Name, cancellationToken);
    }

    private async Task Keep(RegisterDb db, FeedRow feed, CancellationToken cancellationToken)
    {
        if (await db.Feeds.Where(row => row.Name == feed.Name && row.HeldBy == me)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.HeldUntil, clock.GetUtcNow() + Hold), cancellationToken) == 0)
            throw new PortalException(PortalFault.Busy, $"Another process has taken over the feed {feed.Name}.");
        (feed.HeldBy, feed.HeldUntil) = (me, clock.GetUtcNow() + Hold);
        db.Update(feed);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <returns>Null when another reads it.</returns>
    private async Task<RegisterClaim?> Take(Course course, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        await FeedBook.Open(db, course.Name, cancellationToken);
        var claim = RegisterClaim.Try(db, course.Name);
        if (claim is null)
            return null;
        var (now, isSure) = (clock.GetUtcNow(), claim.IsSure);
        if (await db.Feeds.Where(feed => feed.Name == course.Name && (isSure || feed.HeldUntil == null || feed.HeldUntil < now))
            .ExecuteUpdateAsync(feed => feed.SetProperty(f => f.HeldBy, me).SetProperty(f => f.HeldUntil, now + Hold), cancellationToken) == 1)
            return claim;
        claim.Dispose();
        return null;
    }

    private async Task Release(Course course)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RegisterDb>().Feeds.Where(feed => feed.Name == course.Name && feed.HeldBy == me)
            .ExecuteUpdateAsync(feed => feed.SetProperty(f => f.HeldBy, (string?)null).SetProperty(f => f.HeldUntil, (DateTimeOffset?)null), CancellationToken.None);
    }

    private async Task Note(Course course, PortalException fault, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (now, what) = (clock.GetUtcNow(), $"{fault.Fault}: {fault.Message}");
        var mine = scope.ServiceProvider.GetRequiredService<RegisterDb>().Feeds.Where(feed => feed.Name == course.Name);
        await mine.ExecuteUpdateAsync(feed => feed.SetProperty(f => f.FailedAt, now).SetProperty(f => f.Fault, what), cancellationToken);
        if (fault.Fault is PortalFault.Cursor)    // this walk leads nowhere: the next begins anew
            await mine.ExecuteUpdateAsync(feed => feed.SetProperty(f => f.From, (DateTimeOffset?)null).SetProperty(f => f.To, (DateTimeOffset?)null)
                .SetProperty(f => f.After, (string?)null), cancellationToken);
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Feed {Feed} stopped ({Fault}): {What}")]
    public static partial void FeedFailed(ILogger log, string feed, PortalFault fault, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feed {Feed}: {Count} rows of a page were refused, the first because: {Reason}")]
    public static partial void RowsRefused(ILogger log, string feed, int count, string reason);
}
