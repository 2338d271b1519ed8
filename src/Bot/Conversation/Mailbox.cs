using System.Text.Json;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Puts what channels hear into the inbox, sealed and once. Only then may a channel say that it has it.</summary>
public sealed class Mailbox : IMailbox, IDisposable
{
    private const int Most = 200;    // in one transaction: a second's worth of a flood, a fraction of a second to write

    private readonly IServiceScopeFactory scopes;
    private readonly Seal seal;
    private readonly Signals signals;
    private readonly TimeProvider clock;
    private readonly Together<InboxEntry> arrivals;

    public Mailbox(IServiceScopeFactory scopes, Seal seal, Signals signals, TimeProvider clock)
    {
        (this.scopes, this.seal, this.signals, this.clock) = (scopes, seal, signals, clock);
        arrivals = new(Most, Store);
    }

    public async Task Receive(IncomingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await arrivals.Write(Entry(message, Person.LaneOf(seal, message.Channel, message.Sender, message.Group is not null)), cancellationToken);
        }
        catch (Exception fault) when (Databases.IsUnavailable(fault))
        {
            throw new StoreUnavailableException("The database does not take anything now.", fault);
        }

        signals.Inbox.Ring();
    }

    /// <summary>People who were silent for as long as their step wanted to wait: each silence comes in like a message.</summary>
    /// <returns>How many were not known yet.</returns>
    internal async Task<int> Receive(IReadOnlyList<Person> silent, CancellationToken cancellationToken)
    {
        List<InboxEntry> silences = [.. silent.Select(person => Entry(Silence(person), person.Lane))];
        var fresh = await Unknown(silences, cancellationToken);
        await Task.WhenAll(fresh.Select(silence => arrivals.Write(silence, cancellationToken)));
        if (fresh.Count > 0)
            signals.Inbox.Ring();
        return fresh.Count;
    }

    public void Dispose() => arrivals.Dispose();

    private async Task Store(IReadOnlyList<InboxEntry> entries)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await db.Database.OpenConnectionAsync();    // once for both commands
        db.Inbox.AddRange(await Unknown(db, entries, default));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException again) when (entries.Count == 1 && Databases.IsDuplicate(again))
        {
            return;    // another node was first
        }
    }

    private async Task<IReadOnlyList<InboxEntry>> Unknown(IReadOnlyList<InboxEntry> entries, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Unknown(scope.ServiceProvider.GetRequiredService<BotDb>(), entries, cancellationToken);
    }

    private static async Task<IReadOnlyList<InboxEntry>> Unknown(BotDb db, IReadOnlyList<InboxEntry> entries, CancellationToken cancellationToken)
    {
        var (channels, ids) = (entries.Select(entry => entry.Channel).Distinct().ToList(), entries.Select(entry => entry.ExternalId).ToList());
        var known = (await db.Inbox.Where(seen => channels.Contains(seen.Channel) && ids.Contains(seen.ExternalId))
            .Select(seen => new { seen.Channel, seen.ExternalId }).ToListAsync(cancellationToken)).Select(seen => (seen.Channel, seen.ExternalId)).ToHashSet();
        return [.. entries.Where(entry => known.Add((entry.Channel, entry.ExternalId)))];
    }

    private InboxEntry Entry(IncomingMessage message, string lane) => new()
    {
        Channel = message.Kind == MessageKind.Silence ? Clock : message.Channel,
        ExternalId = message.ExternalId,
        Lane = lane,
        Payload = seal.Close(JsonSerializer.SerializeToUtf8Bytes(message)),
        ReceivedAt = clock.GetUtcNow(),
        NotBefore = clock.GetUtcNow(),
    };

    internal IncomingMessage Read(InboxEntry entry) => JsonSerializer.Deserialize<IncomingMessage>(seal.OpenBytes(entry.Payload))!;

    private IncomingMessage Silence(Person person) => new()
    {
        Channel = person.Channel,
        ExternalId = $"{person.Id:N}:{person.WakeAt!.Value.UtcTicks}",
        Sender = seal.Open(person.Address),
        Kind = MessageKind.Silence,
        SentAt = clock.GetUtcNow(),
    };

    /// <summary>Our own clock is a channel of its own in the inbox, so that its ids meet nobody else's.</summary>
    private const string Clock = "clock";
}
