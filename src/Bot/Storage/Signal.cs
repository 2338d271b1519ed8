namespace Bot.Storage;

/// <summary>Tells waiting workers of this process that a table has something new. Only saves waiting: the table is the truth.</summary>
public sealed class Signal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Take this before looking into the table, await it after: what rings in between is not missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;
}

/// <summary>The bells: something came in, something wants to go out, something has gone out.</summary>
public sealed class Signals
{
    public Signal Inbox { get; } = new();
    public Signal Outbox { get; } = new();
    public Signal Sent { get; } = new();
}
