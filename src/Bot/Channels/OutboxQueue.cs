using Bot.Conversation;
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

    public async Task<OutboxMessage?> Take(IReadOnlyCollection<string> channels, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var next = await db.Outbox.AsNoTracking()
            .Where(m => m.State == OutboxState.Pending && m.NotBefore <= now && channels.Contains(m.Channel))
            .Where(m => !db.Outbox.Any(earlier => earlier.Lane == m.Lane && earlier.Position < m.Position
                && (earlier.State == OutboxState.Leaving || earlier.State == OutboxState.Pending)))
            .OrderBy(m => m.Position).FirstOrDefaultAsync(cancellationToken);
        if (next is null)
            return null;
        var taken = await db.Outbox.Where(m => m.Position == next.Position && m.State == OutboxState.Pending && m.Attempts == next.Attempts)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.State, OutboxState.Leaving).SetProperty(x => x.NotBefore, now + Hold)
                .SetProperty(x => x.Attempts, next.Attempts + 1), cancellationToken);
        return taken == 0 ? await Take(channels, cancellationToken) : await db.Outbox.SingleAsync(m => m.Position == next.Position, cancellationToken);
    }

    public Task<bool> HasNewer(OutboxMessage card, CancellationToken cancellationToken) =>
        db.Outbox.AnyAsync(m => m.Lane == card.Lane && m.Card == card.Card && m.Position > card.Position, cancellationToken);

    /// <summary>Where this card already hangs, by the channel's own id.</summary>
    public Task<string?> Hanging(OutboxMessage card, CancellationToken cancellationToken) =>
        db.Outbox.Where(m => m.Lane == card.Lane && m.Card == card.Card && m.ExternalId != null && m.Position < card.Position)
            .OrderByDescending(m => m.Position).Select(m => m.ExternalId).FirstOrDefaultAsync(cancellationToken);

    public async Task Settle(OutboxMessage message, Delivery delivery, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        switch (delivery)
        {
            case Delivery.Sent sent:
                (message.State, message.SentAt) = (OutboxState.Sent, now);
                message.ExternalId = message.Card is not null && sent.ExternalId is { Length: <= OutboxMessage.LongestId } id ? id : null;    // only cards are found again
                break;
            case Delivery.Superseded:
                message.State = OutboxState.Superseded;
                break;
            case Delivery.Unknown unknown:
                (message.State, message.Reason) = (OutboxState.Unknown, unknown.Reason);
                break;
            case Delivery.Refused refused:
                (message.State, message.Reason) = (OutboxState.Refused, refused.Reason);
                if (refused.Gone)
                    await db.People.Where(p => p.Lane == message.Lane).ExecuteUpdateAsync(p => p.SetProperty(x => x.Stopped, true), cancellationToken);
                break;
            case Delivery.Later later when now - message.CreatedAt > Stale:
                (message.State, message.Reason) = (OutboxState.Refused, "not delivered within a day: " + later.Reason);
                break;
            case Delivery.Later later:
                (message.State, message.NotBefore, message.Reason) = (OutboxState.Pending, now + later.After, later.Reason);
                break;
        }

        if (message.Reason?.Length > OutboxMessage.LongestReason)
            message.Reason = message.Reason[..OutboxMessage.LongestReason];
        await db.SaveChangesAsync(cancellationToken);
    }
}
