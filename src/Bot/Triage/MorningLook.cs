using Bot.Conversation;
using Bot.Signs;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Risk.Populations;

namespace Bot.Triage;

/// <summary>
/// In the morning after the population was renewed: looks at every open case again and tells its group of new signs. What was told is
/// kept with the case in one transaction with the message, so a look that was cut short is simply made again.
/// </summary>
public sealed class MorningLook(IServiceScopeFactory scopes, Market market, TimeProvider clock, ILogger<MorningLook> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    /// <summary>Hours in Astana: the population is renewed at four, when telephones should be silent.</summary>
    private const int Morning = 8, Evening = 21;

    /// <summary>The population by which all open cases were looked at; gone with the process, as looking again tells nothing twice.</summary>
    private Population? looked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await LookAgain(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotLooked(log, fault.GetType().Name);
            }
    }

    /// <summary>Looks at all open cases, if they were not looked at since the last night. Returns how many of them changed.</summary>
    public async Task<int> LookAgain(CancellationToken cancellationToken)
    {
        if (market.Rated is not { } population || population == looked || PortalTime.InAstana(clock.GetUtcNow()).Hour is < Morning or >= Evening)
            return 0;
        var (changed, left) = (0, 0);
        foreach (var id in await Open(cancellationToken))
            try
            {
                changed += await One(id, cancellationToken) ? 1 : 0;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)    // also: somebody acts on the case just now
            {
                left++;
                Log.NotLooked(log, fault.GetType().Name);
            }

        looked = left == 0 ? population : looked;
        return changed;
    }

    private async Task<List<Guid>> Open(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Cases.Where(known => known.State == CaseState.New || known.State == CaseState.Claimed)
            .OrderBy(known => known.Number).Select(known => known.Id).ToListAsync(cancellationToken);
    }

    /// <summary>One case, one transaction.</summary>
    private async Task<bool> One(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var theCase = await db.Cases.SingleAsync(known => known.Id == id, cancellationToken);
        var tip = await db.Tips.SingleAsync(tip => tip.Id == theCase.TipId, cancellationToken);
        var notices = await scope.ServiceProvider.GetRequiredService<NewSigns>().Of(theCase, tip, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<Telling>().Others(notices, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return notices.Count > 0;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "An open case could not be looked at again ({Fault}); trying again soon")]
    public static partial void NotLooked(ILogger log, string fault);
}
