using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Bot.Operations;

/// <summary>Every night: takes away what is no longer needed. Row keys stay, so that nothing is answered or told again.</summary>
[DisallowConcurrentExecution]
public sealed class Retention(BotDb db, RetentionSettings settings, TimeProvider clock, ILogger<Retention> log) : IJob
{
    private const int KeysKept = 90;    // days; no channel delivers again after a day, no alert tells of a lot that old

    public static void Schedule(IQuartzBuilder quartz) => quartz.ScheduleJob<Retention>(
        trigger => trigger.WithIdentity("retention", "operations").WithCronSchedule("0 30 3 * * ?"),
        job => job.WithIdentity("retention", "operations"));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await Clean(cancellationToken);

    public async Task Clean(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (mail, keys, tips) = (now.AddDays(-settings.MailDays), now.AddDays(-KeysKept), now.AddDays(-settings.ClosedTipDays));
        await db.Outbox.Where(m => m.CreatedAt < mail && m.State == OutboxState.Held).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.State, OutboxState.Dropped).SetProperty(x => x.Reason, "nobody came to read it"), cancellationToken);
        var emptied = await db.Outbox.Where(m => m.CreatedAt < mail && m.State != OutboxState.Pending && m.Payload != Sealed.Nothing)
            .Where(m => m.Card == null    // a card is shown in its last state for as long as there is a case
                || db.Outbox.Any(newer => newer.Lane == m.Lane && newer.Card == m.Card && newer.Position > m.Position))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Payload, Sealed.Nothing).SetProperty(x => x.Recipient, Sealed.Nothing), cancellationToken);
        await db.Outbox.Where(m => m.CreatedAt < keys && m.State != OutboxState.Pending && m.Card == null).ExecuteDeleteAsync(cancellationToken);
        await db.Inbox.Where(e => e.ReceivedAt < mail && e.State == InboxState.Done).ExecuteDeleteAsync(cancellationToken);
        var closed = await db.Tips.Where(tip => (tip.State == TipState.Result || tip.State == TipState.NotConfirmed) && tip.ChangedAt < tips)
            .ToListAsync(cancellationToken);
        foreach (var tip in closed)
            await Forget(tip, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        Log.Cleaned(log, emptied, closed.Count);
    }

    private async Task Forget(Tip tip, DateTimeOffset now, CancellationToken cancellationToken)
    {
        tip.Forget(now);
        foreach (var entry in await db.TipEntries.Where(entry => entry.TipId == tip.Id).ToListAsync(cancellationToken))
            entry.Text = Sealed.Nothing;
        db.TipFiles.RemoveRange(await db.TipFiles.Where(file => file.TipId == tip.Id).ToListAsync(cancellationToken));
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Retention: {Messages} messages emptied, {Tips} closed tips forgotten")]
    public static partial void Cleaned(ILogger log, int messages, int tips);
}
