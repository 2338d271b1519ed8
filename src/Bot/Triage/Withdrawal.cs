using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>After an author asked to be forgotten: takes away what the coordinators were told of the case, which quotes the author.</summary>
public sealed class Withdrawal(BotDb db, Groups groups, Seal seal)
{
    public async Task Of(Case theCase, CancellationToken cancellationToken)
    {
        var lanes = groups.Places.Select(place => groups.LaneOf(place.Channel, place.Address)).ToList();
        var told = await db.Outbox.Where(message => lanes.Contains(message.Lane) && message.CreatedAt >= theCase.OpenedAt && message.Payload != Sealed.Nothing)
            .ToListAsync(cancellationToken);
        foreach (var message in told.Where(message => IsAbout(theCase.Number, message)))
        {
            message.Payload = Sealed.Nothing;
            if (message.State is OutboxState.Pending or OutboxState.Held)
                message.State = OutboxState.Superseded;
        }
    }

    /// <summary>Every answer about a case names it by its number.</summary>
    private bool IsAbout(int number, OutboxMessage message) => message.Card is { } card
        ? card == $"case-{number}"
        : Regex.IsMatch(JsonSerializer.Deserialize<Reply>(seal.OpenBytes(message.Payload))!.Text, $@"№{number}\b");
}
