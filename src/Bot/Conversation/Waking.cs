using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Rings when somebody was silent for as long as their step wanted to wait: puts a silence into the inbox, like any message.</summary>
public sealed class Waking(IServiceScopeFactory scopes, Mailbox mailbox, Seal seal, Signals signals, TimeProvider clock, ILogger<Waking> log)
    : BackgroundService
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

    public async Task<int> WakeDue(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var now = clock.GetUtcNow();
        var due = await db.People.AsNoTracking().Where(person => person.WakeAt != null && person.WakeAt <= now).ToListAsync(cancellationToken);
        var woken = 0;
        foreach (var person in due)
            if (await Wake(db, person, cancellationToken))
                woken++;
        if (woken > 0)
            signals.Inbox.Ring();
        return woken;
    }

    private async Task<bool> Wake(BotDb db, Person person, CancellationToken cancellationToken)
    {
        var id = $"{person.Id:N}:{person.WakeAt!.Value.UtcTicks}";
        var silence = new IncomingMessage
        {
            Channel = person.Channel,
            ExternalId = id,
            Sender = seal.Open(person.Address),
            Kind = MessageKind.Silence,
            SentAt = clock.GetUtcNow(),
        };
        var entry = mailbox.Entry(silence, person.Lane);
        if (await db.Inbox.AnyAsync(seen => seen.Channel == entry.Channel && seen.ExternalId == id, cancellationToken))
            return false;
        db.Inbox.Add(entry);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException again) when (Databases.IsDuplicate(again))
        {
            db.ChangeTracker.Clear();    // another node was first
            return false;
        }
    }
}
