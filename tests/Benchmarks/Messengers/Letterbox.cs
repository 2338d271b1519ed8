using System.Collections.Concurrent;

namespace Benchmarks.Messengers;

/// <summary>What the made-up Telegram has taken over for each chat. Looks a few times a second; the moments are Telegram's own.</summary>
internal sealed class Letterbox : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private readonly TelegramProcess telegram;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Call>> chats = new();
    private readonly CancellationTokenSource closed = new();
    private int seen;

    public Letterbox(TelegramProcess telegram)
    {
        this.telegram = telegram;
        _ = Task.Run(Read);
    }

    /// <summary>The first message to this chat at or after this moment, and of this kind; null when none comes in time.</summary>
    public async Task<Call?> Wait(long chat, DateTimeOffset since, TimeSpan patience, Func<Call, bool>? isMeant = null)
    {
        var name = chat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        for (var until = DateTimeOffset.UtcNow + patience; DateTimeOffset.UtcNow < until; await Task.Delay(Look))
            if (chats.TryGetValue(name, out var letters) && letters.FirstOrDefault(letter => letter.At >= since && isMeant?.Invoke(letter) != false) is { } found)
                return found;
        return null;
    }

    public void Dispose() => closed.Cancel();

    private async Task Read()
    {
        while (!closed.IsCancellationRequested)
        {
            var calls = await telegram.CallsAfter(seen);
            seen += calls.Count;
            foreach (var call in calls.Where(call => call.IsMessage && call.Chat is not null))
                chats.GetOrAdd(call.Chat!, _ => new()).Enqueue(call);
            await Task.Delay(Look);
        }
    }
}
