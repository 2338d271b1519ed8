namespace Fakes;

/// <summary>A clock that moves only when a test pushes it; timers fire during the push, in order.</summary>
public sealed class PushedClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>After this long in real time a test that waits for a wait fails.</summary>
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly List<PushedTimer> timers = [];
    private readonly List<(TimeSpan AtMost, TaskCompletionSource Waiter)> waiters = [];
    private DateTimeOffset now = start;

    public PushedClock() : this(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero)) { }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves the time and fires whatever falls due on the way.</summary>
    public void Push(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (NextDue(end) is { } timer)
            timer.Fire();
        lock (gate)
            now = end;
    }

    /// <summary>Completes when somebody waits on this clock for at most this long: then a push will wake them.</summary>
    public Task SomebodyWaits(TimeSpan atMost)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiters.Add((atMost, waiter));
            Wake();
        }

        return waiter.Task.WaitAsync(GiveUp);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PushedTimer(this, callback, state);
        timer.Change(dueTime, period);
        if (dueTime == TimeSpan.Zero)
            Push(TimeSpan.Zero);
        return timer;
    }

    private PushedTimer? NextDue(DateTimeOffset end)
    {
        lock (gate)
        {
            var timer = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (timer is null)
                return null;
            now = timer.Due > now ? timer.Due : now;
            if (timer.Period > TimeSpan.Zero)
                timer.Due += timer.Period;
            else
                timers.Remove(timer);
            return timer;
        }
    }

    private void Set(PushedTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = now + dueTime;
            timer.Period = period;
            timers.Add(timer);
            Wake();
        }
    }

    private void Wake()
    {
        foreach (var waiter in waiters.Where(waiter => timers.Exists(timer => timer.Due - now <= waiter.AtMost)).ToList())
        {
            waiters.Remove(waiter);
            waiter.Waiter.SetResult();
        }
    }

    private sealed class PushedTimer(PushedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }
        public TimeSpan Period { get; set; }
        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
