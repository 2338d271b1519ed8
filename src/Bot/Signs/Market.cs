using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Risk;
using Risk.Populations;

namespace Bot.Signs;

/// <summary>The population that this process compares lots with. It is renewed every night and never changes in between.</summary>
public sealed class Market(IServiceScopeFactory scopes, SavedMarket saved, SignsSettings settings, TimeProvider clock, ILogger<Market> log)
{
    private const string MutedMark = "signs:muted";
    private const int ManyLots = 100_000;
    private volatile Population? now;

    /// <summary>Null until it was read for the first time.</summary>
    public Population? Now => now;

    /// <summary>Codes of checks that fire too often; the nightly count of base rates finds them.</summary>
    public IReadOnlySet<string> Muted { get; private set; } = new HashSet<string>();

    /// <summary>The population of which it is known what fires too often: what nobody asked for is told by this one only. Null before the first count.</summary>
    public Population? Rated { get; private set; }

    /// <summary>Takes a population that was read elsewhere.</summary>
    internal void Use(Population known) => now = known;

    /// <summary>Lets every check judge, with the operator's dictionary and without what fires too often.</summary>
    public RiskReport Judge(CaseFile file) => Judge([file])[0];

    /// <summary>The same for several lots, in their order.</summary>
    public IReadOnlyList<RiskReport> Judge(IReadOnlyList<CaseFile> files) =>
        RiskCheck.Run([.. files.Select(file => file with { Muted = Muted })], settings.Catalogue);

    /// <summary>Takes the saved population with what has changed since; without one reads the whole store. Saves it when it says more than the file.</summary>
    public async Task Renew(CancellationToken cancellationToken)
    {
        await TakeNewest(cancellationToken);
        LetGo(now?.Lots.Count ?? 0);
    }

    private async Task TakeNewest(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        if (!await Lookups.AreThere(db, cancellationToken))    // a first fill goes on: there is nothing whole to read
            return;
        var reading = new MarketReading(db);
        var (tables, mark) = saved.Open() ?? (new PopulationTables(settings.Catalogue), 0);
        var last = await reading.LastStamp(cancellationToken);
        var read = await reading.Fill(tables, mark, cancellationToken);
        if (mark > last || tables.LotCount != await db.Lots.CountAsync(cancellationToken))    // the file is of another store, or of a later state of this one
            read = await reading.Fill(tables = new PopulationTables(settings.Catalogue), 0, cancellationToken);
        if (read > 0 || mark != last)    // else the file says it all already
            saved.Save(tables, last);
        Take(tables, clock.GetUtcNow(), read);
        if (Rated is null && await scope.ServiceProvider.GetRequiredService<BotDb>().Remembered(MutedMark, cancellationToken) is { } muted)
            (Muted, Rated) = (muted.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(code => !settings.ReviewedCodes.Contains(code)).ToHashSet(), now);
    }

    /// <summary>From now on these are context only, also after a new start of the service.</summary>
    internal async Task Mute(IReadOnlySet<string> codes, CancellationToken cancellationToken)
    {
        (Muted, Rated) = (codes, now);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await db.Remember(MutedMark, string.Join(',', codes.Order(StringComparer.Ordinal)), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The store as of a moment: from the file where nothing was written since it was saved, else read whole. Leaves the file alone.</summary>
    public async Task Read(DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await TakeAsOf(asOf, cancellationToken);
        LetGo(now?.Lots.Count ?? 0);
    }

    private async Task TakeAsOf(DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        var reading = new MarketReading(db);
        var read = 0L;
        if (saved.Open() is not var (tables, mark) || mark != await reading.LastStamp(cancellationToken)
            || tables.LotCount != await db.Lots.CountAsync(cancellationToken))
            read = await reading.Fill(tables = new PopulationTables(settings.Catalogue), 0, cancellationToken);
        Take(tables, asOf, read);
    }

    /// <summary>
    /// What making a large population leaves behind is hundreds of megabytes of arrays, which the collector by itself is in no hurry to give
    /// back; of a small one it is nothing worth a pause.
    /// </summary>
    private static void LetGo(int lots)
    {
        if (lots >= ManyLots)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private void Take(PopulationTables tables, DateTimeOffset asOf, long read)
    {
        (tables.LotsWholeFrom, tables.ContractsWholeFrom) = (settings.LotsWholeFrom, settings.ContractsWholeFrom);
        LetGo(tables.LotCount);    // of what the documents were read with
        var population = tables.AsOf(asOf);
        LetGo(tables.LotCount);    // of what the rows were put in order with
        population.Prepare();
        now = population;
        Log.MarketRead(log, read);
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Population ready, {Documents} documents read for it")]
    public static partial void MarketRead(ILogger log, long documents);
}
