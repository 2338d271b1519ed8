namespace Bot.Triage;

/// <summary>The last tip and the last addition that there were at a moment.</summary>
internal readonly record struct Seen(int Tip, long Entry, DateTimeOffset At)
{
    public static readonly Seen Nothing = new(0, 0, DateTimeOffset.UnixEpoch);
}

/// <summary>
/// How far back one must look for tips that have no case yet: a minute or two, since whatever was being written then is done. Everything at the
/// start, now and then for what was missed, and when the clock was set back.
/// </summary>
internal sealed class Horizon
{
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(1), Whole = TimeSpan.FromMinutes(10);
    private Seen far = Seen.Nothing, near = Seen.Nothing;
    private DateTimeOffset whole = DateTimeOffset.UnixEpoch;

    public Seen From(DateTimeOffset now) => now >= near.At && now - whole < Whole ? far : Seen.Nothing;

    /// <summary>A look has found all that was due.</summary>
    public void Passed(int tip, long entry, DateTimeOffset now)
    {
        if (From(now) == Seen.Nothing)
            whole = now;
        if (now < near.At)
            (far, near) = (Seen.Nothing, Seen.Nothing);
        if (now - near.At >= Near)
            (far, near) = (near, new Seen(tip, entry, now));
    }
}
