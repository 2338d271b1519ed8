using System.Collections.Concurrent;

namespace Bot.Storage;

/// <summary>
/// Writes what many bring, one transaction for all that came while the last was being written: a flood costs the disk few waits. One bad item
/// does not spoil the others: then each is written alone.
/// </summary>
/// <param name="most">Items in one transaction.</param>
/// <param name="write">Writes them all, or throws and has written none.</param>
internal sealed class Together<T>(int most, Func<IReadOnlyList<T>, Task> write) : IDisposable
{
    private readonly ConcurrentQueue<Item> waiting = new();
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Returns when this item is durable; throws what kept it from being written.</summary>
    public async Task Write(T what, CancellationToken cancellationToken)
    {
        var item = new Item(what);
        waiting.Enqueue(item);
        while (!item.IsOver)
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                if (!item.IsOver)    // else somebody wrote it with theirs
                    await WriteAll(Next());
            }
            finally
            {
                turn.Release();
            }
        }

        await item.Outcome;
    }

    public void Dispose() => turn.Dispose();

    private List<Item> Next()
    {
        List<Item> next = [];
        while (next.Count < most && waiting.TryDequeue(out var item))
            next.Add(item);
        return next;
    }

    private async Task WriteAll(IReadOnlyList<Item> items)
    {
        try
        {
            await write([.. items.Select(item => item.What)]);
            foreach (var item in items)
                item.End(null);
        }
        catch (Exception fault) when (items.Count > 1 && !Databases.IsUnavailable(fault))
        {
            foreach (var item in items)
                await WriteAll([item]);
        }
        catch (Exception fault)
        {
            foreach (var item in items)
                item.End(fault);
        }
    }

    private sealed class Item(T what)
    {
        private readonly TaskCompletionSource outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public T What => what;
        public bool IsOver => outcome.Task.IsCompleted;
        public Task Outcome => outcome.Task;

        public void End(Exception? fault)
        {
            if (fault is null)
                outcome.TrySetResult();
            else
                outcome.TrySetException(fault);
        }
    }
}
