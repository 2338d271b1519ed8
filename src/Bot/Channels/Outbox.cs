using Bot.Conversation;
using Bot.Storage;

namespace Bot.Channels;

/// <summary>The only sender anywhere: one courier for each channel, so that a slow one holds up nobody else.</summary>
public sealed class Outbox : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);    // while the database is away
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);    // a claim costs as much for one as for fifty: what comes in this time goes together
    private readonly List<Courier> couriers;
    private readonly Signals signals;
    private readonly TimeProvider clock;
    private readonly ILogger<Outbox> log;

    public Outbox(
        IServiceScopeFactory scopes, IEnumerable<IChannel> channels, Seal seal, Groups groups, Departures departures, Signals signals, TimeProvider clock,
        ILogger<Outbox> log)
    {
        couriers = [.. channels.Select(channel => new Courier(channel, scopes, seal, groups, departures, clock, log))];
        (this.signals, this.clock, this.log) = (signals, clock, log);
    }

    public override void Dispose()
    {
        couriers.ForEach(courier => courier.Dispose());
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(couriers.Select(courier => Work(courier, stoppingToken)));

    private async Task Work(Courier courier, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var bell = signals.Outbox.Next;
            try
            {
                var started = await courier.Start(int.MaxValue, cancellationToken);
                if (started.Count > 0)
                {
                    signals.Sent.Ring();
                    await Task.Delay(Breath, cancellationToken);
                }
                else
                    await Signal.Wait(courier.AnyDone is { } done ? Task.WhenAny(bell, done) : bell, courier.Rest, clock, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Broke(log, fault.GetType().Name);
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }

        await courier.End();
    }

    /// <summary>Sends the next message that may leave now, and waits until its outcome is written down. False when there is none.</summary>
    public async Task<bool> SendNext(CancellationToken cancellationToken)
    {
        foreach (var courier in couriers)
            if (await courier.Start(1, cancellationToken) is { Count: > 0 } started)
            {
                await Task.WhenAll(started);
                signals.Sent.Ring();
                return true;
            }

        return false;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {Position} on {Channel}: {Outcome}")]
    public static partial void NotSent(ILogger log, long position, string channel, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox stumbled ({Fault}); trying again soon")]
    public static partial void Broke(ILogger log, string fault);
}
