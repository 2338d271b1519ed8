using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Bot.Channels.WhatsApp;

/// <summary>Every ten minutes: reads Twilio's list, and tells those for whom something waits untold.</summary>
[DisallowConcurrentExecution]
internal sealed class Tidying(BotDb db, Reconciliation reconciliation, OutboxQueue queue, Seal seal, Signals signals, TimeProvider clock) : IJob
{
    private const int MostAtOnce = 500;    // people told anew in one go

    public static void Schedule(IQuartzBuilder quartz) => quartz.ScheduleJob<Tidying>(
        trigger => trigger.WithIdentity("tidying", "whatsapp").WithCronSchedule("20 4/10 * * * ?"),
        job => job.WithIdentity("tidying", "whatsapp"));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await reconciliation.Run(cancellationToken);
        await TellAnew(cancellationToken);
    }

    /// <summary>What is held, and whose owner may be told of it now, tries to leave: on its way it becomes the template.</summary>
    public async Task<int> TellAnew(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var held = await db.Outbox.AsNoTracking().Where(m => m.Channel == WhatsAppChannel.ChannelName && m.State == OutboxState.Held)
            .Select(m => new { m.Lane, m.Kind }).ToListAsync(cancellationToken);
        if (held.Count == 0)
            return 0;
        var lanes = held.GroupBy(m => m.Lane).ToDictionary(lane => lane.Key, lane => lane.Any(m => m.Kind != OutboxKind.Alert));
        var told = 0;
        var since = now - Nudge.Again;
        foreach (var contact in await db.Contacts.AsNoTracking().Where(c => c.NudgedAt == null || c.NudgedAt <= since).ToListAsync(cancellationToken))
            if (told < MostAtOnce && lanes.TryGetValue(Contacts.LaneOf(seal, contact.Id), out var hasNews)
                && Nudge.IsDue(contact, hasNews ? OutboxKind.Notice : OutboxKind.Alert, now))
                told += await queue.Release(Contacts.LaneOf(seal, contact.Id), cancellationToken);
        if (told > 0)
            signals.Outbox.Ring();
        return told;
    }
}

/// <summary>Every night: who had everything forgotten is no contact any more, and who never got as far as a conversation is none.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgettingContacts(BotDb db, Seal seal, TimeProvider clock, ILogger<ForgettingContacts> log) : IJob
{
    /// <summary>A first message is answered within this time, or set aside; and for as long a goodbye may be answered freely.</summary>
    private static readonly TimeSpan Nobody = TimeSpan.FromDays(1);

    public static void Schedule(IQuartzBuilder quartz) => quartz.ScheduleJob<ForgettingContacts>(
        trigger => trigger.WithIdentity("forgetting", "whatsapp").WithCronSchedule("0 40 3 * * ?"),
        job => job.WithIdentity("forgetting", "whatsapp"));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await Run(cancellationToken);

    public async Task Run(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Nobody;
        var known = await db.People.Where(person => person.Channel == WhatsAppChannel.ChannelName).Select(person => person.Lane).ToHashSetAsync(cancellationToken);
        known.UnionWith(await db.Inbox.Where(entry => entry.Channel == WhatsAppChannel.ChannelName && entry.State != InboxState.Done)
            .Select(entry => entry.Lane).ToListAsync(cancellationToken));
        var quiet = await db.Contacts.Where(c => c.Since <= since && (c.LastHeard == null || c.LastHeard <= since)).ToListAsync(cancellationToken);
        var nobody = quiet.Where(contact => !known.Contains(Contacts.LaneOf(seal, contact.Id))).ToList();
        db.Contacts.RemoveRange(nobody);
        await db.SaveChangesAsync(cancellationToken);
        if (nobody.Count > 0)
            log.Forgotten(nobody.Count);
    }
}
