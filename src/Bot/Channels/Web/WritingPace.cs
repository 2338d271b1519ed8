using System.Collections.Concurrent;

namespace Bot.Channels.Web;

/// <summary>How fast one session may write: so many at once, refilled evenly over a minute.</summary>
internal sealed class WritingPace(WebSettings settings, TimeProvider time)
{
    private const int RememberedSessions = 10_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> emptyUntil = [];
    private readonly TimeSpan cost = TimeSpan.FromMinutes(1) / settings.MessagesPerMinute;

    /// <summary>Zero when the message may pass (it is counted then), else how long to wait.</summary>
    public TimeSpan Ask(string session)
    {
        var now = time.GetUtcNow();
        if (emptyUntil.Count > RememberedSessions)
            Forget(now);

        var wait = TimeSpan.Zero;
        emptyUntil.AddOrUpdate(session, _ => now + cost, (_, until) =>
        {
            var spent = (until > now ? until : now) + cost;
            wait = spent - now - TimeSpan.FromMinutes(1);
            return wait > TimeSpan.Zero ? until : spent;
        });
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var rested in emptyUntil.Where(entry => entry.Value <= now))
            emptyUntil.TryRemove(rested);
    }
}
