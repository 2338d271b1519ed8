using Bot.Conversation;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A mailbox in memory that keeps each message once, and can be closed.</summary>
internal sealed class Mailbox : IMailbox
{
    private readonly Lock gate = new();
    private readonly List<IncomingMessage> messages = [];
    private readonly List<(int Count, TaskCompletionSource Waiter)> waiters = [];

    public bool Closed { get; set; }

    /// <summary>How often something was brought, stored or not.</summary>
    public int Brought { get; private set; }

    public IReadOnlyList<IncomingMessage> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    public Task Receive(IncomingMessage message, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Brought++;
            if (Closed)
                throw new StoreUnavailableException("closed for this test");
            if (messages.TrueForAll(known => known.ExternalId != message.ExternalId))
                messages.Add(message);
            foreach (var waiter in waiters.Where(waiter => messages.Count >= waiter.Count).ToList())
                waiter.Waiter.TrySetResult();
        }

        return Task.CompletedTask;
    }

    /// <summary>Completes when so many messages are here.</summary>
    public async Task<IReadOnlyList<IncomingMessage>> Wait(int count = 1)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (messages.Count >= count)
                return [.. messages];
            waiters.Add((count, waiter));
        }

        await waiter.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return Messages;
    }
}
