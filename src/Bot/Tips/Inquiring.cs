using Bot.Conversation;
using Bot.Feeds;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Tips;

/// <summary>
/// Asks the portal for the numbers that wait, several at a time, beside all conversations. Who waits for an answer is woken by it; a
/// portal that does not answer is asked again at growing intervals for a day.
/// </summary>
public sealed class Inquiring(IServiceScopeFactory scopes, Retrieval portal, Seal seal, TimeProvider clock, ILogger<Inquiring> log)
    : BackgroundService
{
    private const int AtOnce = 4;    // a source that hangs over one number must not hold up the next
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1), LongestWait = TimeSpan.FromHours(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> asked = [];
        using var timer = new PeriodicTimer(Look);
        while (portal.IsOn && await timer.WaitForNextTickAsync(stoppingToken))
        {
            asked.RemoveAll(one => one.IsCompleted);
            await Guarded(async () =>
            {
                while (asked.Count < AtOnce && await Take(stoppingToken) is { } inquiry)
                    asked.Add(Guarded(() => Ask(inquiry, stoppingToken), stoppingToken));
                while (await TellNext(stoppingToken))
                    await Task.Yield();
            }, stoppingToken);
        }
    }

    /// <summary>What fails is logged; its inquiry stays, and is taken up again when the hold is over.</summary>
    private async Task Guarded(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotInquired(log, fault.GetType().Name);
        }
    }

    /// <summary>Asks for the next number that is due. False when there is none.</summary>
    public async Task<bool> AskNext(CancellationToken cancellationToken)
    {
        if (!portal.IsOn || await Take(cancellationToken) is not { } inquiry)
            return false;
        await Ask(inquiry, cancellationToken);
        return true;
    }

    private async Task Ask(Inquiry inquiry, CancellationToken cancellationToken)
    {
        try
        {
            var isKnown = await portal.Bring(Inquiries.Read(inquiry, seal), cancellationToken);
            await Note(inquiry, isKnown ? InquiryState.Found : InquiryState.Unknown, clock.GetUtcNow(), inquiry.Tries, cancellationToken);
        }
        catch (PortalException fault)
        {
            Log.PortalSilent(log, inquiry.Tries + 1, fault.Fault, fault.Message);
            var wait = FirstWait * Math.Pow(2, inquiry.Tries);
            wait = wait < LongestWait ? wait : LongestWait;
            wait = fault.RetryAfter > wait ? fault.RetryAfter.Value : wait;
            await Note(inquiry, InquiryState.Open, clock.GetUtcNow() + wait, inquiry.Tries + 1, cancellationToken);
        }
    }

    /// <summary>Uses the next late answer for the tip that waits for it. False when there is none.</summary>
    public async Task<bool> TellNext(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var (now, longAgo, longer) = (clock.GetUtcNow(), clock.GetUtcNow() - Patience, clock.GetUtcNow() - (2 * Patience));
        var old = db.Inquiries.Where(inquiry => inquiry.AskedAt < longer    // an answer that cannot be told must not stay for ever
            || (inquiry.AskedAt < longAgo && (inquiry.State == InquiryState.Open || inquiry.TipId == null)));
        if (await old.AnyAsync(cancellationToken))    // a look takes no lock, a deletion of nothing would
            await old.ExecuteDeleteAsync(cancellationToken);
        if (await db.Inquiries.Where(inquiry => inquiry.State != InquiryState.Open && inquiry.TipId != null).OrderBy(inquiry => inquiry.AskedAt)
            .FirstOrDefaultAsync(cancellationToken) is not { } late)
            return false;
        await scope.ServiceProvider.GetRequiredService<LateAnswers>().Tell(late, now, cancellationToken);
        db.Inquiries.Remove(late);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || Databases.IsDuplicate(raced))
        {
            return false;    // another node was first, or the tip changed meanwhile: the next look finds what is left
        }
    }

    private async Task<Inquiry?> Take(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var now = clock.GetUtcNow();
        var next = await db.Inquiries.AsNoTracking().Where(inquiry => inquiry.State == InquiryState.Open && inquiry.NotBefore <= now)
            .OrderBy(inquiry => inquiry.NotBefore).FirstOrDefaultAsync(cancellationToken);
        return next is not null && await db.Inquiries
            .Where(inquiry => inquiry.Id == next.Id && inquiry.State == InquiryState.Open && inquiry.NotBefore == next.NotBefore)
            .ExecuteUpdateAsync(inquiry => inquiry.SetProperty(i => i.NotBefore, now + portal.LongestAnswer), cancellationToken) == 1 ? next : null;
    }

    /// <summary>Writes down what came of a try, and wakes the person when nothing more is to be waited for.</summary>
    private async Task Note(Inquiry asked, InquiryState state, DateTimeOffset notBefore, int tries, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await db.Inquiries.Where(inquiry => inquiry.Id == asked.Id).ExecuteUpdateAsync(inquiry => inquiry.SetProperty(i => i.State, state)
            .SetProperty(i => i.NotBefore, notBefore).SetProperty(i => i.Tries, tries), cancellationToken);
        if (await db.Inquiries.AnyAsync(inquiry => inquiry.PersonId == asked.PersonId && inquiry.TipId == null
            && inquiry.State == InquiryState.Open && inquiry.Tries == 0, cancellationToken))
            return;
        var now = clock.GetUtcNow();
        await db.People.Where(person => person.Id == asked.PersonId && person.Step == nameof(AskingPortal) && person.WakeAt > now)
            .ExecuteUpdateAsync(person => person.SetProperty(p => p.WakeAt, now), cancellationToken);
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The portal did not answer for a cited number (try {Try}, {Fault}): {What}")]
    public static partial void PortalSilent(ILogger log, int @try, PortalFault fault, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cited numbers could not be looked after ({Fault}); trying again soon")]
    public static partial void NotInquired(ILogger log, string fault);
}
