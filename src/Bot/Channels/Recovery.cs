using System.Text.Json;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>
/// Looks after messages that were leaving when a worker died. They may have arrived, so they are never sent again as they are. An
/// answer, for which somebody is waiting, is told once more with a word that it may be a repetition; an alert is not.
/// </summary>
public sealed class Recovery(BotDb db, OutboxQueue queue, IEnumerable<IChannel> channels, Phrasebook phrases, Seal seal, TimeProvider clock)
{
    /// <param name="alone">This service knows that no other node sends: nothing needs to expire first.</param>
    public async Task<int> Run(bool alone, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var repeatable = channels.Where(channel => channel.IsRepeatable).Select(channel => channel.Name).ToList();
        var lost = await db.Outbox.Where(m => m.State == OutboxState.Leaving && (alone || m.NotBefore <= now)).ToListAsync(cancellationToken);
        foreach (var message in lost)
            if (repeatable.Contains(message.Channel))
                (message.State, message.NotBefore) = (OutboxState.Pending, now);
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
        var reply = JsonSerializer.Deserialize<Reply>(seal.OpenBytes(message.Payload))!;
        var language = await db.People.Where(p => p.Lane == message.Lane).Select(p => p.Language).FirstOrDefaultAsync(cancellationToken);
        var edits = message.Card is not null && await queue.Hanging(message, cancellationToken) is not null;    // an edit done twice shows once
        var again = reply with { Text = phrases.Text("common.maybe_again", language ?? Phrasebook.Default) + "\n\n" + reply.Text };
        db.Outbox.Add(new OutboxMessage
        {
            Channel = message.Channel,
            Lane = message.Lane,
            Recipient = message.Recipient,
            Payload = seal.Close(JsonSerializer.SerializeToUtf8Bytes(edits ? reply : again)),
            Event = $"again:{message.Position}",
            Kind = OutboxKind.Alert,    // whatever happens to this one, there is no third
            Card = message.Card,
            CreatedAt = now,
            NotBefore = now,
        });
    }
}
