using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Feeds;

/// <summary>How old the data is: of each feed for the operator, of all of it in one moment for people.</summary>
public sealed class Freshness(IPortal portal, RegisterDb db, TimeProvider clock)
{
    /// <summary>The feeds that a source has, with what is wrong with them. None when no portal is set.</summary>
    public async Task<IReadOnlyList<FeedAge>> Look(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await db.Feeds.ToDictionaryAsync(feed => feed.Name, cancellationToken);
        return [.. Course.All(PortalTime.InAstana(now).Year).Where(course => portal.Has(course.Feed)).Select(course =>
        {
            var feed = known.GetValueOrDefault(course.Name);
            return new FeedAge(course.Name, feed?.Since, now - feed?.DoneAt > course.Promise || feed?.DoneAt is null, feed?.Fault);
        })];
    }

    /// <summary>The moment whose state people see: how far lots have been read; without a portal, the newest of what files brought.</summary>
    public async Task<DateTimeOffset?> AsOf(CancellationToken cancellationToken)
    {
        var read = await db.Feeds.Where(feed => feed.Name == "Lots").Select(feed => feed.Since).SingleOrDefaultAsync(cancellationToken);
        var files = await db.Stamps.Where(stamp => stamp.Name == Intake.Files).Select(stamp => (long?)stamp.Last).SingleOrDefaultAsync(cancellationToken);
        var filed = files is { } last ? DateTimeOffset.FromUnixTimeMilliseconds(last) : (DateTimeOffset?)null;
        return read is null || filed > read ? filed ?? read : read;
    }

    /// <summary>The last attempt to read lots failed, or nobody has got any for longer than is promised.</summary>
    public async Task<bool> IsPortalSilent(CancellationToken cancellationToken) =>
        (await Look(cancellationToken)).Any(feed => feed is { Name: "Lots", IsOld: true } or { Name: "Lots", Fault: not null });
}

/// <summary>How old one feed is, whether that is more than promised, and why the last attempt failed.</summary>
public sealed record FeedAge(string Name, DateTimeOffset? Since, bool IsOld, string? Fault);
