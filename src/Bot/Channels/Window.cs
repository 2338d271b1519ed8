namespace Bot.Channels;

/// <summary>At most so many within any stretch of this length.</summary>
internal sealed class Window(int most, TimeSpan length)
{
    private readonly Queue<DateTimeOffset> past = new();

    /// <summary>Zero when one may pass now.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        while (past.TryPeek(out var first) && first + length <= now)
            past.Dequeue();
        return past.Count < most ? TimeSpan.Zero : past.Peek() + length - now;
    }

    /// <summary>How many may pass now.</summary>
    public int Room(DateTimeOffset now) => Wait(now) > TimeSpan.Zero ? 0 : most - past.Count;

    /// <summary>The clock was set: what has passed moves with it.</summary>
    public void Shift(TimeSpan by)
    {
        for (var left = past.Count; left > 0; left--)
            past.Enqueue(past.Dequeue() + by);
    }

    public void Pass(DateTimeOffset at)
    {
        if (most < int.MaxValue)
            past.Enqueue(at);
    }
}
