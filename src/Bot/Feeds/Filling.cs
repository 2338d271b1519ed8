using Bot.Storage;
using Procurement;

namespace Bot.Feeds;

/// <summary>
/// Brings in years of the past, day after day, beside the feeds of every day. It may be stopped and started at will: it goes on with the
/// page behind the last one that is in the store.
/// </summary>
public sealed class Filling(Feeder feeder, Errands errands, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Returns false when the portal did not give everything; the same call later goes on.</summary>
    public async Task<bool> Run(DateTimeOffset from, Action<FillProgress> tell, CancellationToken cancellationToken)
    {
        var (until, whole) = (clock.GetUtcNow(), true);
        foreach (var course in Course.Filling.Where(feeder.Reads))
        {
            await using (var scope = scopes.CreateAsyncScope())
                await FeedBook.Begin(scope.ServiceProvider.GetRequiredService<RegisterDb>(), course.Name, from, cancellationToken);
            var (started, first, pages) = (clock.GetUtcNow(), (DateTimeOffset?)null, 0L);
            whole &= await feeder.Run(course, until, feed =>
            {
                first ??= feed.From ?? feed.Since;
                pages++;
                tell(Progress(course, feed, first!.Value, until, clock.GetUtcNow() - started, pages));
            }, cancellationToken);
        }

        await errands.Run(cancellationToken);
        return whole;
    }

    /// <summary>All feeds of every day and night, once, now.</summary>
    public async Task<bool> Today(CancellationToken cancellationToken)
    {
        var whole = true;
        foreach (var course in Course.All(PortalTime.InAstana(clock.GetUtcNow()).Year))
            whole &= !feeder.Reads(course) || await feeder.Run(course, null, null, cancellationToken);
        await errands.Run(cancellationToken);
        return whole;
    }

    private static FillProgress Progress(Course course, FeedRow feed, DateTimeOffset first, DateTimeOffset until, TimeSpan passed, long pages)
    {
        var reached = feed.From ?? feed.Since!.Value;
        var done = (reached - first).TotalDays;
        TimeSpan? left = done > 0 ? passed * ((until - reached).TotalDays / done) : null;
        return new FillProgress(course.Name, reached, feed.Rows, pages, pages / Math.Max(passed.TotalSeconds, 0.001), left);
    }
}

/// <summary>How far a fill has come: the day reached, rows of it, pages of this run and their rate, and the time left at that rate.</summary>
public sealed record FillProgress(string Feed, DateTimeOffset Reached, long Rows, long Pages, double PagesPerSecond, TimeSpan? Left);
