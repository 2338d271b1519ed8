using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Feeds;

/// <summary>How old the data is: of each feed for the operator, of all of it in one moment for people.</summary>
public sealed class Freshness(IPortal portal, RegisterDb db, TimeProvider clock) : IDataAge
{
    /// <summary>The feeds that a source has, with what is wrong with them. None when no portal is set.</summary>
    public async Task<IReadOnlyList<FeedAge>> Look(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await db.Feeds.ToDictionaryAsync(feed => feed.Name, cancellationToken);
        return [.. Course.All(PortalTime.InAstana(now).Year).Where(course => portal.Has(course.Feed)).Select(course =>
        {
            var feed = known.GetValueOrDefault(course.Name);
            return new FeedAge(course.Name, feed?.Since, IsOld(feed, course, now), feed?.Fault) { Promise = course.Promise };
        })];
    }

    /// <summary>
    /// What people see: how far lots have been read; without a portal, or where they reach further, the newest of what files brought.
    /// </summary>
    public async Task<DataAge> Now(CancellationToken cancellationToken)
    {
        var course = Course.Lots;
        var feed = await db.Feeds.AsNoTracking().SingleOrDefaultAsync(row => row.Name == course.Name, cancellationToken);
        var files = await db.Stamps.Where(stamp => stamp.Name == Intake.Files).Select(stamp => (long?)stamp.Last).SingleOrDefaultAsync(cancellationToken);
        var filed = files is { } last ? DateTimeOffset.FromUnixTimeMilliseconds(last) : (DateTimeOffset?)null;
        var (asOf, now) = (feed?.Since is null || filed > feed.Since ? filed ?? feed?.Since : feed.Since, clock.GetUtcNow());
        return new DataAge(asOf > now ? now : asOf, portal.Has(course.Feed) && IsOld(feed, course, now));
    }

    private static bool IsOld(FeedRow? feed, Course course, DateTimeOffset now) => feed?.DoneAt is null || now - feed.DoneAt > course.Promise;
}

/// <summary>How old one feed is, whether that is more than promised, and why the last attempt failed.</summary>
public sealed record FeedAge(string Name, DateTimeOffset? Since, bool IsOld, string? Fault)
{
    /// <summary>Older than this it should never be.</summary>
    public TimeSpan Promise { get; init; }
}
