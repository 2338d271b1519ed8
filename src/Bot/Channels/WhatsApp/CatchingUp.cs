using Bot.Conversation;
using Bot.Storage;

namespace Bot.Channels.WhatsApp;

/// <summary>After a message could not be taken, Twilio's list is read as soon as the store is open again: Twilio keeps what we could not.</summary>
internal sealed class CatchingUp(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private int missed;

    public void Missed() => Volatile.Write(ref missed, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Try(stoppingToken);
    }

    /// <returns>True when something had been missed and the list was read.</returns>
    public async Task<bool> Try(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref missed, 0) == 0)
            return false;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<Reconciliation>().Run(cancellationToken))
                return true;
        }
        catch (Exception fault) when (fault is StoreUnavailableException || Databases.IsUnavailable(fault))
        {
            Missed();    // still closed
            return false;
        }

        Missed();    // Twilio's list could not be read
        return false;
    }
}
