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
    public IReadOnlySet<string> Muted { get; internal set; } = new HashSet<string>();

    /// <summary>Takes a population that was read elsewhere.</summary>
    internal void Use(Population known) => now = known;

    /// <summary>Lets every check judge, with the operator's dictionary and without what fires too often.</summary>
    public RiskReport Judge(CaseFile file) => RiskCheck.Run(file with { Muted = Muted }, settings.Catalogue);

    /// <summary>Takes in what has changed since, as of now.</summary>
    public Task Renew(CancellationToken cancellationToken) => Read(clock.GetUtcNow(), cancellationToken);

    public Task Open(CancellationToken cancellationToken) => Read(clock.GetUtcNow(), cancellationToken);

    /// <summary>Reads the whole store as of a moment. While a first fill of the store goes on there is nothing whole to read.</summary>
    public async Task Read(DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        if (!await Lookups.AreThere(db, cancellationToken))
            return;
        var tables = new PopulationTables(settings.Catalogue) { LotsWholeFrom = settings.LotsWholeFrom, ContractsWholeFrom = settings.ContractsWholeFrom };
        var read = await new MarketReading(db).Fill(tables, 0, cancellationToken);
        now = await Task.Run(() => tables.AsOf(asOf), cancellationToken);
        Log.MarketRead(log, read);
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Population read: {Documents} documents")]
    public static partial void MarketRead(ILogger log, long documents);
}
