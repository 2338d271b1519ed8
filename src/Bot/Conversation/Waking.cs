using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Rings when somebody was silent for as long as their step wanted to wait: puts a silence into the inbox, like any message.</summary>
public sealed class Waking(IServiceScopeFactory scopes, Mailbox mailbox, TimeProvider clock, ILogger<Waking> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await WakeDue(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.StoreAway(log, fault.GetType().Name);
            }
    }

    /// <returns>How many were woken now.</returns>
    public async Task<int> WakeDue(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (people, now) = (scope.ServiceProvider.GetRequiredService<BotDb>().People, clock.GetUtcNow());
        var due = await people.AsNoTracking().Where(person => person.WakeAt != null && person.WakeAt <= now).ToListAsync(cancellationToken);
        return due.Count == 0 ? 0 : await mailbox.Receive(due, cancellationToken);
    }
}
