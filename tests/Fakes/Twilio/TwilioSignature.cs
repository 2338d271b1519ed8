using System.Security.Cryptography;
using System.Text;

namespace Fakes.Twilio;

/// <summary>Signs a webhook as Twilio does: HMAC-SHA1 over the public address and the sorted fields.</summary>
public static class TwilioSignature
{
    /// <param name="url">With its query, without its fragment.</param>
    public static string Of(string token, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
            text.Append(name).Append(value);
#pragma warning disable CA5350 // Twilio's own scheme
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>The address of a webhook with a JSON body: the body's hash stands in the query, and only the address is signed.</summary>
    public static string WithBodyHash(string url, byte[] body) =>
        $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}bodySHA256={Convert.ToHexStringLower(SHA256.HashData(body))}";
}
