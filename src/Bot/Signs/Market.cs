using Bot.Lots;
using Bot.Storage;
using Risk;
using Risk.Populations;

namespace Bot.Signs;

/// <summary>The population that this process compares lots with. It is renewed every night and never changes in between.</summary>
public sealed class Market(IServiceScopeFactory scopes, SignsSettings settings, TimeProvider clock, ILogger<Market> log)
{
    private volatile Population? now;

    /// <summary>Null until it was read for the first time.</summary>
    public Population? Now => now;

    /// <summary>Codes of checks that fire too often; the nightly count of base rates finds them.</summary>
    public IReadOnlySet<string> Muted { get; private set; } = new HashSet<string>();

    /// <summary>Reads the whole store. While a first fill of the store goes on there is nothing whole to read.</summary>
    public async Task Open(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        if (!await Lookups.AreThere(db, cancellationToken))
            return;
        var tables = new PopulationTables(Catalogue.Current) { LotsWholeFrom = settings.LotsWholeFrom, ContractsWholeFrom = settings.ContractsWholeFrom };
        var read = await new MarketReading(db).Fill(tables, 0, cancellationToken);
        now = await Task.Run(() => tables.AsOf(clock.GetUtcNow()), cancellationToken);
        Log.MarketRead(log, read);
    }
}

/// <summary>What the operator knows of the store that the signs are judged from (section "Signs").</summary>
public sealed record SignsSettings
{
    /// <summary>From when on the store holds every lot, every contract: sums over a buyer's year are complete from then on only.</summary>
    public DateOnly? LotsWholeFrom { get; init; }
    public DateOnly? ContractsWholeFrom { get; init; }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Population read: {Documents} documents")]
    public static partial void MarketRead(ILogger log, long documents);
}
