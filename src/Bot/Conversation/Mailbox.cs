using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>
/// Puts what channels hear into the inbox, sealed and once. Only then may a channel say that it has it. What arrives while a transaction is
/// being written goes into the next one together, so that a flood costs the disk few waits.
/// </summary>
public sealed class Mailbox(IServiceScopeFactory scopes, Seal seal, Signals signals, TimeProvider clock) : IMailbox, IDisposable
{
    private const int Most = 200;    // in one transaction: a second's worth of a flood, a fraction of a second to write

    private readonly ConcurrentQueue<Arrival> waiting = new();
    private readonly SemaphoreSlim pen = new(1);

    public async Task Receive(IncomingMessage message, CancellationToken cancellationToken)
    {
        var arrival = new Arrival(Entry(message, Person.LaneOf(seal, message.Channel, message.Sender, message.Group is not null)));
        waiting.Enqueue(arrival);
        while (!arrival.IsOver)
        {
            await pen.WaitAsync(cancellationToken);
            try
            {
                if (!arrival.IsOver)    // else somebody wrote it with theirs
                    await Write(Next());
            }
            finally
            {
                pen.Release();
            }
        }

        await arrival.Outcome;
        signals.Inbox.Ring();
    }

    public void Dispose() => pen.Dispose();

    private List<Arrival> Next()
    {
        List<Arrival> next = [];
        while (next.Count < Most && waiting.TryDequeue(out var arrival))
            next.Add(arrival);
        return next;
    }

    private async Task Write(List<Arrival> arrivals)
    {
        try
        {
            await Store([.. arrivals.Select(arrival => arrival.Entry)]);
            arrivals.ForEach(arrival => arrival.End(null));
        }
        catch (DbUpdateException again) when (Databases.IsDuplicate(again))
        {
            await OneByOne(arrivals);    // another node was first with one of them
        }
        catch (Exception fault)
        {
            arrivals.ForEach(arrival => arrival.End(fault));
        }
    }

    private async Task OneByOne(List<Arrival> arrivals)
    {
        foreach (var arrival in arrivals)
            try
            {
                await Store([arrival.Entry]);
                arrival.End(null);
            }
            catch (Exception fault)
            {
                arrival.End(Databases.IsDuplicate(fault) ? null : fault);
            }
    }

    private async Task Store(IReadOnlyList<InboxEntry> entries)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var (channels, ids) = (entries.Select(entry => entry.Channel).Distinct().ToList(), entries.Select(entry => entry.ExternalId).ToList());
        var known = (await db.Inbox.Where(seen => channels.Contains(seen.Channel) && ids.Contains(seen.ExternalId))
            .Select(seen => new { seen.Channel, seen.ExternalId }).ToListAsync()).Select(seen => (seen.Channel, seen.ExternalId)).ToHashSet();
        db.Inbox.AddRange(entries.Where(entry => known.Add((entry.Channel, entry.ExternalId))));
        await db.SaveChangesAsync();
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

    /// <summary>A message that waits for its transaction.</summary>
    private sealed class Arrival(InboxEntry entry)
    {
        private readonly TaskCompletionSource outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public InboxEntry Entry => entry;
        public bool IsOver => outcome.Task.IsCompleted;
        public Task Outcome => outcome.Task;

        public void End(Exception? fault)
        {
            if (fault is null)
                outcome.TrySetResult();
            else
                outcome.TrySetException(Databases.IsUnavailable(fault) ? new StoreUnavailableException("The database does not take anything now.", fault) : fault);
        }
    }
}
