using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Procurement;

namespace Bot.Feeds;

/// <summary>The way to one host: its connections, its queue, its token, and the fuse that leaves it alone when it is down.</summary>
internal sealed class PortalConnection : IDisposable
{
    private readonly HostPace pace;
    private readonly PortalTrust? trust;
    private readonly CircuitBreakerStateProvider fuse = new();

    /// <param name="wire">Instead of the network.</param>
    public PortalConnection(Uri host, TokenLatch? latch, PortalSettings settings, TimeProvider clock, HttpMessageHandler? wire = null)
    {
        Host = host;
        Latch = latch;
        pace = new HostPace(settings.RequestsPerSecond, clock);
        trust = settings.CaBundle.Length > 0 ? new PortalTrust(settings.CaBundle) : null;
        HttpMessageHandler handler = new PacedHandler(pace, TimeSpan.FromSeconds(settings.TimeoutSeconds), clock)
        {
            InnerHandler = wire ?? Sockets(settings, trust),
        };
        if (latch is not null)
            handler = new TokenHandler(host, latch) { InnerHandler = handler };
        Http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };    // each request has its own limit
        Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        Fuse = new ResiliencePipelineBuilder { TimeProvider = clock }.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<PortalException>(fault => fault.Fault is PortalFault.Busy or PortalFault.Garbled),
            SamplingDuration = TimeSpan.FromSeconds(30),    // the first five tries of one page fall into it: 0, 1, 3, 7, 15 s
            MinimumThroughput = 5,
            FailureRatio = 0.5,
            BreakDuration = TimeSpan.FromSeconds(60),
            StateProvider = fuse,
        }).Build();
    }

    public Uri Host { get; }
    public HttpClient Http { get; }

    /// <summary>Null when the host wants no token.</summary>
    public TokenLatch? Latch { get; }

    /// <summary>Shared by all sources of the host: five faults in half a minute, and nobody asks for a minute.</summary>
    public ResiliencePipeline Fuse { get; }

    public bool IsLeftAlone => fuse.CircuitState is CircuitState.Open or CircuitState.Isolated;

    public void Dispose()
    {
        Http.Dispose();
        pace.Dispose();
        trust?.Dispose();
    }

    private static SocketsHttpHandler Sockets(PortalSettings settings, PortalTrust? trust)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,    // a redirect would carry us, and perhaps the token, to somebody else
            UseCookies = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),    // the portal is moving house: names are looked up again
        };
        if (settings.Proxy.Length > 0)
            handler.Proxy = new WebProxy(settings.Proxy) { Credentials = Login(settings.ProxyLogin) };
        if (trust is not null)
            handler.SslOptions.RemoteCertificateValidationCallback = trust.Accepts;
        return handler;
    }

    private static NetworkCredential? Login(string login)
    {
        var colon = login.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : new NetworkCredential(login[..colon], login[(colon + 1)..]);
    }
}
