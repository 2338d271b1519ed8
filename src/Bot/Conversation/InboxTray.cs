using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.Conversation;

/// <summary>What this process has claimed of the inbox and not begun yet: claimed by the handful, since one claim costs three commands.</summary>
public sealed class InboxTray(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>Few enough that the last of them is begun long before its hold is over.</summary>
    private const int Handful = 16;

    private readonly ConcurrentQueue<InboxEntry> claimed = new();
    private readonly SemaphoreSlim reaching = new(1);
    private readonly FairShare share = new(clock);

    /// <summary>The next entry that is due, or null.</summary>
    public async Task<InboxEntry?> Next(CancellationToken cancellationToken)
    {
        if (First() is { } ready)
            return ready;
        await reaching.WaitAsync(cancellationToken);
        try
        {
            if (First() is { } meanwhile)
                return meanwhile;
            await using var scope = scopes.CreateAsyncScope();
            foreach (var entry in await scope.ServiceProvider.GetRequiredService<InboxQueue>().Take(Handful, cancellationToken, share.UsedUp()))
            {
                claimed.Enqueue(entry);
                share.Hears(entry.Lane);
            }

            return First();
        }
        finally
        {
            reaching.Release();
        }
    }

    /// <summary>At an orderly end: others need not wait until the holds expire.</summary>
    public async Task Empty(CancellationToken cancellationToken)
    {
        List<InboxEntry> left = [];
        while (First() is { } entry)
            left.Add(entry);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InboxQueue>().Release(left, cancellationToken);
    }

    public void Dispose() => reaching.Dispose();

    /// <summary>One whose hold is over may be in other hands already; one whose hold is nearly over is left to whoever claims it next.</summary>
    private InboxEntry? First()
    {
        while (claimed.TryDequeue(out var entry))
            if (entry.NotBefore > clock.GetUtcNow() + Holding.Enough)
                return entry;
        return null;
    }
}
