using Bot.Storage;

namespace Bot.Conversation;

/// <summary>Answers what is in the inbox, several people at a time. A message that breaks something is kept and tried again.</summary>
public sealed class Answering(
    IServiceScopeFactory scopes, InboxTray tray, Mailbox mailbox, IFileSource files, IComposing composing, Signals signals, ILogger<Answering> log)
    : BackgroundService
{
    private const int Workers = 4;    // people answered side by side; one slow tip must not hold up the others
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);    // other nodes and due retries ring no bell here
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);    // while the database is away

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await tray.Empty(cancellationToken);
        }
        catch (Exception away) when (Databases.IsUnavailable(away))
        {
            return;    // their holds expire
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Work(stoppingToken)));

    private async Task Work(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var bell = signals.Inbox.Next;
            try
            {
                if (!await AnswerNext(cancellationToken))
                    await Task.WhenAny(bell, Task.Delay(Look, cancellationToken));
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                Log.StoreAway(log, fault.GetType().Name);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Answers the next message that is due. False when there is none.</summary>
    public async Task<bool> AnswerNext(CancellationToken cancellationToken)
    {
        if (await tray.Next(cancellationToken) is not var (entry, hold))
            return false;
        using var held = hold;
        var holder = entry.Holder;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var message = mailbox.Read(entry);
            using var isComposing = composing.Begin(message);
            message = message with { Files = await files.Fetch(message, cancellationToken) };
            await scope.ServiceProvider.GetRequiredService<Dialogue>().Hear(entry, message, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotAnswered(log, entry.Position, entry.Attempts + 1, fault.GetType().Name, Where(fault));
            await GiveBack(entry, holder, cancellationToken);
        }

        return true;
    }

    /// <summary>While the database is away the entry stays in these hands: left behind, it would wait until its hold expires.</summary>
    private async Task GiveBack(InboxEntry entry, Guid? holder, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await Return(entry, holder, cancellationToken);
                return;
            }
            catch (Exception fault) when (Databases.IsUnavailable(fault))
            {
                Log.StoreAway(log, fault.GetType().Name);
                await Task.Delay(Look, cancellationToken);
            }
        }
    }

    /// <summary>A new unit of work, since the old one holds what could not be saved. The first time the person hears an apology.</summary>
    private async Task Return(InboxEntry entry, Guid? holder, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<InboxQueue>().Return(entry.Position, holder, cancellationToken))
            await scope.ServiceProvider.GetRequiredService<Apology>().Say(entry, cancellationToken);
    }

    /// <summary>Where it broke, without the message of the exception: that can quote what a person wrote.</summary>
    private static string Where(Exception fault) =>
        string.Join(" < ", (fault.StackTrace ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Contains("Bot.", StringComparison.Ordinal)).Take(5));
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Position} was not answered (try {Attempt}): {Fault} at {Where}")]
    public static partial void NotAnswered(ILogger log, long position, int attempt, string fault, string where);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Fault}); trying again soon")]
    public static partial void StoreAway(ILogger log, string fault);
}
