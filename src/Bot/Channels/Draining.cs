using Bot.Conversation;

namespace Bot.Channels;

/// <summary>Brings what waits in the spool into the inbox as soon as the store is back. Brought twice, it is stored once.</summary>
public sealed class Draining(Spool spool, IEnumerable<IReplay> channels, TimeProvider clock, ILogger<Spool> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
            try
            {
                if (await Drain(stoppingToken) is > 0 and var count)
                    Log.Drained(log, count);
            }
            catch (Exception fault) when (fault is StoreUnavailableException or IOException or UnauthorizedAccessException)
            {
                continue;    // the store is still away: everything stays where it is
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public Task<int> Drain(CancellationToken cancellationToken) => spool.Drain(async (name, payload) =>
    {
        if (channels.FirstOrDefault(channel => channel.Channel == name) is not { } channel)
            throw new StoreUnavailableException($"The channel {name} is off: what came on it waits.");
        await channel.Replay(payload, cancellationToken);
    });
}
