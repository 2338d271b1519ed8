using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.Conversation;

/// <summary>What this process has claimed of the inbox and not begun yet: claimed by the handful, since one claim costs three commands.</summary>
public sealed class InboxTray(IServiceScopeFactory scopes, Holding holding) : IDisposable
{
    private const int Handful = 16;    // amortises the claim; another node that is idle would have them at once

    private readonly ConcurrentQueue<(InboxEntry Entry, IDisposable Hold)> claimed = new();
    private readonly SemaphoreSlim reaching = new(1);

    /// <summary>The next entry that is due, with its hold, to be disposed of when the entry is done; or null.</summary>
    public async Task<(InboxEntry Entry, IDisposable Hold)?> Next(CancellationToken cancellationToken)
    {
        if (claimed.TryDequeue(out var ready))
            return ready;
        await reaching.WaitAsync(cancellationToken);
        try
        {
            if (claimed.IsEmpty)    // else somebody reached before us
                await Reach(cancellationToken);
            return claimed.TryDequeue(out var first) ? first : null;
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
        while (claimed.TryDequeue(out var one))
        {
            one.Hold.Dispose();
            left.Add(one.Entry);
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InboxQueue>().Release(left, cancellationToken);
    }

    public void Dispose() => reaching.Dispose();

    private async Task Reach(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var entry in await scope.ServiceProvider.GetRequiredService<InboxQueue>().Take(Handful, cancellationToken))
            claimed.Enqueue((entry, holding.Keep(entry)));
    }
}
