namespace Bot.Channels;

/// <summary>Lets so many through a second, evenly; who comes late may catch up by a few.</summary>
internal sealed class Turnstile(double perSecond)
{
    private const int CatchUp = 2;    // a worker that was late by a tick of the system's clock must not lose its place
    private readonly TimeSpan step = TimeSpan.FromSeconds(1 / perSecond);
    private DateTimeOffset next = DateTimeOffset.UnixEpoch;

    /// <summary>Zero when one may pass now.</summary>
    public TimeSpan Wait(DateTimeOffset now) => next - step * CatchUp is var free && free > now ? free - now : TimeSpan.Zero;

    /// <summary>How many may pass now.</summary>
    public int Room(DateTimeOffset now)
    {
        if (step == TimeSpan.Zero)
            return int.MaxValue;
        var room = 0;
        for (var turn = next; turn - step * CatchUp <= now && room <= CatchUp; room++)
            turn = (turn > now ? turn : now) + step;
        return room;
    }

    /// <summary>The clock was set: whose turn it is next moves with it.</summary>
    public void Shift(TimeSpan by) => next += by;

    public void Pass(DateTimeOffset at) => next = (next > at ? next : at) + step;
}
