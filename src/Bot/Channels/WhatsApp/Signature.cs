using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Bot.Channels.WhatsApp;

/// <summary>
/// Proves that a webhook is Twilio's: HMAC-SHA1 under the account's token over the address as Twilio knows it and the sorted fields.
/// (Twilio's documentation on webhook security.)
/// </summary>
internal sealed class Signature(WhatsAppSettings settings)
{
    public const string Header = "X-Twilio-Signature";
    private readonly byte[] key = Encoding.UTF8.GetBytes(settings.AuthToken);

    /// <summary>Compared in constant time with each address under which Twilio may know us.</summary>
    public bool IsOf(string given, IEnumerable<string> addresses, IReadOnlyCollection<KeyValuePair<string, StringValues>> fields)
    {
        var said = Encoding.UTF8.GetBytes(given);
        var isRight = false;
        foreach (var address in addresses)
            isRight |= CryptographicOperations.FixedTimeEquals(said, Encoding.UTF8.GetBytes(Of(address, fields)));
        return isRight;
    }

    public string Of(string address, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var text = new StringBuilder(address);
        foreach (var (name, values) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
            foreach (var value in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                text.Append(name).Append(value);
#pragma warning disable CA5350 // Twilio's own scheme
        return Convert.ToBase64String(HMACSHA1.HashData(key, Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }
}
