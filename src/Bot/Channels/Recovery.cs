using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>
/// Looks after messages that were leaving when a worker died. They may have arrived, so they are never sent again as they are. An
/// answer, for which somebody is waiting, is told once more with a word that it may be a repetition; an alert is not. A card is told until
/// it hangs: without it a tip would wait unseen. What surely had not left, or surely has arrived, is none of these.
/// </summary>
public sealed class Recovery(BotDb db, OutboxQueue queue, Repetition repetition, Departures departures, IEnumerable<IChannel> channels, TimeProvider clock)
{
    /// <param name="alone">This service knows that no other node sends: nothing needs to expire first.</param>
    public Task<int> Run(bool alone, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Settle(db.Outbox.Where(m => m.State == OutboxState.Leaving && (alone || m.NotBefore <= now)), alone ? departures.Read() : null, now, cancellationToken);
    }

    /// <summary>This node alone sends on a channel from now on: what another had begun there is nobody's.</summary>
    public Task<int> RunOf(string channel, CancellationToken cancellationToken) =>
        Settle(db.Outbox.Where(m => m.State == OutboxState.Leaving && m.Channel == channel), null, clock.GetUtcNow(), cancellationToken);

    private async Task<int> Settle(IQueryable<OutboxMessage> left, Departures.Known? known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = channels.Where(channel => channel.IsStored).Select(channel => channel.Name).ToList();
        var settlement = new Settlement(db, now);
        var lost = await left.ToListAsync(cancellationToken);
        foreach (var message in lost)
            if (message.Payload.IsNothing)
                message.State = OutboxState.Superseded;    // its words were taken away meanwhile, on somebody's wish
            else if (stored.Contains(message.Channel) || known?.HasLeft(message) == false)
                (message.State, message.NotBefore) = (OutboxState.Pending, now);
            else if (known?.Outcome(message) is { } delivery)
                await settlement.Write(message, delivery, cancellationToken);
            else
                await GiveUp(message, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return lost.Count;
    }

    private async Task GiveUp(OutboxMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (message.State, message.Reason) = (OutboxState.Unknown, "the service stopped while it was leaving");
        if (message.Kind == OutboxKind.Alert || (message.Card is not null && await queue.HasNewer(message, cancellationToken)))
            return;    // the newer version of the card shows all that this one did
        var isEdit = message.Card is not null && await queue.Hanging(message, cancellationToken) is not null;    // done twice, it shows once
        db.Outbox.Add(new OutboxMessage
        {
            Channel = message.Channel,
            Lane = message.Lane,
            Recipient = message.Recipient,
            Payload = isEdit ? message.Payload : await repetition.Of(message, cancellationToken),
            Event = $"again:{message.Position}",
            Kind = message.Kind == OutboxKind.Card ? OutboxKind.Card : OutboxKind.Alert,    // of an answer there is no third; a tip must be seen
            Card = message.Card,
            CreatedAt = now,
            NotBefore = now,
        });
    }
}
