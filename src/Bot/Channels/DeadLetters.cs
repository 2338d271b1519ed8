using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>Messages that will not leave by themselves: the operator sees why, and lets them go out once more or drops them.</summary>
public sealed class DeadLetters(BotDb db, TimeProvider clock)
{
    private const int Most = 1000;    // on one screen nobody reads more

    public async Task<IReadOnlyList<DeadLetter>> List(CancellationToken cancellationToken) => await Dead(null).OrderBy(m => m.Position).Take(Most)
        .Select(m => new DeadLetter(m.Position, m.Channel, m.Kind, m.State, m.CreatedAt, m.Reason)).ToListAsync(cancellationToken);

    /// <summary>Sends them again on the operator's word. What is of unknown fate may then arrive twice; what was emptied meanwhile stays.</summary>
    /// <param name="position">Null for all.</param>
    public Task<int> Retry(long? position, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Dead(position).Where(m => m.Payload != Sealed.Nothing).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.State, OutboxState.Pending).SetProperty(x => x.NotBefore, now), cancellationToken);
    }

    public Task<int> Drop(long? position, CancellationToken cancellationToken) => Dead(position).ExecuteUpdateAsync(
        m => m.SetProperty(x => x.State, OutboxState.Dropped).SetProperty(x => x.Payload, Sealed.Nothing).SetProperty(x => x.Recipient, Sealed.Nothing),
        cancellationToken);

    private IQueryable<OutboxMessage> Dead(long? position) => db.Outbox
        .Where(m => (m.State == OutboxState.Refused || m.State == OutboxState.Unknown) && (position == null || m.Position == position));
}

/// <summary>One message that did not arrive, or of which nobody knows.</summary>
public sealed record DeadLetter(long Position, string Channel, OutboxKind Kind, OutboxState State, DateTimeOffset CreatedAt, string? Reason);
