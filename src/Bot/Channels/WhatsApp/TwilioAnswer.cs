using System.Text.Json;

namespace Bot.Channels.WhatsApp;

/// <summary>Reads Twilio's answers: an object, nothing, or a refusal with a number of its own.</summary>
internal static class TwilioAnswer
{
    public static JsonElement Read(string call, HttpResponseMessage response, byte[] body, JsonDocumentOptions options)
    {
        var status = (int)response.StatusCode;
        if (status == 204)
            return default;
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(body, options);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new TwilioException(call, IsLost(status) ? Reached.Unknown : Reached.Answered, status, 0, "the answer is not Twilio's")
            {
                RetryAfter = response.Headers.RetryAfter?.Delta,
            };
        }

        return status is >= 200 and < 300 ? root
            : throw new TwilioException(call, Reached.Answered, status, (int)Math.Clamp(root.Number("code") ?? 0, 0, 999_999), "refused")
            {
                RetryAfter = response.Headers.RetryAfter?.Delta,
            };
    }

    /// <summary>A good answer torn off, or a gateway that waited in vain: the request went through it.</summary>
    private static bool IsLost(int status) => status is (>= 200 and < 300) or 502 or 504;
}
