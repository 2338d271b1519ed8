using Bot.Storage;
using Matching;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>The register as this process holds it in memory: the index of lots and the places. Built at start, kept current from the store.</summary>
public sealed class Register(IServiceScopeFactory scopes, Signals signals, TimeProvider clock, ILogger<Register> log) : BackgroundService
{
    /// <summary>Other processes and nodes write, too, and do not ring.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private const int Page = 2000;    // lots added in one go: a tenth of a second of one core
    private readonly TaskCompletionSource<LotIndex> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Position read;

    public Task<LotIndex> Index => ready.Task;
    public IReadOnlyDictionary<string, Place> Places { get; private set; } = new Dictionary<string, Place>();
    public Districts Districts { get; private set; } = new([]);

    /// <summary>Reads the whole store once, lot after lot.</summary>
    public async Task Build(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        Place[] places = [.. (await db.Places.Select(row => row.Document).ToListAsync(cancellationToken)).Select(Documents.Read<Place>)];
        var last = await Position.Last(db, cancellationToken);
        var index = LotIndex.Build(db.Lots.OrderBy(row => row.Id).Select(row => row.Document).AsEnumerable().Select(Documents.Read<Lot>), places);
        read = last;    // what came in while it was read is read again: adding a lot twice is harmless
        Use(index, places.ToDictionary(place => place.Code));
        Log.Built(log, index.Count, Places.Count);
    }

    /// <summary>Takes an index that was built elsewhere.</summary>
    internal void Use(LotIndex index, IReadOnlyDictionary<string, Place> known)
    {
        (Places, Districts) = (known, new Districts(known.Values));
        ready.TrySetResult(index);
    }

    /// <summary>Takes in what has come to the store since. Returns how many lots.</summary>
    public async Task<int> Refresh(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        if (!await Lookups.Complete(db, cancellationToken))
            return 0;
        var rows = await read.After(db.Lots).Take(Page).Select(row => new { row.Id, row.Changed, row.Document }).ToListAsync(cancellationToken);
        var index = await Index;
        foreach (var row in rows)
            index.Add(Documents.Read<Lot>(row.Document));
        if (rows is [.., var last])
            read = new Position(last.Changed, last.Id);
        return rows.Count;
    }

    /// <summary>Takes in lots that were stored just now, for somebody who waits for them. Returns how many there are.</summary>
    public async Task<int> Add(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var lots = await scope.ServiceProvider.GetRequiredService<RegisterDb>().Lots.Where(row => ids.Contains(row.Id)).Read(cancellationToken);
        var index = await Index.WaitAsync(cancellationToken);
        foreach (var lot in lots)
            index.Add(lot);
        return lots.Count;
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
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRefreshed(log, fault.GetType().Name);
            }

            await Signal.Wait(bell, Look, clock, stoppingToken);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Index built: {Lots} lots, {Places} places")]
    public static partial void Built(ILogger log, int lots, int places);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index could not be refreshed ({Fault}); trying again soon")]
    public static partial void NotRefreshed(ILogger log, string fault);
}
