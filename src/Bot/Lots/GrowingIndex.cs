using Bot.Storage;
using Matching;
using Procurement;

namespace Bot.Lots;

/// <summary>The index that grows with the store: knows how far it has read it, and what its file does not have yet.</summary>
internal sealed class GrowingIndex(LotIndex lots, IndexMark mark, long unsaved) : IDisposable
{
    /// <summary>While the index is saved nobody may even wait to add: those who search would queue up behind.</summary>
    private readonly SemaphoreSlim turn = new(1);

    public LotIndex Lots => lots;
    public Position Read => mark.Read;

    /// <summary>A fill that goes on has no position yet, and an index without one would be of no use.</summary>
    private bool IsWorthSaving => unsaved > 0 && mark.Read != default;

    /// <param name="upTo">How far the store has been read with these; null when they were asked for out of turn.</param>
    public Task Add(IReadOnlyCollection<Lot> more, Position? upTo, CancellationToken cancellationToken) => InTurn(() =>
    {
        foreach (var lot in more)
            lots.Add(lot);
        unsaved += more.Count;
        mark = new IndexMark(upTo ?? mark.Read, mark.Taken + more.Count);
        return Task.CompletedTask;
    }, cancellationToken);

    /// <summary>Writes it to its file, if anything has changed since the last time.</summary>
    public Task Save(SavedIndex file, RegisterDb db, CancellationToken cancellationToken) => InTurn(async () =>
    {
        if (IsWorthSaving && await file.Save(db, lots, mark, cancellationToken))
            unsaved = 0;
    }, cancellationToken);

    public void Dispose() => turn.Dispose();

    private async Task InTurn(Func<Task> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
        }
    }
}
