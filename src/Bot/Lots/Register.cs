using Bot.Storage;
using Matching;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>
/// The register as this process holds it in memory: the index of lots and the places. Opened from its file or built at start, kept current
/// from the store, saved for the next start.
/// </summary>
public sealed class Register(IServiceScopeFactory scopes, Signals signals, SavedIndex saved, TimeProvider clock, ILogger<Register> log) : BackgroundService
{
    /// <summary>Other processes and nodes write, too, and do not ring.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>A killed service reads again what came in a quarter of a day, which takes seconds; and the disk is left in peace.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromHours(6);

    private const int Page = 2000;    // lots added in one go: a tenth of a second of one core
    private readonly TaskCompletionSource<LotIndex> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GrowingIndex? index;
    private DateTimeOffset nextSaving = DateTimeOffset.MaxValue;    // an index that was built elsewhere is not ours to save

    public Task<LotIndex> Index => ready.Task;
    public IReadOnlyDictionary<string, Place> Places { get; private set; } = new Dictionary<string, Place>();
    public Districts Districts { get; private set; } = new([]);

    /// <summary>Opens the saved index and takes in what has come since; without one that is of use, reads the whole store.</summary>
    public async Task Open(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        var places = await PlacesOf(db, cancellationToken);
        if (!await Lookups.AreThere(db, cancellationToken) || await saved.Open(db, places, cancellationToken) is not { } found)
        {
            await Build(db, places, cancellationToken);
            return;
        }

        var opened = new GrowingIndex(found.Index, found.Mark, unsaved: 0);
        var more = 0;
        while (await Take(db, opened, cancellationToken) is > 0 and var some)
            more += some;
        nextSaving = clock.GetUtcNow() + Between;
        Use(opened, places.ToDictionary(place => place.Code));
        Log.Opened(log, found.Index.Count, more);
    }

    /// <summary>Reads the whole store once, lot after lot.</summary>
    public async Task Build(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        await Build(db, await PlacesOf(db, cancellationToken), cancellationToken);
    }

    /// <summary>Takes an index that was built elsewhere.</summary>
    internal void Use(LotIndex lots, IReadOnlyDictionary<string, Place> known) => Use(new GrowingIndex(lots, default, unsaved: 0), known);

    /// <summary>Takes in what has come to the store since. Returns how many lots.</summary>
    public async Task<int> Refresh(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        if (!await Lookups.Complete(db, cancellationToken))
            return 0;
        await Index.WaitAsync(cancellationToken);
        return await Take(db, index!, cancellationToken);
    }

    /// <summary>Takes in lots that were stored just now, for somebody who waits for them. Returns how many there are.</summary>
    public async Task<int> Add(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var lots = await scope.ServiceProvider.GetRequiredService<RegisterDb>().Lots.Where(row => ids.Contains(row.Id)).Read(cancellationToken);
        await Index.WaitAsync(cancellationToken);
        await index!.Add(lots, upTo: null, cancellationToken);
        return lots.Count;
    }

    /// <summary>Saves the index for the next start, if anything has changed since the last time.</summary>
    public async Task Save(CancellationToken cancellationToken)
    {
        if (index is null || !saved.IsOn)
            return;
        nextSaving = clock.GetUtcNow() + Between;    // also when the disk is full now
        await using var scope = scopes.CreateAsyncScope();
        await index.Save(saved, scope.ServiceProvider.GetRequiredService<RegisterDb>(), cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (nextSaving < DateTimeOffset.MaxValue && !cancellationToken.IsCancellationRequested)    // out of time: the older file serves
            await Save(cancellationToken);
    }

    public override void Dispose()
    {
        index?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Index.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var bell = signals.Register.Next;
            try
            {
                while (await Refresh(stoppingToken) == Page)
                    await Task.Yield();
                if (clock.GetUtcNow() >= nextSaving)
                    await Save(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRefreshed(log, fault.GetType().Name);
            }

            await Signal.Wait(bell, Look, clock, stoppingToken);
        }
    }

    private static async Task<Place[]> PlacesOf(RegisterDb db, CancellationToken cancellationToken) =>
        [.. (await db.Places.Select(row => row.Document).ToListAsync(cancellationToken)).Select(Documents.Read<Place>)];

    private async Task Build(RegisterDb db, Place[] places, CancellationToken cancellationToken)
    {
        var last = await Position.Last(db, cancellationToken);
        var lots = LotIndex.Build(db.Lots.OrderBy(row => row.Id).Select(row => row.Document).AsEnumerable(), Documents.Read<Lot>, places);
        var mark = new IndexMark(last, 0);    // what came in while it was read is read again: adding a lot twice is harmless
        nextSaving = DateTimeOffset.MinValue;
        Use(new GrowingIndex(lots, mark, unsaved: lots.Count), places.ToDictionary(place => place.Code));
        Log.Built(log, lots.Count, Places.Count);
    }

    private void Use(GrowingIndex growing, IReadOnlyDictionary<string, Place> known)
    {
        (index, Places, Districts) = (growing, known, new Districts(known.Values));
        ready.TrySetResult(growing.Lots);
    }

    private static async Task<int> Take(RegisterDb db, GrowingIndex into, CancellationToken cancellationToken)
    {
        var rows = await into.Read.After(db.Lots).Take(Page).Select(row => new { row.Id, row.Changed, row.Document }).ToListAsync(cancellationToken);
        if (rows is [.., var last])
            await into.Add([.. rows.Select(row => Documents.Read<Lot>(row.Document))], new Position(last.Changed, last.Id), cancellationToken);
        return rows.Count;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Index built: {Lots} lots, {Places} places")]
    public static partial void Built(ILogger log, int lots, int places);

    [LoggerMessage(Level = LogLevel.Information, Message = "Index opened: {Lots} lots, {More} of them newer than its file")]
    public static partial void Opened(ILogger log, int lots, int more);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index could not be refreshed ({Fault}); trying again soon")]
    public static partial void NotRefreshed(ILogger log, string fault);
}
