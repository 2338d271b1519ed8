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

    /// <summary>The next that are due, at most so many, each of another person: they are ours now.</summary>
    public async Task<IReadOnlyList<InboxEntry>> Take(int most, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);    // once for the whole turn: opening costs as much as a small command
        while (true)
        {
            var now = clock.GetUtcNow();
            var next = await Next(InboxState.Held, most, now, cancellationToken);
            if (next.Count == 0)
                next = await Next(InboxState.Waiting, most, now, cancellationToken);
            if (next.Count == 0)
                return [];
            if (await Claimed(next, now, cancellationToken) is { Count: > 0 } ours)
                return ours;    // else another worker was first with all of them
        }
    }

    private async Task<IReadOnlyList<InboxEntry>> Claimed(List<InboxEntry> wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (positions, holder, until) = (wanted.ConvertAll(entry => entry.Position), Guid.CreateVersion7(now), now + Hold);
        var claimed = await db.Inbox
            .Where(e => positions.Contains(e.Position) && e.NotBefore <= now && (e.State == InboxState.Waiting || e.State == InboxState.Held))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, InboxState.Held).SetProperty(x => x.Holder, holder)
                .SetProperty(x => x.NotBefore, until), cancellationToken);
        if (claimed < wanted.Count)
            return await db.Inbox.AsNoTracking().Where(e => positions.Contains(e.Position) && e.Holder == holder).OrderBy(e => e.Position).ToListAsync(cancellationToken);
        foreach (var entry in wanted)
            (entry.State, entry.Holder, entry.NotBefore) = (InboxState.Held, holder, until);
        return wanted;
    }

    /// <summary>The first that are due in this state: asked for one state at a time, they are the next ones of an index, however many wait.</summary>
    private Task<List<InboxEntry>> Next(InboxState state, int most, DateTimeOffset now, CancellationToken cancellationToken) => db.Inbox.AsNoTracking()
        .Where(e => e.State == state && e.NotBefore <= now)
        .Where(e => !db.Inbox.Any(earlier => earlier.State == InboxState.Held && earlier.Lane == e.Lane && earlier.Position < e.Position))
        .Where(e => !db.Inbox.Any(earlier => earlier.State == InboxState.Waiting && earlier.Lane == e.Lane && earlier.Position < e.Position && earlier.NotBefore <= now))
        .OrderBy(e => e.Position).Take(most).ToListAsync(cancellationToken);

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

    /// <summary>Claimed and not begun: somebody else may have them.</summary>
    public async Task Release(IReadOnlyList<InboxEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var claim in entries.GroupBy(entry => entry.Holder))
        {
            var (holder, positions, now) = (claim.Key, claim.Select(entry => entry.Position).ToList(), clock.GetUtcNow());
            await db.Inbox.Where(e => positions.Contains(e.Position) && e.Holder == holder).ExecuteUpdateAsync(
                e => e.SetProperty(x => x.State, InboxState.Waiting).SetProperty(x => x.Holder, (Guid?)null).SetProperty(x => x.NotBefore, now), cancellationToken);
        }
    }

    /// <summary>For a service that knows itself to be alone: what a killed predecessor held is free at once.</summary>
    public Task Release(CancellationToken cancellationToken) =>
        db.Inbox.Where(e => e.State == InboxState.Held).ExecuteUpdateAsync(
            e => e.SetProperty(x => x.State, InboxState.Waiting).SetProperty(x => x.Holder, (Guid?)null)
                .SetProperty(x => x.NotBefore, x => x.ReceivedAt), cancellationToken);
}
