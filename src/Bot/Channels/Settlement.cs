using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>From what a channel says about a message to what the ledger keeps of it. Whoever saves, saves it with the rest.</summary>
internal sealed class Settlement(BotDb db, DateTimeOffset now)
{
    public async Task Write(OutboxMessage message, Delivery delivery, CancellationToken cancellationToken)
    {
        switch (delivery)
        {
            case Delivery.Sent sent:
                (message.State, message.SentAt) = (OutboxState.Sent, now);
                message.ExternalId = sent.ExternalId is { Length: <= OutboxMessage.LongestId } id ? id : null;
                break;
            case Delivery.Superseded:
                message.State = OutboxState.Superseded;
                break;
            case Delivery.Unknown unknown:
                (message.State, message.Reason) = (OutboxState.Unknown, unknown.Reason);
                break;
            case Delivery.Refused { Gone: true } gone:
                (message.State, message.Reason) = (OutboxState.Dropped, gone.Reason);
                await LeaveAlone(message.Lane, gone.Reason, cancellationToken);
                break;
            case Delivery.Refused refused:
                (message.State, message.Reason) = (OutboxState.Refused, refused.Reason);
                break;
            case Delivery.Held held:
                (message.State, message.Reason) = (OutboxState.Held, held.Reason);
                break;
            case Delivery.Later later when now - message.CreatedAt > OutboxQueue.Stale:
                (message.State, message.Reason) = (OutboxState.Refused, "not delivered within a day: " + later.Reason);
                break;
            case Delivery.Later later:
                (message.State, message.NotBefore, message.Reason) = (OutboxState.Pending, now + later.After, later.Reason);
                break;
        }

        message.Reason = Short(message.Reason);
    }

    /// <summary>Who has blocked us hears nothing more, nor what was already written for them; coming back opens the door again.</summary>
    public async Task LeaveAlone(string lane, string reason, CancellationToken cancellationToken)
    {
        await db.People.Where(p => p.Lane == lane).ExecuteUpdateAsync(p => p.SetProperty(x => x.Stopped, true), cancellationToken);
        await db.Outbox.Where(m => m.Lane == lane && (m.State == OutboxState.Pending || m.State == OutboxState.Held)).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.State, OutboxState.Dropped).SetProperty(x => x.Reason, Short(reason)), cancellationToken);
    }

    private static string? Short(string? reason) => reason?.Length > OutboxMessage.LongestReason ? reason[..OutboxMessage.LongestReason] : reason;
}
