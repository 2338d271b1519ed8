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
        var known = await Known([.. silent.Select(SilenceOf)], cancellationToken);
        List<InboxEntry> fresh = [.. silent.Where(person => !known.Contains(SilenceOf(person))).Select(person => Entry(Silence(person), person.Lane))];
        await Task.WhenAll(fresh.Select(silence => arrivals.Write(silence, cancellationToken)));
        if (fresh.Count > 0)
            signals.Inbox.Ring();
        return fresh.Count;
    }

    public void Dispose() => arrivals.Dispose();

    private async Task Store(IReadOnlyList<InboxEntry> entries)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BotDb>().Receive(entries);
    }

    private async Task<HashSet<string>> Known(List<string> silences, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Inbox.Where(seen => seen.Channel == Clock && silences.Contains(seen.ExternalId))
            .Select(seen => seen.ExternalId).ToHashSetAsync(cancellationToken);
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

    private static string SilenceOf(Person person) => $"{person.Id:N}:{person.WakeAt!.Value.UtcTicks}";

    private IncomingMessage Silence(Person person) => new()
    {
        Channel = person.Channel,
        ExternalId = SilenceOf(person),
        Sender = seal.Open(person.Address),
        Kind = MessageKind.Silence,
        SentAt = clock.GetUtcNow(),
    };

    /// <summary>Our own clock is a channel of its own in the inbox, so that its ids meet nobody else's.</summary>
    private const string Clock = "clock";
}
