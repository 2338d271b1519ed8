using System.Globalization;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.WhatsApp;

/// <summary>
/// Where Twilio brings what became of our messages: in any order, twice, and perhaps before the answer to our own call is written down.
/// </summary>
internal sealed class Statuses(
    PublicAddress address, Signature signature, IServiceScopeFactory scopes, Judgement judgement, Nudge nudge, Seal seal, Signals signals, ILogger<Statuses> log)
{
    public const string Path = "/whatsapp/status";

    /// <summary>Asks Twilio for three more tries when we do not take a status. (Twilio's connection overrides.)</summary>
    public const string Tries = "#rc=3&rp=all";

    /// <summary>How often, and after what pause, it is looked whether our own call is written down: within Twilio's 15 seconds.</summary>
    private const int Looks = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<IResult> Hear(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await Form.Read(request, address, signature, cancellationToken) is not { } form)
        {
            log.WrongSignature();
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        try
        {
            if (await Take(request.Query, form, cancellationToken))
                return Results.NoContent();
        }
        catch (Exception fault) when (Databases.IsUnavailable(fault))
        {
            log.StoreClosed();
        }

        request.HttpContext.Response.Headers.RetryAfter = "5";
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <returns>False: it must come again.</returns>
    private async Task<bool> Take(IQueryCollection query, Form form, CancellationToken cancellationToken)
    {
        var (status, sid) = (form["MessageStatus"], form["MessageSid"]);
        var hasFailed = status is "failed" or "undelivered";
        if (sid is null || !(hasFailed || status is "delivered" or "read"))
            return true;    // on its way: nothing to write down
        var code = int.TryParse(form["ErrorCode"], CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (Guid.TryParseExact(query["n"], "n", out var contact))
            return !hasFailed || await NudgeFailed(contact, code, cancellationToken);
        return !long.TryParse(query["m"], CultureInfo.InvariantCulture, out var position)
            || await Told(position, sid, hasFailed ? code : null, cancellationToken);
    }

    private async Task<bool> Told(long position, string sid, int? error, CancellationToken cancellationToken)
    {
        for (var look = 0; look < Looks; look++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var row = await scope.ServiceProvider.GetRequiredService<BotDb>().Outbox.AsNoTracking()
                .SingleOrDefaultAsync(m => m.Position == position && m.Channel == WhatsAppChannel.ChannelName, cancellationToken);
            if (row is { State: OutboxState.Leaving })
            {
                await Task.Delay(Pause, cancellationToken);
                continue;
            }

            if (row is { State: OutboxState.Unknown } || (error is not null && row is { State: OutboxState.Sent } && row.ExternalId == sid))
                await Write(scope.ServiceProvider, row, sid, error, cancellationToken);
            return true;
        }

        return false;
    }

    private async Task Write(IServiceProvider services, OutboxMessage row, string sid, int? error, CancellationToken cancellationToken)
    {
        Delivery delivery = error is { } code && Guid.TryParseExact(seal.Open(row.Recipient), "n", out var contact)
            ? await judgement.Of(code, services.GetRequiredService<Contacts>(), contact, row.Position, cancellationToken)
            : new Delivery.Sent(sid);
        await services.GetRequiredService<OutboxQueue>().Report(row.Position, sid, delivery, cancellationToken);
        if (delivery is Delivery.Later)
            signals.Outbox.Ring();
    }

    private async Task<bool> NudgeFailed(Guid contact, int code, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, contacts) = (scope.ServiceProvider.GetRequiredService<BotDb>(), scope.ServiceProvider.GetRequiredService<Contacts>());
        var lane = Contacts.LaneOf(seal, contact);
        var language = await db.People.Where(person => person.Lane == lane).Select(person => person.Language).FirstOrDefaultAsync(cancellationToken)
            ?? Phrasebook.Default;
        if (await nudge.Failed(contacts, contact, language, code, cancellationToken))
            return true;
        switch (await judgement.Of(code, contacts, contact, 0, cancellationToken))
        {
            case Delivery.Refused { Gone: true } gone:
                await scope.ServiceProvider.GetRequiredService<OutboxQueue>().Abandon(lane, gone.Reason, cancellationToken);
                break;
            case Delivery.Later:
                await contacts.Unclaim(contact, null, cancellationToken);    // the next look tells them anew
                break;
        }

        return true;
    }
}
