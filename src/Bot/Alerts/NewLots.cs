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
public sealed class NewLots(IServiceScopeFactory scopes, Signals signals, TimeProvider clock, ILogger<NewLots> log) : BackgroundService
{
    private const string Mark = "alerts:lots";
    private const int Page = 500;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);    // other processes and nodes do not ring

    /// <summary>What was published longer ago than this is no news, however late it reached us: years of data may be filled in at once.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(14);

    /// <summary>A lot that changes soon after it came is looked at again; nobody is told twice, for the outbox knows the lot.</summary>
    private static readonly TimeSpan StillNew = TimeSpan.FromDays(1);

    /// <summary>More alerts than this at one time nobody reads: the largest are told, the rest is counted.</summary>
    private const int MostAtOnce = 7;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var bell = signals.Register.Next;
            try
            {
                while (await Notice(stoppingToken) == Page)
                    await Task.Yield();
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotNoticed(log, fault.GetType().Name);
            }

            await Signal.Wait(bell, Look, clock, stoppingToken);
        }
    }

    /// <summary>Looks at the next lots that nobody has looked at. Returns how many there were.</summary>
    public async Task<int> Notice(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, register) = (scope.ServiceProvider.GetRequiredService<BotDb>(), scope.ServiceProvider.GetRequiredService<RegisterDb>());
        if (!await Lookups.AreThere(register, cancellationToken))
            return 0;
        var read = Position.Parse(await db.Remembered(Mark, cancellationToken));
        var rows = await read.After(register.Lots).Take(Page).Select(row => new { row.Changed, row.Id, row.FirstSeen, row.Published }).ToListAsync(cancellationToken);
        if (rows is not [.., var last])
            return 0;
        var now = clock.GetUtcNow();
        var seenSince = (now - StillNew).ToUnixTimeMilliseconds();
        var news = rows.Where(row => row.FirstSeen >= seenSince && !(row.Published < now - News)).Select(row => row.Id).ToList();
        await Tell(scope.ServiceProvider, db, await register.Lots.Where(row => news.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);
        await db.Remember(Mark, new Position(last.Changed, last.Id).ToString(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return rows.Count;
    }

    private static async Task Tell(IServiceProvider services, BotDb db, List<LotRow> rows, CancellationToken cancellationToken)
    {
        var topics = services.GetRequiredService<LotTopics>();
        var fresh = rows.ConvertAll(row => (Lot: row.ToLot(), FirstSeen: DateTimeOffset.FromUnixTimeMilliseconds(row.FirstSeen)));
        var codes = fresh.SelectMany(lot => topics.Codes(lot.Lot)).Distinct().ToList();
        var followers = await db.Subscriptions.AsNoTracking().Where(s => codes.Contains(s.Topic)).ToListAsync(cancellationToken);
        var words = new Remembered(services.GetRequiredService<AlertWords>());
        var named = fresh.ConvertAll(lot => (lot.Lot, Codes: topics.Codes(lot.Lot).ToList(), lot.FirstSeen));
        List<Notice> notices = [];
        foreach (var person in followers.GroupBy(subscription => subscription.PersonId))
        {
            var mine = named.Select(lot => (lot.Lot, Why: Reason(person, lot.Codes, lot.FirstSeen))).Where(pair => pair.Why is not null).ToList();
            notices.AddRange(await Tell(words, person.Key, mine!, cancellationToken));
        }

        await services.GetRequiredService<Telling>().Others(notices, cancellationToken);
    }

    /// <summary>Thousands may follow the same school: what there is to say of its lot is worked out once.</summary>
    private sealed class Remembered(AlertWords words)
    {
        private readonly Dictionary<(long, string), Say> known = [];

        public async Task<Say> NewLot(Lot lot, string why, CancellationToken cancellationToken) => known.TryGetValue((lot.Id, why), out var said)
            ? said
            : known[(lot.Id, why)] = await words.NewLot(lot, why, cancellationToken);
    }

    private static string? Reason(IEnumerable<Subscription> mine, IEnumerable<string> codes, DateTimeOffset firstSeen) =>
        mine.Where(subscription => subscription.Since <= firstSeen && codes.Contains(subscription.Topic)).Select(subscription => subscription.Topic).FirstOrDefault();

    private static async Task<List<Notice>> Tell(Remembered words, Guid person, List<(Lot Lot, string Why)> mine, CancellationToken cancellationToken)
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
