using Bot.Conversation;
using Bot.Storage;
using Procurement;
using Quartz;

namespace Bot.Feeds;

/// <summary>
/// Tells the coordinators' group and the log when the data is older than is promised: once when it begins, once a day while it lasts.
/// </summary>
[DisallowConcurrentExecution]
public sealed class Alarm(Freshness freshness, Telling telling, BotDb db, TimeProvider clock, ILogger<Alarm> log) : IJob
{
    private const string Mark = "alarm:feeds";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await Look(cancellationToken);

    public async Task Look(CancellationToken cancellationToken)
    {
        var old = (await freshness.Look(cancellationToken)).Where(feed => feed.IsOld).ToList();
        var today = PortalTime.Format(clock.GetUtcNow())[..10];
        var told = await db.Remembered(Mark, cancellationToken);
        var now = old.Count == 0 ? "" : today;
        if (now == (told ?? ""))
            return;
        if (old.Count > 0)
        {
            Log.DataIsOld(log, string.Join(", ", old.Select(feed => $"{feed.Name} ({feed.Fault ?? "never read"})")));
            var since = old.Select(feed => feed.Since).Min();
            var say = since is null ? Say.Line("feeds.never") : Say.Line("feeds.old", ("since", new Moment(since.Value)));
            await telling.Others([new Notice(null, say, $"feeds-old:{clock.GetUtcNow().ToUnixTimeSeconds()}", OutboxKind.Alert)], cancellationToken);
        }

        await db.Remember(Mark, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The portal's data is older than promised: {Feeds}")]
    public static partial void DataIsOld(ILogger log, string feeds);
}
