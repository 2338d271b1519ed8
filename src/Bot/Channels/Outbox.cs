using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Conversation;
using Bot.Storage;

namespace Bot.Channels;

/// <summary>The only sender anywhere: takes what the outbox holds to the channel it is for, and writes down what became of it.</summary>
public sealed class Outbox(
    IServiceScopeFactory scopes, IEnumerable<IChannel> channels, Seal seal, Signals signals, TimeProvider clock, ILogger<Outbox> log) : BackgroundService
{
    private const int Workers = 3;    // sends in parallel: what Telegram's documentation of bots advises without a pacing gate
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, IChannel> byName = channels.ToDictionary(channel => channel.Name);
    private readonly ConcurrentDictionary<string, DateTimeOffset> pausedUntil = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Work(stoppingToken)));

    private async Task Work(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var bell = signals.Outbox.Next;
            try
            {
                if (!await SendNext(cancellationToken))
                    await Task.WhenAny(bell, Task.Delay(Look, cancellationToken));
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Broke(log, fault.GetType().Name);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Sends the next message that is due. False when there is none.</summary>
    public async Task<bool> SendNext(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<OutboxQueue>();
        var open = byName.Keys.Where(name => !pausedUntil.TryGetValue(name, out var until) || until <= clock.GetUtcNow()).ToList();
        if (await queue.Take(open, cancellationToken) is not { } message)
            return false;
        var delivery = message.Card is not null && await queue.HasNewer(message, cancellationToken)
            ? new Delivery.Superseded()
            : await Send(queue, message, cancellationToken);
        await Settle(queue, message, delivery, cancellationToken);
        signals.Sent.Ring();
        return true;
    }

    /// <summary>What became of a message is known here alone: while the database is away it is kept, or the person would hear a repetition.</summary>
    private async Task Settle(OutboxQueue queue, OutboxMessage message, Delivery delivery, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await queue.Settle(message, delivery, cancellationToken);
                return;
            }
            catch (Exception fault) when (Databases.IsUnavailable(fault))
            {
                Log.Broke(log, fault.GetType().Name);
                await Task.Delay(Look, cancellationToken);
            }
        }
    }

    private async Task<Delivery> Send(OutboxQueue queue, OutboxMessage message, CancellationToken cancellationToken)
    {
        var reply = JsonSerializer.Deserialize<Reply>(seal.OpenBytes(message.Payload))!;
        var hanging = message.Card is null ? null : await queue.Hanging(message, cancellationToken);
        var delivery = await byName[message.Channel].Send(
            new Outgoing(message.Position, seal.Open(message.Recipient), reply, hanging), cancellationToken);
        if (delivery is Delivery.Later { PauseAll: true } pause)
            pausedUntil[message.Channel] = clock.GetUtcNow() + pause.After;
        if (delivery is not Delivery.Sent)
            Log.NotSent(log, message.Position, message.Channel, delivery.GetType().Name);
        return delivery;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {Position} on {Channel}: {Outcome}")]
    public static partial void NotSent(ILogger log, long position, string channel, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox stumbled ({Fault}); trying again soon")]
    public static partial void Broke(ILogger log, string fault);
}
