using System.ComponentModel.DataAnnotations;

namespace Bot.Feeds;

/// <summary>Where the register's data comes from (section "Portal"). Without sources nobody is ever called.</summary>
public sealed record PortalSettings : IValidatableObject
{
    public const string Section = "Portal";

    /// <summary>Names in <see cref="Sources"/>.</summary>
    public const string GraphQl = "graphql", Rest = "rest", Zakup = "zakup";

    /// <summary>Which sources, in order of choice, separated by commas: graphql, rest, zakup. Empty is off.</summary>
    public string Sources { get; init; } = "";

    /// <summary>The addresses: settings, because the portal is moving house.</summary>
    public string GraphQlUrl { get; init; } = "https://ows.goszakup.gov.kz/v3/graphql";
    public string RestUrl { get; init; } = "https://ows.goszakup.gov.kz";
    public string ZakupUrl { get; init; } = "https://zakup.gov.kz";

    /// <summary>The token for graphql and rest, good for a year. A secret: never printed, never logged, sent to their hosts only.</summary>
    public string Token { get; init; } = "";

    /// <summary>
    /// A proxy, for the portal may be closed to addresses abroad; empty means the system's own. Its "user:password" is a secret.
    /// </summary>
    public string Proxy { get; init; } = "";
    public string ProxyLogin { get; init; } = "";

    /// <summary>
    /// A PEM file of certificates trusted beside the system's: the portal's chain may be incomplete. Verification stays on.
    /// </summary>
    public string CaBundle { get; init; } = "";

    /// <summary>How the service names itself; the new platform wants a browser-like name.</summary>
    public string UserAgent { get; init; } = "Mozilla/5.0 (compatible; KunJarygy/1.0)";

    /// <summary>
    /// To each host. No limit is documented; one a second reads a day's changes in minutes, more than two would be impolite. A portal on
    /// this machine is nobody else's: there up to 1000.
    /// </summary>
    public double RequestsPerSecond { get; init; } = 1;

    /// <summary>One try of one page: answers of 70 s were seen, beyond 100 s none came.</summary>
    [Range(5, 300, ErrorMessage = "It must be between 5 and 300 seconds.")]
    public int TimeoutSeconds { get; init; } = 100;

    /// <summary>How long a person who cited a number waits for the portal before the conversation goes on without it.</summary>
    [Range(1, 30, ErrorMessage = "It must be between 1 and 30 seconds: somebody waits.")]
    public int FindSeconds { get; init; } = 6;

    /// <summary>How long one source may take over a cited number before the next is asked; the answer may follow later.</summary>
    [Range(1, 300, ErrorMessage = "It must be between 1 and 300 seconds.")]
    public int FindTimeoutSeconds { get; init; } = 30;

    /// <summary>The names in <see cref="Sources"/>, in order.</summary>
    internal IReadOnlyList<string> Order() => Sources.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var order = Order();
        var isOwn = order.Count > 0 && order.Select(AddressOf).All(address => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback);
        if (!(RequestsPerSecond >= 0.01 && RequestsPerSecond <= (isOwn ? 1000 : 2)))
            yield return Fault(nameof(RequestsPerSecond), "It must be between 0.01 and 2: the portal serves everybody.");
        if (order.Except([GraphQl, Rest, Zakup]).Any() || order.Distinct().Count() < order.Count)
            yield return Fault(nameof(Sources), "It is a list of graphql, rest and zakup, each at most once, like graphql,rest,zakup.");
        if (Token.Length == 0 && (order.Contains(GraphQl) || order.Contains(Rest)))
            yield return Fault(nameof(Token), "graphql and rest need the portal's token. Set it, or leave them out of Portal:Sources.");
        if (Token.Length > 0 && !IsToken(Token))
            yield return Fault(nameof(Token), "It is not a token: 8 to 4096 visible characters without spaces. Copy the whole line.");
        foreach (var (name, url) in new[] { (nameof(GraphQlUrl), GraphQlUrl), (nameof(RestUrl), RestUrl), (nameof(ZakupUrl), ZakupUrl) })
            if (!IsSafe(url))
                yield return Fault(name, "It is not an https address. (http only on this machine: else the token would travel open.)");
        if (Proxy.Length > 0 && !IsProxy(Proxy))
            yield return Fault(nameof(Proxy), "It is not an address like http://10.0.0.1:3128. A login goes into Portal:ProxyLogin.");
        if (ProxyLogin.Length > 0 && !ProxyLogin.Contains(':', StringComparison.Ordinal))
            yield return Fault(nameof(ProxyLogin), "It is written as user:password.");
        if (CaBundle.Length > 0 && PortalTrust.WhyNot(CaBundle) is { } why)
            yield return Fault(nameof(CaBundle), why);
        if (UserAgent.Length is 0 or > 200 || UserAgent.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            yield return Fault(nameof(UserAgent), "It is 1 to 200 Latin letters, digits and signs.");
    }

    /// <summary>Where a source of <see cref="Sources"/> is.</summary>
    internal string AddressOf(string source) => source switch { GraphQl => GraphQlUrl, Rest => RestUrl, _ => ZakupUrl };

    /// <summary>What can stand in a header.</summary>
    internal static bool IsToken(string token) => token.Length is >= 8 and <= 4096 && !token.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static bool IsProxy(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0
        && url.Scheme is "http" or "https" or "socks5";

    private static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static ValidationResult Fault(string name, string what) => new(what, [name]);
}
