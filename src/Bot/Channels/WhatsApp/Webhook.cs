using Bot.Conversation;
using Bot.Storage;

namespace Bot.Channels.WhatsApp;

/// <summary>Where Twilio brings messages: 2xx only after a message was stored, 503 while the store is closed.</summary>
internal sealed class Webhook(PublicAddress address, Signature signature, Reception reception, CatchingUp catchingUp, TimeProvider clock, ILogger<Webhook> log)
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

        try
        {
            await reception.Take(form, clock.GetUtcNow(), cancellationToken);
            return Results.Text(Nothing, "text/xml");
        }
        catch (StoreUnavailableException)
        {
            log.StoreClosed();
            catchingUp.Missed();
            request.HttpContext.Response.Headers.RetryAfter = "5";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
