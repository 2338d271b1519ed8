using Procurement;

namespace Bot.Feeds;

/// <summary>The rules of a walk over one feed: where it begins, what it asks, when it is over.</summary>
internal static class Walk
{
    /// <summary>A feed that has never been read begins so long ago; more is what "sync --from" is for.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(2);

    public static void Begin(FeedRow feed, Course course, DateTimeOffset now)
    {
        var since = feed.Since ?? now - FirstLook;
        (feed.From, feed.To) = course.Stride switch
        {
            Stride.Changes => (since - course.Overlap, now),
            Stride.Days => (since - course.Overlap, Earlier(EndOfDay(since), now)),
            _ => ((DateTimeOffset?)null, now),
        };
        (feed.After, feed.Rows, feed.Pages, feed.Total, feed.Greatest) = (null, 0, 0, null, null);
    }

    public static PortalQuery Question(FeedRow feed, Course course) => new(course.Feed)
    {
        From = feed.From,
        To = course.Stride is Stride.Changes or Stride.Days ? feed.To : null,
        After = feed.After,
        Year = course.Year,
        Table = course.Table,
    };

    /// <summary>Notes a page. Returns whether it was the last one of the walk.</summary>
    /// <exception cref="PortalException">The source leads in a circle.</exception>
    public static bool Take(FeedRow feed, Course course, PortalPage page, DateTimeOffset now)
    {
        if (page.Next is not null && page.Next == feed.After)
            throw new PortalException(PortalFault.Cursor, $"The feed {feed.Name} gave the same place to go on from twice.");
        var greatest = page.Rows.Select(row => IdOf(row.Record)).DefaultIfEmpty().Max();
        (feed.Rows, feed.Pages, feed.Total) = (feed.Rows + page.Rows.Count, feed.Pages + 1, page.Total ?? feed.Total);
        feed.Greatest = Math.Max(feed.Greatest ?? 0, greatest ?? 0);
        (feed.FailedAt, feed.Fault) = (null, null);
        if (page.Next is not null && !(course.Stride is Stride.Newest && page.Smallest <= feed.Reached))
        {
            feed.After = page.Next;
            return false;
        }

        feed.DoneAt = now;
        if (!page.IsStandIn)    // another source's rows are welcome, but what changed meanwhile is still to be read where it changed
            feed.Since = feed.To;
        if (course.Stride is Stride.Newest)
            feed.Reached = Math.Max(feed.Reached ?? 0, feed.Greatest ?? 0);
        (feed.From, feed.To, feed.After) = (null, null, null);
        return true;
    }

    private static long? IdOf(object? record) => record switch
    {
        PlanItem plan => plan.Id,
        _ => null,
    };

    private static DateTimeOffset EndOfDay(DateTimeOffset moment) => PortalTime.At(PortalTime.InAstana(moment).Date.AddDays(1));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
