using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>The only sender of one channel: takes what is due through the gate, several at a time, and writes down what became of each.</summary>
internal sealed class Courier(
    IChannel channel, IServiceScopeFactory scopes, Seal seal, Groups groups, Departures departures, TimeProvider clock, ILogger<Outbox> log) : IDisposable
{
    private const int Most = 50;    // taken, or settled, in one transaction
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);    // other nodes and due retries ring no bell here

    /// <summary>Who is waited for goes first. Of one recipient each row is in order by itself: an answer may overtake alerts and cards.</summary>
    private static readonly OutboxKind[][] Rows = [[OutboxKind.Answer, OutboxKind.Notice], [OutboxKind.Card], [OutboxKind.Alert]];

    private readonly Gate gate = new(channel.Pace, clock);
    private readonly SendingClaim claim = new(channel.Name, clock);
    private readonly Together<(OutboxMessage Message, Delivery Delivery)> ledger = new(Most, settled => Settle(scopes, settled));
    private readonly List<(Task Sending, string Lane)> running = [];
    private readonly List<string> boards = [.. groups.Places.Where(place => place.Channel == channel.Name).Select(place => groups.LaneOf(place.Channel, place.Address))];

    /// <summary>How long until it is worth looking again, when no bell rings before.</summary>
    public TimeSpan Rest { get; private set; } = Look;

    /// <summary>Starts sending what may leave now, at most so many messages. Call it from one place at a time.</summary>
    /// <returns>The sendings that have begun; one is over when its outcome is written down.</returns>
    public async Task<IReadOnlyList<Task>> Start(int most, CancellationToken cancellationToken)
    {
        running.RemoveAll(one => one.Sending.IsCompleted);
        Rest = Look;
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<OutboxQueue>();
        if (channel.IsStored)
            return await queue.Publish(channel.Name, cancellationToken) > 0 ? [Task.CompletedTask] : [];
        if (!await Claimed(scope.ServiceProvider, cancellationToken))
            return [];
        List<Task> started = [];
        foreach (var kinds in Rows)
            while (Room(kinds[0], most - started.Count) is > 0 and var room
                && await queue.Take(channel.Name, kinds, Resting(), room, cancellationToken) is { Count: > 0 } taken)
                foreach (var message in taken)
                {
                    if (!await queue.IsOutdated(message, cancellationToken))
                        gate.Pass(message.Lane, groups.Own(message.Lane), message.Kind, clock.GetUtcNow());
                    started.Add(Task.Run(() => Send(message, cancellationToken), CancellationToken.None));
                    running.Add((started[^1], message.Lane));
                }

        return started;
    }

    /// <summary>Waits for what is on its way, and lets another node send.</summary>
    public async Task End()
    {
        try
        {
            await Task.WhenAll(running.Select(one => one.Sending));
        }
        catch (OperationCanceledException)
        {
            return;    // the database is away at the end: what was leaving is looked after at the next start
        }

        await using var scope = scopes.CreateAsyncScope();
        await claim.Release(scope.ServiceProvider.GetRequiredService<BotDb>(), CancellationToken.None);
    }

    public void Dispose() => ledger.Dispose();

    /// <summary>Done when one of those on their way is; none when nothing is on its way.</summary>
    public Task? AnyDone => running.Count == 0 ? null : Task.WhenAny(running.Select(one => one.Sending));

    /// <summary>How many may be taken now, of at most so many.</summary>
    private int Room(OutboxKind kind, int most)
    {
        var (room, wait) = gate.Room(kind);
        if (room == 0)
            Rest = wait < Rest ? wait : Rest;
        return new[] { room, most, channel.Pace.AtOnce - running.Count, kind == OutboxKind.Card ? FreeBoards() : Most }.Min();
    }

    /// <summary>Cards hang in few places and go to each one by one: where none is free, thousands that wait need not be searched.</summary>
    private int FreeBoards()
    {
        var resting = Resting();
        return boards.Count == 0 ? 1 : boards.Count(board => !resting.Contains(board) && !running.Exists(one => one.Lane == board && !one.Sending.IsCompleted));
    }

    private IReadOnlyList<string> Resting()
    {
        var (lanes, next) = gate.Resting();
        Rest = next < Rest ? next.Value : Rest;
        return lanes;
    }

    /// <summary>A node that begins to send learns from the ledger what left lately, and looks after what another node left lying.</summary>
    private async Task<bool> Claimed(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<BotDb>();
        var (held, isNew) = await claim.Hold(db, cancellationToken);
        if (!isNew)
            return held;
        if (!db.Database.IsSqlite())
            await services.GetRequiredService<Recovery>().RunOf(channel.Name, cancellationToken);
        if (await db.Remembered(PauseOf(channel.Name), cancellationToken) is { } pause)
            gate.Shut(DateTimeOffset.Parse(pause, CultureInfo.InvariantCulture));
        foreach (var (lane, kind, at) in await services.GetRequiredService<OutboxQueue>().Lately(channel.Name, Gate.Memory, cancellationToken))
            gate.Pass(lane, groups.Own(lane), kind, at);
        return true;
    }

    /// <summary>What became of a message is known here alone: while the database is away it is kept, or the person would hear a repetition.</summary>
    private async Task Send(OutboxMessage message, CancellationToken cancellationToken)
    {
        Delivery? delivery = null;
        while (true)
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var queue = scope.ServiceProvider.GetRequiredService<OutboxQueue>();
                delivery ??= await Deliver(queue, message, cancellationToken);
                departures.Arrive(message, delivery);
                if (delivery is Delivery.Later { PauseAll: true } pause)
                    await Pause(scope.ServiceProvider.GetRequiredService<BotDb>(), clock.GetUtcNow() + pause.After, cancellationToken);
                await ledger.Write((message, delivery), cancellationToken);
                departures.End(message);
                return;
            }
            catch (Exception fault) when (Databases.IsUnavailable(fault) || fault is IOException)
            {
                Log.Broke(log, fault.GetType().Name);
                await Task.Delay(Look, cancellationToken);
            }
    }

    private static async Task Settle(IServiceScopeFactory scopes, IReadOnlyList<(OutboxMessage Message, Delivery Delivery)> settled)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OutboxQueue>().Settle(settled.ToDictionary(one => one.Message.Position, one => one.Delivery), default);
    }

    private async Task<Delivery> Deliver(OutboxQueue queue, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await queue.IsOutdated(message, cancellationToken))
            return new Delivery.Superseded();
        var hanging = message.Card is null ? null : await queue.Hanging(message, cancellationToken);
        if (Opened(message, hanging) is not { } outgoing)
            return new Delivery.Refused("the key that it was sealed with is gone");
        departures.Leave(message);
        var delivery = await channel.Send(outgoing, CancellationToken.None);    // torn off, its outcome would be unknown
        if (delivery is not (Delivery.Sent or Delivery.Partly or Delivery.Held))
            Log.NotSent(log, message.Position, message.Channel, delivery.GetType().Name);
        return delivery;
    }

    private Outgoing? Opened(OutboxMessage message, string? hanging)
    {
        try
        {
            var reply = JsonSerializer.Deserialize<Reply>(seal.OpenBytes(message.Payload))!;
            return new Outgoing(message.Position, seal.Open(message.Recipient), reply, hanging) { Kind = message.Kind, Done = message.Parts, Begun = message.ExternalId };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task Pause(BotDb db, DateTimeOffset until, CancellationToken cancellationToken)
    {
        gate.Shut(until);
        await db.Remember(PauseOf(channel.Name), until.ToString("O", CultureInfo.InvariantCulture), cancellationToken);
    }

    /// <summary>The mark of how long the provider of a channel asked everybody to wait.</summary>
    public static string PauseOf(string channel) => "pause:" + channel;
}
