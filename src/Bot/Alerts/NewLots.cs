using Bot.Conversation;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Alerts;

/// <summary>
/// Notices lots that have come in and tells those who follow them: each lot at most once to each person, with the reason and a way to
/// stop. That a lot was noticed is saved together with the messages about it.
/// </summary>
public sealed class NewLots(IServiceScopeFactory scopes, ILogger<NewLots> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private const int Page = 500;

    /// <summary>More alerts than this at one time nobody reads: the largest are told, the rest is counted.</summary>
    private const int MostAtOnce = 7;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                while (await Notice(stoppingToken) == Page)
                    await Task.Yield();
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotNoticed(log, fault.GetType().Name);
            }
    }

    /// <summary>Looks at the next lots that nobody has looked at. Returns how many there were.</summary>
    public async Task<int> Notice(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var rows = await db.Lots.Where(row => !row.Noticed).OrderBy(row => row.Id).Take(Page).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return 0;
        var topics = scope.ServiceProvider.GetRequiredService<LotTopics>();
        var fresh = rows.ConvertAll(row => (Lot: row.ToLot(), row.FirstSeen));
        var codes = fresh.SelectMany(lot => topics.Codes(lot.Lot)).Distinct().ToList();
        var followers = await db.Subscriptions.AsNoTracking().Where(s => codes.Contains(s.Topic)).ToListAsync(cancellationToken);
        var words = scope.ServiceProvider.GetRequiredService<AlertWords>();
        foreach (var person in followers.GroupBy(subscription => subscription.PersonId))
        {
            var mine = fresh.Select(lot => (lot.Lot, Why: Reason(person, topics.Codes(lot.Lot), lot.FirstSeen))).Where(pair => pair.Why is not null).ToList();
            await scope.ServiceProvider.GetRequiredService<Telling>().Others(await Tell(words, person.Key, mine!, cancellationToken), cancellationToken);
        }

        rows.ForEach(row => row.Noticed = true);
        await db.SaveChangesAsync(cancellationToken);
        return rows.Count;
    }

    private static string? Reason(IEnumerable<Subscription> mine, IEnumerable<string> codes, DateTimeOffset firstSeen) =>
        mine.Where(subscription => subscription.Since <= firstSeen && codes.Contains(subscription.Topic)).Select(subscription => subscription.Topic).FirstOrDefault();

    private static async Task<List<Notice>> Tell(AlertWords words, Guid person, List<(Lot Lot, string Why)> mine, CancellationToken cancellationToken)
    {
        List<Notice> notices = [];
        foreach (var (lot, why) in mine.OrderByDescending(pair => pair.Lot.Amount).Take(mine.Count > MostAtOnce ? MostAtOnce - 1 : MostAtOnce))
            notices.Add(new Notice(person, await words.NewLot(lot, why, cancellationToken), $"alert:{lot.Id}", OutboxKind.Alert));
        if (mine.Count > notices.Count)
            notices.Add(new Notice(person, Say.Line("alerts.and_more", ("count", mine.Count - notices.Count)), $"alerts-after:{mine.Max(pair => pair.Lot.Id)}", OutboxKind.Alert));
        return notices;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "New lots could not be looked at ({Fault}); trying again soon")]
    public static partial void NotNoticed(ILogger log, string fault);
}
