using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>
/// Hands out inbox entries: one person's in order, one at a time; different people's side by side. A hold expires, so that an entry whose
/// worker died is taken up again. The same conditional update serves both databases and any number of nodes.
/// </summary>
public sealed class InboxQueue(BotDb db, TimeProvider clock)
{
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(12);    // after a kill others go on within 15 s; Holding prolongs what takes longer
    public const int MostAttempts = 6;    // after about two hours of trying a person must look

    public async Task<InboxEntry?> Take(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);    // once for the whole turn: opening costs as much as a small command
        var now = clock.GetUtcNow();
        if (await Next(InboxState.Held, now, cancellationToken) is not { } next && (next = await Next(InboxState.Waiting, now, cancellationToken)) is null)
            return null;

        var holder = Guid.CreateVersion7(now);
        var taken = await db.Inbox
            .Where(e => e.Position == next.Position && e.State == next.State && e.NotBefore == next.NotBefore && e.Holder == next.Holder)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, InboxState.Held).SetProperty(x => x.Holder, holder)
                .SetProperty(x => x.NotBefore, now + Hold), cancellationToken);
        return taken == 0 ? await Take(cancellationToken) : await db.Inbox.SingleAsync(e => e.Position == next.Position, cancellationToken);
    }

    /// <summary>The first that is due in this state: asked for one state at a time, it is the next one of an index, however many wait.</summary>
    private Task<InboxEntry?> Next(InboxState state, DateTimeOffset now, CancellationToken cancellationToken) => db.Inbox.AsNoTracking()
        .Where(e => e.State == state && e.NotBefore <= now)
        .Where(e => !db.Inbox.Any(earlier => earlier.State == InboxState.Held && earlier.Lane == e.Lane && earlier.Position < e.Position))
        .Where(e => !db.Inbox.Any(earlier => earlier.State == InboxState.Waiting && earlier.Lane == e.Lane && earlier.Position < e.Position && earlier.NotBefore <= now))
        .OrderBy(e => e.Position).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Something broke while answering: keep the message and try again later, at growing distances.</summary>
    /// <returns>True for the first time. Nothing happens when the hold was lost: the entry is in other hands, or done.</returns>
    public async Task<bool> Return(long position, Guid? holder, CancellationToken cancellationToken)
    {
        if (await db.Inbox.SingleOrDefaultAsync(e => e.Position == position && e.Holder == holder, cancellationToken) is not { } entry)
            return false;
        entry.Attempts++;
        entry.Holder = null;
        entry.State = entry.Attempts < MostAttempts ? InboxState.Waiting : InboxState.SetAside;
        entry.NotBefore = clock.GetUtcNow() + TimeSpan.FromSeconds(5 * Math.Pow(4, entry.Attempts - 1));
        await db.SaveChangesAsync(cancellationToken);
        return entry.Attempts == 1;
    }

    /// <summary>For a service that knows itself to be alone: what a killed predecessor held is free at once.</summary>
    public Task Release(CancellationToken cancellationToken) =>
        db.Inbox.Where(e => e.State == InboxState.Held).ExecuteUpdateAsync(
            e => e.SetProperty(x => x.State, InboxState.Waiting).SetProperty(x => x.Holder, (Guid?)null)
                .SetProperty(x => x.NotBefore, x => x.ReceivedAt), cancellationToken);
}
