using System.Collections.Concurrent;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>
/// Keeps the holds of this process alive for as long as their messages are being answered. A hold itself is short, so that what a killed node
/// had in its hands is taken up by another within seconds; a message that takes minutes (a large file, a slow search) loses nothing by that.
/// </summary>
public sealed class Holding(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Holding> log) : BackgroundService
{
    /// <summary>A hold that ends sooner is too short to begin with: with this much left one beat may fail, and the next still comes in time.</summary>
    public static readonly TimeSpan Enough = InboxQueue.Hold / 2;

    private static readonly TimeSpan Beat = InboxQueue.Hold / 4;

    private readonly ConcurrentDictionary<long, Guid?> held = new();

    /// <summary>The hold of this entry is in use until what is returned is disposed of.</summary>
    public IDisposable Keep(InboxEntry entry)
    {
        held[entry.Position] = entry.Holder;
        return new Use(this, new(entry.Position, entry.Holder));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Renew(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.StoreAway(log, fault.GetType().Name);
            }
    }

    /// <summary>Prolongs what has been held for a while; what was taken a moment ago needs nothing yet. Returns how many.</summary>
    public async Task<int> Renew(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var used = held.ToList();
        if (used.Count == 0)
            return 0;
        var (positions, holders, soon) = (used.ConvertAll(one => one.Key), used.Select(one => one.Value).Distinct().ToList(), now + InboxQueue.Hold - Beat);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Inbox
            .Where(entry => positions.Contains(entry.Position) && entry.State == InboxState.Held && holders.Contains(entry.Holder) && entry.NotBefore <= soon)
            .ExecuteUpdateAsync(entry => entry.SetProperty(e => e.NotBefore, now + InboxQueue.Hold), cancellationToken);
    }

    private sealed class Use(Holding holding, KeyValuePair<long, Guid?> use) : IDisposable
    {
        public void Dispose() => holding.held.TryRemove(use);
    }
}
