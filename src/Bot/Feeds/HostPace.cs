namespace Bot.Feeds;

/// <summary>One queue before a host: so many requests a second and no more, those that somebody waits for in front.</summary>
internal sealed class HostPace : IDisposable
{
    /// <summary>A host that asks for more than this is asked again then, whatever it said: its clock may be wrong.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(5);

    private readonly TimeProvider clock;
    private readonly TimeSpan gap;
    private readonly long start;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> urgent = new(), ordinary = new();
    private TimeSpan free;    // the next request may go at this time since the start

    public HostPace(double perSecond, TimeProvider clock)
    {
        this.clock = clock;
        gap = TimeSpan.FromSeconds(1 / perSecond);
        start = clock.GetTimestamp();
        timer = clock.CreateTimer(_ => Call(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Completes when it is this request's turn.</summary>
    public async Task Turn(bool isUrgent, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
            (isUrgent ? urgent : ordinary).Enqueue(turn);
        Call();
        await using var leaving = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    /// <summary>Nobody goes before this time is over: the host asked for it.</summary>
    public void Hold(TimeSpan time)
    {
        var until = clock.GetElapsedTime(start) + (time < LongestHold ? time : LongestHold);
        lock (gate)
            free = free > until ? free : until;
    }

    public void Dispose() => timer.Dispose();

    private void Call()
    {
        lock (gate)
        {
            var now = clock.GetElapsedTime(start);
            while (now >= free && (urgent.TryDequeue(out var turn) || ordinary.TryDequeue(out turn)))
                if (turn.TrySetResult())    // one who left the queue costs no time
                    free = now + gap;
            if (urgent.Count + ordinary.Count > 0)
                timer.Change(Whole(free - now), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Timers count in milliseconds and must not ring early.</summary>
    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));
}
