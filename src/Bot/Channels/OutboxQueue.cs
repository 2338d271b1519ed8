using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>Hands out what is to be sent: one recipient's messages in order, one at a time; of a card only its newest version.</summary>
public sealed class OutboxQueue(BotDb db, TimeProvider clock)
{
    /// <summary>The longest that one try may take before it counts as crashed; above every channel's own time-out.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    /// <summary>What could not be sent for so long is no news any more.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromHours(24);

    /// <summary>The next messages of these kinds, which are in one order: at most so many, each to another recipient, and none of them to <paramref name="resting"/>.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> Take(
        string channel, OutboxKind[] kinds, IReadOnlyList<string> resting, int most, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);    // once for all that follows in this unit of work
        while (true)
        {
            var now = clock.GetUtcNow();
            var next = await db.Outbox.AsNoTracking()
                .Where(m => m.State == OutboxState.Pending && m.Channel == channel && kinds.Contains(m.Kind) && m.NotBefore <= now && !resting.Contains(m.Lane))
                .Where(m => !db.Outbox.Any(other => other.State == OutboxState.Leaving && other.Lane == m.Lane))
                .Where(m => !db.Outbox.Any(other => other.State == OutboxState.Pending && other.Lane == m.Lane && other.Position < m.Position && kinds.Contains(other.Kind)))
                .OrderBy(m => m.Position).Take(most).ToListAsync(cancellationToken);
            if (next.Count == 0)
                return [];
            if (await Claimed(next, now, cancellationToken) is { Count: > 0 } ours)
                return ours;    // else another worker was first with all of them
        }
    }

    private async Task<IReadOnlyList<OutboxMessage>> Claimed(List<OutboxMessage> wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (positions, until) = (wanted.ConvertAll(m => m.Position), now + Hold + TimeSpan.FromMicroseconds(Random.Shared.Next(Marks)));
        var claimed = await db.Outbox.Where(m => positions.Contains(m.Position) && m.State == OutboxState.Pending)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.State, OutboxState.Leaving).SetProperty(x => x.NotBefore, until)
                .SetProperty(x => x.Attempts, x => x.Attempts + 1), cancellationToken);
        if (claimed == wanted.Count)
        {
            wanted.ForEach(m => m.Attempts++);
            return wanted;
        }

        return await db.Outbox.AsNoTracking()
            .Where(m => positions.Contains(m.Position) && m.State == OutboxState.Leaving && m.NotBefore == until).OrderBy(m => m.Position).ToListAsync(cancellationToken);
    }

    /// <summary>A hold ends within a second after its time: the microsecond tells whose it is when two nodes reach for the same messages.</summary>
    private const int Marks = 1_000_000;

    /// <summary>On a channel where the stored reply is the delivery, everything is sent by saying so.</summary>
    public async Task<int> Publish(string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = db.Outbox.Where(m => m.State == OutboxState.Pending && m.Channel == channel && m.NotBefore <= now);
        if (!await due.AnyAsync(cancellationToken))
            return 0;    // the bell rings for other channels too, and looking keeps no writer waiting
        return await due.ExecuteUpdateAsync(
            m => m.SetProperty(x => x.State, OutboxState.Sent).SetProperty(x => x.SentAt, now).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancellationToken);
    }

    /// <summary>What left within this time, oldest first.</summary>
    public async Task<IReadOnlyList<(string Lane, OutboxKind Kind, DateTimeOffset At)>> Lately(string channel, TimeSpan time, CancellationToken cancellationToken)
    {
        const int Most = 10_000;    // more than any provider lets through in a minute
        var since = clock.GetUtcNow() - time;
        var rows = await db.Outbox.OrderByDescending(m => m.Position).Take(Most).Where(m => m.Channel == channel && m.SentAt > since)
            .Select(m => new { m.Lane, m.Kind, m.SentAt, m.Parts }).ToListAsync(cancellationToken);
        return [.. rows.SelectMany(row => Enumerable.Repeat((row.Lane, row.Kind, row.SentAt!.Value), Math.Max(1, row.Parts))).OrderBy(row => row.Value)];
    }

    /// <summary>A newer version of this card waits, so that this one need not be shown. One that is half there is shown to its end.</summary>
    public async Task<bool> IsOutdated(OutboxMessage message, CancellationToken cancellationToken) =>
        message is { Card: not null, Parts: 0 } && await HasNewer(message, cancellationToken);

    public Task<bool> HasNewer(OutboxMessage card, CancellationToken cancellationToken) =>
        db.Outbox.AnyAsync(m => m.Lane == card.Lane && m.Card == card.Card && m.Position > card.Position, cancellationToken);

    /// <summary>Where this card already hangs, by the channel's own id.</summary>
    public Task<string?> Hanging(OutboxMessage card, CancellationToken cancellationToken) =>
        db.Outbox.Where(m => m.Lane == card.Lane && m.Card == card.Card && m.ExternalId != null && m.Position < card.Position)
            .OrderByDescending(m => m.Position).Select(m => m.ExternalId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Writes down what became of messages that were taken.</summary>
    public async Task Settle(IReadOnlyDictionary<long, Delivery> deliveries, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var settlement = new Settlement(db, clock.GetUtcNow());
        foreach (var message in await db.Outbox.Where(m => deliveries.Keys.Contains(m.Position)).ToListAsync(cancellationToken))
            await settlement.Write(message, deliveries[message.Position], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// The provider says later what became of a message that it had accepted under this id, or of one whose fate was unknown. False while the
    /// sending is not written down yet.
    /// </summary>
    public async Task<bool> Report(long position, string externalId, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await db.Outbox.SingleOrDefaultAsync(m => m.Position == position, cancellationToken) is not { } row)
            return true;
        if (row.State == OutboxState.Unknown || (row.State == OutboxState.Sent && row.ExternalId == externalId))
            await new Settlement(db, clock.GetUtcNow()).Write(row, delivery, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return row.State != OutboxState.Leaving;
    }

    /// <summary>The recipient has blocked us or is no more, as something other than a message of the outbox has shown.</summary>
    public Task Abandon(string lane, string reason, CancellationToken cancellationToken) =>
        new Settlement(db, clock.GetUtcNow()).LeaveAlone(lane, reason, cancellationToken);

    /// <summary>The recipient can be written to again: what was held for that leaves now.</summary>
    public Task<int> Release(string lane, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Outbox.Where(m => m.Lane == lane && m.State == OutboxState.Held).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.State, OutboxState.Pending).SetProperty(x => x.NotBefore, now), cancellationToken);
    }
}
