namespace Bot.Channels.WhatsApp;

/// <summary>
/// Downloads what people send. The address comes with a webhook: only Twilio is ever asked, and only Twilio learns the account's password.
/// </summary>
internal sealed class Media(TwilioClient client, WhatsAppSettings settings)
{
    /// <summary>The most that WhatsApp lets a person send by way of Twilio.</summary>
    public const int LargestFile = 16 * 1024 * 1024;

    private const int MostRedirects = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);    // an entry of the inbox is held for a minute
    private static readonly string[] Stores = [".twilio.com", ".twiliocdn.com", ".amazonaws.com"];    // where Twilio redirects to
    private static readonly string[] Types =
        ["image/", "audio/", "video/", "application/pdf", "application/msword", "application/vnd.", "application/octet-stream", "text/plain"];
    private readonly Uri api = new(settings.ApiUrl);

    /// <summary>The bytes, or null when they may not be fetched, are too many, or are not kept any more.</summary>
    /// <exception cref="TwilioException">Twilio did not answer: it may be asked again.</exception>
    public async Task<byte[]?> Fetch(string reference, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(reference, UriKind.Absolute, out var url) || !IsTwilio(url))
            return null;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var (bytes, next) = await Get(url, withCredentials: redirects == 0, cancellationToken);
            if (next is null)
                return bytes;
            if (!IsTwilio(next) && !IsStore(next))
                return null;
            url = next;
        }

        return null;
    }

    public bool IsTwilio(Uri url) => url.UserInfo.Length == 0 && (IsApi(url) || (IsOrdinary(url) && EndsWith(url, ".twilio.com")));

    private static bool IsStore(Uri url) => url.UserInfo.Length == 0 && IsOrdinary(url) && Array.Exists(Stores, store => EndsWith(url, store));

    private bool IsApi(Uri url) => url.Scheme == api.Scheme && url.Port == api.Port && url.Host.Equals(api.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsOrdinary(Uri url) => url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort;

    private static bool EndsWith(Uri url, string name) => url.IdnHost.EndsWith(name, StringComparison.OrdinalIgnoreCase);

    private async Task<(byte[]? Bytes, Uri? Next)> Get(Uri url, bool withCredentials, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (withCredentials)
            request.Headers.Authorization = client.Credentials;
        return await client.Exchange<(byte[]?, Uri?)>("media", request, Patience, async (response, token) =>
        {
            var status = (int)response.StatusCode;
            if (status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
                return (null, new Uri(url, location));
            if (status is 400 or 403 or 404 or 410)
                return (null, null);    // deleted, or the way to it has run out
            if (!response.IsSuccessStatusCode)
                throw new TwilioException("media", Reached.Answered, status, 0, "the file is not given");
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            return Array.Exists(Types, known => type.StartsWith(known, StringComparison.OrdinalIgnoreCase))
                ? (await response.Content.ReadAtMost(LargestFile, token), null)
                : (null, null);
        }, cancellationToken);
    }
}
