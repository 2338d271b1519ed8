using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Bot.Channels.WhatsApp;

/// <summary>The few operations of Twilio's API that the bot needs. Every failure is a <see cref="TwilioException"/>.</summary>
internal sealed class TwilioClient(HttpClient http, WhatsAppSettings settings, TimeProvider clock)
{
    /// <summary>How long one call may take before its outcome counts as unknown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const int LargestAnswer = 16 * 1024 * 1024;
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 64 };
    private readonly string account = $"{settings.ApiUrl.TrimEnd('/')}/2010-04-01/Accounts/{settings.AccountSid}";

    /// <summary>The name and password of the account: only ever sent to the API's own host or one of Twilio's.</summary>
    public AuthenticationHeaderValue Credentials { get; } =
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthToken}")));

    /// <summary>Asks for one message to be sent; returns its sid.</summary>
    public async Task<string> Send(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var answer = await Call("send", HttpMethod.Post, account + "/Messages.json", new FormUrlEncodedContent(fields), CancellationToken.None);
        return answer.Text("sid") ?? throw new TwilioException("send", Reached.Unknown, 0, 0, "the answer has no sid");
    }

    /// <summary>"active" when the account can be used.</summary>
    public async Task<string?> State(CancellationToken cancellationToken) =>
        (await Call("account", HttpMethod.Get, account + ".json", null, cancellationToken)).Text("status");

    /// <summary>Messages to our sender since a moment, newest first, page by page.</summary>
    public async IAsyncEnumerable<JsonElement> Received(DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int PageSize = 200;
        var from = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        string? next = $"{account}/Messages.json?To={Uri.EscapeDataString(settings.Address)}&DateSent%3E={Uri.EscapeDataString(from)}&PageSize={PageSize}";
        while (next is not null)
        {
            var page = await Call("list", HttpMethod.Get, next, null, cancellationToken);
            foreach (var message in page.Children("messages"))
                yield return message;
            next = page.Text("next_page_uri") is { Length: > 0 } path ? settings.ApiUrl.TrimEnd('/') + path : null;
        }
    }

    /// <summary>The files of a message: addresses and types.</summary>
    public async Task<IReadOnlyList<(string Url, string ContentType)>> Media(string sid, CancellationToken cancellationToken)
    {
        var list = await Call("media list", HttpMethod.Get, $"{account}/Messages/{sid}/Media.json", null, cancellationToken);
        return [.. list.Children("media_list").Where(file => file.Text("sid") is not null)
            .Select(file => ($"{account}/Messages/{sid}/Media/{file.Text("sid")}", file.Text("content_type") ?? ""))];
    }

    public Task DeleteMedia(string url, CancellationToken cancellationToken) => Call("media delete", HttpMethod.Delete, url, null, cancellationToken);

    /// <summary>Takes the words of a message away at Twilio; that it was there stays.</summary>
    public Task Redact(string sid, CancellationToken cancellationToken) => Call("redact", HttpMethod.Post, $"{account}/Messages/{sid}.json",
        new FormUrlEncodedContent([KeyValuePair.Create("Body", "")]), cancellationToken);

    /// <summary>Shows who sent this message that an answer is being made, and that it was read.</summary>
    public Task ShowTyping(string sid, CancellationToken cancellationToken) => Call("typing", HttpMethod.Post,
        settings.MessagingUrl.TrimEnd('/') + "/v2/Indicators/Typing.json",
        new FormUrlEncodedContent([KeyValuePair.Create("messageId", sid), KeyValuePair.Create("channel", WhatsAppChannel.ChannelName)]), cancellationToken);

    /// <summary>Every content with what WhatsApp thinks of it.</summary>
    public async IAsyncEnumerable<JsonElement> Contents([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = settings.ContentUrl.TrimEnd('/') + "/v1/ContentAndApprovals?PageSize=100";
        while (next is not null)
        {
            var page = await Call("content list", HttpMethod.Get, next, null, cancellationToken);
            foreach (var content in page.Children("contents"))
                yield return content;
            next = page.Child("meta")?.Text("next_page_url") is { Length: > 0 } url && IsContents(url) ? url : null;
        }
    }

    public async Task<string> CreateContent(string json, CancellationToken cancellationToken) =>
        (await Call("content create", HttpMethod.Post, settings.ContentUrl.TrimEnd('/') + "/v1/Content", Json(json), cancellationToken)).Text("sid")
        ?? throw new TwilioException("content create", Reached.Unknown, 0, 0, "the answer has no sid");

    public Task Submit(string sid, string json, CancellationToken cancellationToken) => Call("approval create", HttpMethod.Post,
        $"{settings.ContentUrl.TrimEnd('/')}/v1/Content/{sid}/ApprovalRequests/whatsapp", Json(json), cancellationToken);

    private bool IsContents(string url) => url.StartsWith(settings.ContentUrl.TrimEnd('/') + '/', StringComparison.Ordinal);

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private async Task<JsonElement> Call(string call, HttpMethod method, string url, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = Credentials;
        return await Exchange(call, request, Patience, async (response, token) =>
            TwilioAnswer.Read(call, response, await response.Content.ReadAtMost(LargestAnswer, token) ?? [], Deep), cancellationToken);
    }

    public Task<T> Exchange<T>(string call, HttpRequestMessage request, TimeSpan limit,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) => Channels.Exchange.Run(
            http, request, limit, clock, read, (reached, reason) => new TwilioException(call, reached, 0, 0, reason), cancellationToken);
}
