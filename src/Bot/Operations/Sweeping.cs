using Bot.Channels;

namespace Bot.Operations;

/// <summary>Every minute: finds what a dead worker of any node left behind. The same look as at start, for those who never stop.</summary>
public sealed class Sweeping(IServiceScopeFactory scopes, ILogger<Sweeping> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<Recovery>().Run(alone: false, stoppingToken) is > 0 and var found)
                    Log.Swept(log, found);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotSwept(log, fault.GetType().Name);
            }
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Found} messages were left by a worker that stopped")]
    public static partial void Swept(ILogger log, int found);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeping failed ({Fault}); trying again soon")]
    public static partial void NotSwept(ILogger log, string fault);
}
