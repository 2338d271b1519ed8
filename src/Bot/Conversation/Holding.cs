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
    /// <summary>A third of a hold: one beat may fail, and the next still comes in time.</summary>
    private static readonly TimeSpan Beat = InboxQueue.Hold / 3;

    private readonly ConcurrentDictionary<long, Use> held = new();

    /// <summary>This entry's hold is in use until what is returned is disposed of.</summary>
    public IDisposable Keep(InboxEntry entry) => held[entry.Position] = new Use(this, entry.Position, entry.Holder!.Value, clock.GetUtcNow());

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
        var old = held.Values.Where(use => now - use.Since >= Beat / 2).Select(use => (Guid?)use.Holder).Distinct().ToList();
        if (old.Count == 0)
            return 0;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Inbox.Where(entry => entry.State == InboxState.Held && old.Contains(entry.Holder))
            .ExecuteUpdateAsync(entry => entry.SetProperty(e => e.NotBefore, now + InboxQueue.Hold), cancellationToken);
    }

    private sealed record Use(Holding Holding, long Position, Guid Holder, DateTimeOffset Since) : IDisposable
    {
        public void Dispose() => Holding.held.TryRemove(KeyValuePair.Create(Position, this));
    }
}
