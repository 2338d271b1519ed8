using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Conversation;

namespace Bot.Channels.Telegram;

/// <summary>Where Telegram brings its updates: 2xx only after an update was stored, 503 while the store is closed.</summary>
internal sealed class Webhook(TelegramSettings settings, Reception reception, Spool spool, ILogger<Webhook> log)
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int LargestBody = 1024 * 1024;
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };
    private readonly byte[] secret = SHA256.HashData(Encoding.UTF8.GetBytes(settings.Webhook.Secret ?? ""));

    public async Task<IResult> Hear(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HasSecret(request))
        {
            log.WrongSecret();
            return Results.Unauthorized();
        }

        using var content = new StreamContent(request.Body);
        content.Headers.ContentLength = request.ContentLength;
        return await content.ReadAtMost(LargestBody, cancellationToken) is { } body
            ? await Take(body, request.HttpContext.Response, cancellationToken)
            : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
    }

    private async Task<IResult> Take(byte[] body, HttpResponse response, CancellationToken cancellationToken)
    {
        try
        {
            using var update = JsonDocument.Parse(body, Deep);
            return await reception.Take(update.RootElement, cancellationToken) is { } press ? Confirming(press) : Results.Ok();
        }
        catch (JsonException)
        {
            reception.Skip();
            return Results.Ok();    // it would come back unchanged
        }
        catch (StoreUnavailableException)
        {
            if (Press(body) is { } press && Spooled(body))
                return Confirming(press);
            log.StoreClosed();
            response.Headers.RetryAfter = "5";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Telegram keeps messages for a day, in their order, and presses for 150 seconds: those wait on our disk.</summary>
    private bool Spooled(byte[] body)
    {
        try
        {
            spool.Put(TelegramChannel.ChannelName, body);
            return true;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? Press(byte[] body)
    {
        using var update = JsonDocument.Parse(body, Deep);
        return update.RootElement.Child("callback_query")?.Text("id");
    }

    /// <summary>Telegram carries out one call that stands in the answer: that spares a request of our own.</summary>
    private static IResult Confirming(string press) =>
        Results.Json(new Dictionary<string, string> { ["method"] = "answerCallbackQuery", ["callback_query_id"] = press });

    private bool HasSecret(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString())), secret);
}
