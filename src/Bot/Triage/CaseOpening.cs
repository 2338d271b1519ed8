using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>
/// Opens a case for every new tip and draws its card; draws it anew when the author has added something, answered or withdrawn. It looks
/// into the tables again and again rather than being told: whatever was missed by a crash is found by a later look.
/// </summary>
public sealed class CaseOpening(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CaseOpening> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private const int Page = 50;
    private readonly Horizon horizon = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await OpenAndRedraw(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotOpened(log, fault.GetType().Name);
            }
    }

    public async Task<int> OpenAndRedraw(CancellationToken cancellationToken)
    {
        var work = 0;
        foreach (var id in await Due(cancellationToken))
            work += await One(id, cancellationToken) ? 1 : 0;
        return work;
    }

    private async Task<List<Guid>> Due(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var due = await Due(db, horizon.From(clock.GetUtcNow()), cancellationToken);
        if (due.Count < Page)    // else there is more of the same
            horizon.Passed(await db.Tips.MaxAsync(tip => (int?)tip.Number, cancellationToken) ?? 0,
                await db.TipEntries.MaxAsync(entry => (long?)entry.Position, cancellationToken) ?? 0, clock.GetUtcNow());
        return due;
    }

    private static async Task<List<Guid>> Due(BotDb db, Seen since, CancellationToken cancellationToken)
    {
        var (cases, entries) = (db.Cases, db.TipEntries);
        var fresh = await db.Tips.Where(tip => tip.Number > since.Tip && !cases.Any(known => known.TipId == tip.Id)).OrderBy(tip => tip.Number)
            .Select(tip => tip.Id).Take(Page).ToListAsync(cancellationToken);
        var changed = await (from tip in db.Tips
                             join known in cases on tip.Id equals known.TipId
                             where tip.ChangedAt >= since.At && tip.Version != known.ShownTipVersion
                             orderby known.Number
                             select tip.Id).Take(Page).ToListAsync(cancellationToken);
        var told = await (from entry in entries
                          join known in cases on entry.TipId equals known.TipId
                          where entry.Position > since.Entry && entry.Position > known.ShownEntry
                          select entry.TipId).Distinct().Take(Page).ToListAsync(cancellationToken);
        return [.. fresh.Concat(changed).Concat(told).Distinct()];
    }

    /// <summary>One tip, one transaction. When another node was first, or the tip changed meanwhile, the next look finds what is left.</summary>
    private async Task<bool> One(Guid tipId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var tip = await db.Tips.SingleAsync(tip => tip.Id == tipId, cancellationToken);
        var theCase = await db.Cases.SingleOrDefaultAsync(known => known.TipId == tipId, cancellationToken);
        if (theCase is null)
        {
            theCase = new Case { Id = Guid.CreateVersion7(clock.GetUtcNow()), TipId = tip.Id, Number = tip.Number, OpenedAt = tip.FiledAt };
            db.Cases.Add(theCase);
        }

        if (tip.IsForgotten)
            await scope.ServiceProvider.GetRequiredService<Withdrawal>().Of(theCase, cancellationToken);
        var card = await scope.ServiceProvider.GetRequiredService<CaseCard>().Draw(theCase, tip, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<Telling>().Others(card, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || Databases.IsDuplicate(raced))
        {
            return false;
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Cases could not be opened ({Fault}); trying again soon")]
    public static partial void NotOpened(ILogger log, string fault);
}
