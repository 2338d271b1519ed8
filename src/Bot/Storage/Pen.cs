namespace Bot.Storage;

/// <summary>One holder at a time; the others stand in line, and those who receive messages stand in front.</summary>
internal sealed class Pen
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> front = new(), line = new();
    private bool isTaken;

    public async ValueTask Take(bool first, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (!isTaken)
            {
                isTaken = true;
                return;
            }

            (first ? front : line).Enqueue(turn);
        }

        await using var leaving = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    public void Give()
    {
        lock (gate)
        {
            while (front.TryDequeue(out var next) || line.TryDequeue(out next))
                if (next.TrySetResult())    // else they have left the line
                    return;
            isTaken = false;
        }
    }
}
