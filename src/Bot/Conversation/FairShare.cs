namespace Bot.Conversation;

/// <summary>
/// Who was heard often just now. While anybody else waits they let them go first: whoever sends hundreds of messages at once, alone or with others,
/// keeps nobody waiting but themselves. Of this process; used by one at a time.
/// </summary>
internal sealed class FairShare(TimeProvider clock)
{
    /// <summary>A story in short pieces with its pictures is rarely more than this within such a time.</summary>
    public const int Share = 5;
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    private const int Most = 500;    // asked for in one list; more than so many at once are no flood but a crowd

    private readonly Queue<(string Lane, DateTimeOffset At)> heard = new();
    private readonly Dictionary<string, int> counts = [];

    public void Hears(string lane)
    {
        heard.Enqueue((lane, clock.GetUtcNow()));
        counts[lane] = counts.GetValueOrDefault(lane) + 1;
    }

    /// <summary>Whose share is used up for now.</summary>
    public IReadOnlyList<string> UsedUp()
    {
        while (heard.TryPeek(out var first) && first.At + Time <= clock.GetUtcNow())
            if (--counts[heard.Dequeue().Lane] == 0)
                counts.Remove(first.Lane);
        return [.. counts.Where(count => count.Value >= Share).Select(count => count.Key).Take(Most)];
    }
}
