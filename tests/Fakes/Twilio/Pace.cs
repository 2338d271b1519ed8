namespace Fakes.Twilio;

/// <summary>A purse of permits that fills evenly: so many at once, then one each so long.</summary>
internal sealed class Pace(int atOnce, TimeSpan each)
{
    private double permits = atOnce;
    private DateTimeOffset? seen;

    /// <summary>Takes a permit, or says how long until there is one.</summary>
    public TimeSpan TryTake(DateTimeOffset now)
    {
        if (seen is { } before && now > before)
            permits = Math.Min(atOnce, permits + (now - before) / each);
        seen = now;
        if (permits < 1)
            return TimeSpan.FromTicks((long)Math.Ceiling((1 - permits) * each.Ticks));
        permits--;
        return TimeSpan.Zero;
    }
}
