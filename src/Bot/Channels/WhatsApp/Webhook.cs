using Bot.Conversation;

namespace Bot.Channels.WhatsApp;

/// <summary>
/// Where Twilio brings messages: 2xx only after a message was stored, or lies sealed on the disk while the store is closed: Twilio tries for
/// seconds only.
/// </summary>
internal sealed class Webhook(PublicAddress address, Signature signature, Reception reception, Spool spool, TimeProvider clock, ILogger<Webhook> log)
{
    /// <summary>An answer without words: what there is to say is sent by itself.</summary>
    private const string Nothing = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";

    public async Task<IResult> Hear(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await Form.Read(request, address, signature, cancellationToken) is not { } form)
        {
            log.WrongSignature();
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var now = clock.GetUtcNow();
        if (await Taken(form, now, cancellationToken) || Spooled(form, now))
            return Results.Text(Nothing, "text/xml");
        log.StoreClosed();
        request.HttpContext.Response.Headers.RetryAfter = "5";
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<bool> Taken(Form form, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!spool.IsEmpty)
            return false;    // what came before waits there: this one stays behind it
        try
        {
            await reception.Take(form, now, cancellationToken);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private bool Spooled(Form form, DateTimeOffset now)
    {
        try
        {
            spool.Put(WhatsAppChannel.ChannelName, Reception.Payload(form, now));
            return true;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
