using Procurement;
using Risk;

namespace Bot.Signs;

/// <summary>
/// Every night, when the portal's nightly feeds are in: renews what lots are compared with, counts how often each check fires, and mutes
/// what fires too often. Every node does it for itself, as it holds its own population.
/// </summary>
public sealed class MarketKeeping(Market market, AllSigns signs, SignsSettings settings, TimeProvider clock, ILogger<MarketKeeping> log) : BackgroundService
{
    /// <summary>UTC; four in the morning in Astana, three hours after the nightly feeds begin.</summary>
    private static readonly TimeSpan At = TimeSpan.FromHours(23);

    /// <summary>Enough lots for a rate: the tenth part of them is told to within a third of a percent.</summary>
    private const int Sample = 40_000;

    /// <summary>With fewer lots that a check came to an answer for, a rate says nothing.</summary>
    private const int LeastEvaluable = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(UntilNext(clock.GetUtcNow()), clock, stoppingToken);
            try
            {
                await Renew(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRenewed(log, fault.GetType().Name);
            }
        }
    }

    /// <summary>Renews the population and the base rates now.</summary>
    public async Task Renew(CancellationToken cancellationToken)
    {
        await market.Renew(cancellationToken);
        if (market.Now is not { } population)
            return;
        var rates = new BaseRates(settings.Catalogue.Version, population.Version);
        await foreach (var page in signs.Judge(population.AsOf, Math.Max(1, population.Lots.Count / Sample), Count, cancellationToken))
            rates.Merge(page);
        await market.Mute(rates.MutedCodes(BaseRates.UsualMost, LeastEvaluable, settings.ReviewedCodes), cancellationToken);    // muted ones were counted, too
        foreach (var code in market.Muted)
            Log.Muted(log, code, (int)Math.Round(rates.Rates[code].Share * 100), rates.Rates[code].Evaluable);

        BaseRates Count(IEnumerable<(Lot Lot, RiskReport Report)> page)
        {
            var counted = new BaseRates(settings.Catalogue.Version, population.Version);
            foreach (var (_, report) in page)
                counted.Count(report);
            return counted;
        }
    }

    private static TimeSpan UntilNext(DateTimeOffset now)
    {
        var next = new DateTimeOffset(now.UtcDateTime.Date + At, TimeSpan.Zero);
        return (next > now ? next : next.AddDays(1)) - now;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "What lots are compared with could not be renewed ({Fault}); trying again tomorrow")]
    public static partial void NotRenewed(ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "{Code} fires on {Percent} % of {Lots} lots: it is told as context only until a person has looked and set Signs:Reviewed")]
    public static partial void Muted(ILogger log, string code, int percent, int lots);
}
