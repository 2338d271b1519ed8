using System.Text.Json;

namespace Bot.Channels.Telegram;

/// <summary>Reads the envelope of every answer: <c>ok</c> with a result, or an error code with its reasons.</summary>
internal static class BotApiAnswer
{
    public static JsonElement Read(string method, int status, byte[] body, JsonDocumentOptions options)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(body, options);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw NotJson(method, status, body);
        }

        if (root.Flag("ok") && root.TryGetProperty("result", out var result))
            return result;
        var code = (int?)root.Number("error_code") ?? status;
        if (code is >= 200 and < 300)
            throw NotJson(method, status, body);
        throw Refusal(method, code, root);
    }

    private static TelegramException Refusal(string method, int code, JsonElement root)
    {
        var parameters = root.Child("parameters");
        return new TelegramException(method, Reached.Answered, code, root.Text("description") ?? "no reason given")
        {
            RetryAfter = parameters?.Number("retry_after") is { } seconds and >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : null,
            MovedTo = parameters?.Number("migrate_to_chat_id"),
        };
    }

    private static TelegramException NotJson(string method, int status, byte[] body) => status is >= 200 and < 300
        ? new TelegramException(method, Reached.Unknown, 0, "the answer is not readable") { Body = body }
        : new TelegramException(method, Reached.Answered, status, "the answer is not the Bot API's");
}
