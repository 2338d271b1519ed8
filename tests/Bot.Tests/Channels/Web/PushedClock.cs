namespace Bot.Tests.Channels.Web;

/// <summary>A clock that stands still until it is pushed; its timers ring at every push.</summary>
internal sealed class PushedClock : TimeProvider
{
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Push(TimeSpan by)
    {
        now += by;
        foreach (var timer in timers)
            timer.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        timers.Add(new Timer(callback, state));
        return timers[^1];
    }

    private sealed class Timer(TimerCallback callback, object? state) : ITimer
    {
        public void Ring() => callback(state);
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;
        public void Dispose() { }
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
