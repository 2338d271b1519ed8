using System.Net.Http.Headers;

namespace Bot.Feeds;

/// <summary>Shows the token to the one host that it is for.</summary>
internal sealed class TokenHandler(Uri host, TokenLatch latch) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        const UriComponents place = UriComponents.SchemeAndServer;
        if (Uri.Compare(request.RequestUri, host, place, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0)
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

    /// <summary>What cannot be a token need not be tried.</summary>
    public bool IsRefused => refused == Token || !PortalSettings.IsToken(Token);

    /// <summary>True when this is news.</summary>
    public bool Refuse()
    {
        var isNews = refused != Token;
        refused = Token;
        return isNews;
    }
}
