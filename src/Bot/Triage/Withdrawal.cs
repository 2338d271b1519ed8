using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>
/// After an author asked to be forgotten: takes away what the coordinators were told of the case, which quotes the author, here and in their
/// group. The card itself hangs on: its next version says nothing of the tip any more.
/// </summary>
public sealed class Withdrawal(BotDb db, Groups groups, Seal seal, TimeProvider clock)
{
    public async Task Of(Case theCase, CancellationToken cancellationToken)
    {
        var lanes = groups.Places.Select(place => groups.LaneOf(place.Channel, place.Address)).ToList();
        var told = await db.Outbox.Where(message => lanes.Contains(message.Lane) && message.CreatedAt >= theCase.OpenedAt && message.Payload != Sealed.Nothing)
            .ToListAsync(cancellationToken);
        foreach (var message in told.Where(message => IsAbout(theCase.Number, message)))
        {
            if (message is { Card: null, ExternalId: { } place })    // also of a long one that is half there
                db.Outbox.Add(Removal(message, place));
            message.Payload = Sealed.Nothing;
            if (message.State is OutboxState.Pending or OutboxState.Held)
                message.State = OutboxState.Superseded;
        }
    }

    private OutboxMessage Removal(OutboxMessage told, string place) => new()
    {
        Channel = told.Channel,
        Lane = told.Lane,
        Recipient = told.Recipient,
        Payload = seal.Close(JsonSerializer.SerializeToUtf8Bytes(new Reply("", []) { Removes = place })),
        Event = $"remove:{told.Position}",
        Kind = OutboxKind.Notice,
        CreatedAt = clock.GetUtcNow(),
        NotBefore = clock.GetUtcNow(),
    };

    /// <summary>Every answer about a case names it by its number.</summary>
    private bool IsAbout(int number, OutboxMessage message) => message.Card is { } card
        ? card == $"case-{number}"
        : Regex.IsMatch(JsonSerializer.Deserialize<Reply>(seal.OpenBytes(message.Payload))!.Text, $@"№{number}\b");
}
