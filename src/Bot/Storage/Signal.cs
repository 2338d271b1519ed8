namespace Bot.Storage;

/// <summary>Tells waiting workers of this process that a table has something new. Only saves waiting: the table is the truth.</summary>
public sealed class Signal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Take this before looking into the table, await it after: what rings in between is not missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Waits for the bell or for the time after which one looks anyway: other processes write, too.</summary>
    public static async Task Wait(Task bell, TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(bell, Task.Delay(atMost, clock, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}

/// <summary>The bells: something came in, something wants to go out, something has gone out, the register has changed.</summary>
public sealed class Signals
{
    public Signal Inbox { get; } = new();
    public Signal Outbox { get; } = new();
    public Signal Sent { get; } = new();
    public Signal Register { get; } = new();
}
