using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Bot.Channels.WhatsApp;

/// <summary>The fields of a webhook, once it is known to be Twilio's.</summary>
internal sealed class Form(Dictionary<string, StringValues> fields)
{
    /// <summary>Twilio's webhooks are some kilobytes: 1600 characters and a few dozen short fields.</summary>
    private const int LargestBody = 256 * 1024;

    /// <summary>A message of Twilio's list, as if it had come by webhook.</summary>
    public static Form Of(Dictionary<string, string> fields) => new(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));

    public Dictionary<string, string> Fields => fields.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public string? this[string name] => fields.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Reads and checks a webhook; null when it is not Twilio's, or too large to be.</summary>
    public static async Task<Form?> Read(HttpRequest request, PublicAddress address, Signature signature, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(request.Body);
        content.Headers.ContentLength = request.ContentLength;
        if (await content.ReadAtMost(LargestBody, cancellationToken) is not { } body)
            return null;
        try
        {
            var fields = new FormReader(System.Text.Encoding.UTF8.GetString(body)).ReadForm();
            return signature.IsOf(request.Headers[Signature.Header].ToString(), address.Of(request), fields) ? new Form(fields) : null;
        }
        catch (InvalidDataException)
        {
            return null;    // more fields than any webhook has
        }
    }
}
