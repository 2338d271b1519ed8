namespace Benchmarks.Schemes;

/// <summary>What is to happen on which day, beside the everyday.</summary>
internal sealed class Script
{
    private readonly PriorityQueue<Action<DateOnly>, (int Day, int Serial)> waiting = new();
    private int serial;

    public void On(DateOnly day, Action<DateOnly> happens) => waiting.Enqueue(happens, (Days.NextWorked(day).DayNumber, serial++));

    /// <summary>The next thing that is due on a day, null when none is.</summary>
    public Action<DateOnly>? Due(DateOnly day) =>
        waiting.TryPeek(out _, out var first) && first.Day <= day.DayNumber ? waiting.Dequeue() : null;
}
