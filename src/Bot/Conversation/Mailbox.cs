using System.Text.Json;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Puts what channels hear into the inbox, sealed and once. Only then may a channel say that it has it.</summary>
public sealed class Mailbox(IServiceScopeFactory scopes, Seal seal, Signals signals, TimeProvider clock) : IMailbox
{
    public async Task Receive(IncomingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            if (await db.Inbox.AnyAsync(seen => seen.Channel == message.Channel && seen.ExternalId == message.ExternalId, cancellationToken))
                return;
            db.Inbox.Add(Entry(message, Person.LaneOf(seal, message.Channel, message.Sender, message.Group is not null)));
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException again) when (Databases.IsDuplicate(again))
        {
            return;    // the same message came twice at once, and the other one was stored
        }
        catch (Exception fault) when (Databases.IsUnavailable(fault))
        {
            throw new StoreUnavailableException("The database does not take anything now.", fault);
        }

        signals.Inbox.Ring();
    }

    internal InboxEntry Entry(IncomingMessage message, string lane) => new()
    {
        Channel = message.Kind == MessageKind.Silence ? Silence : message.Channel,
        ExternalId = message.ExternalId,
        Lane = lane,
        Payload = seal.Close(JsonSerializer.SerializeToUtf8Bytes(message)),
        ReceivedAt = clock.GetUtcNow(),
        NotBefore = clock.GetUtcNow(),
    };

    internal IncomingMessage Read(InboxEntry entry) => JsonSerializer.Deserialize<IncomingMessage>(seal.OpenBytes(entry.Payload))!;

    /// <summary>Our own clock is a channel of its own in the inbox, so that its ids meet nobody else's.</summary>
    private const string Silence = "clock";
}
