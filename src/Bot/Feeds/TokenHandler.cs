using System.Net.Http.Headers;

namespace Bot.Feeds;

/// <summary>Shows the token to the one host that it is for.</summary>
internal sealed class TokenHandler(Uri host, TokenLatch latch) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Uri.Compare(request.RequestUri, host, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", latch.Token);
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Remembers that the portal refused the token, so that it is not asked again with the same one.</summary>
internal sealed class TokenLatch(Func<string> token)
{
    private volatile string? refused;

    /// <summary>The token of the settings as they stand now: an operator may change it while the service runs.</summary>
    public string Token => token();

    public bool IsRefused => refused is { } bad && bad == Token;

    /// <summary>True when this is news.</summary>
    public bool Refuse()
    {
        var isNews = !IsRefused;
        refused = Token;
        return isNews;
    }
}
