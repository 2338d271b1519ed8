using Bot.Storage;
using Matching;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>The register as this process holds it in memory: the index of lots and the places. Built at start, kept current from the store.</summary>
public sealed class Register(IServiceScopeFactory scopes, ILogger<Register> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A transaction that began earlier may commit later: look back a little each time. Adding a lot twice is harmless.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource<LotIndex> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset newest;
    private Dictionary<long, long> seen = [];

    public Task<LotIndex> Index => ready.Task;
    public IReadOnlyDictionary<string, Place> Places { get; private set; } = new Dictionary<string, Place>();
    public Districts Districts { get; private set; } = new([]);

    /// <summary>Reads the whole store once.</summary>
    public async Task Build(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var places = await db.References.Where(row => row.Table == ReferenceShelving.Places).Select(row => row.Document).ToListAsync(cancellationToken);
        var byCode = places.Select(Documents.Read<Place>).ToDictionary(place => place.Code);
        var rows = await db.Lots.AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.Document, row.Changed }).ToListAsync(cancellationToken);
        newest = rows.Count == 0 ? default : rows.Max(row => row.Changed);
        Use(LotIndex.Build(rows.Select(row => Documents.Read<Lot>(row.Document)), byCode.Values), byCode);
        Log.Built(log, rows.Count, Places.Count);
    }

    /// <summary>Takes an index that was built elsewhere.</summary>
    internal void Use(LotIndex index, IReadOnlyDictionary<string, Place> places)
    {
        (Places, Districts) = (places, new Districts(places.Values));
        ready.TrySetResult(index);
    }

    /// <summary>Takes in what has come to the store since.</summary>
    public async Task<int> Refresh(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var since = newest == default ? newest : newest - Overlap;
        var rows = await db.Lots.AsNoTracking().Where(row => row.Changed > since).OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Document, row.Changed, row.Digest }).ToListAsync(cancellationToken);
        var index = await Index;
        var fresh = 0;
        foreach (var row in rows.Where(row => !seen.TryGetValue(row.Id, out var digest) || digest != row.Digest))
        {
            index.Add(Documents.Read<Lot>(row.Document));
            fresh++;
        }

        seen = rows.ToDictionary(row => row.Id, row => row.Digest);
        if (rows.Count > 0)
            newest = rows.Max(row => row.Changed);
        return fresh;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Index.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Refresh(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRefreshed(log, fault.GetType().Name);
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
