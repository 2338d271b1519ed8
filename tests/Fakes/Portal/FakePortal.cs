using System.Globalization;
using System.Text;

namespace Fakes.Portal;

/// <summary>
/// A portal of one's own on a free port: the GraphQL service, strict about its schema, the REST service, and the new platform's public
/// lots, all from one store; it misbehaves as it is told, and remembers every request.
/// </summary>
public sealed class FakePortal : IAsyncDisposable
{
    /// <summary>A token that opens nothing in the world.</summary>
    public const string UsualToken = "fake-token-that-opens-nothing";

    private readonly List<PortalRequest> requests = [];
    private readonly WebApplication app;
    private readonly string token;
    private readonly TimeProvider clock;
    private readonly GraphQl graphQl;
    private readonly Rest rest;
    private readonly Zakup zakup;

    private FakePortal(WebApplication app, PortalStore store, string token, Misbehaviour misbehaviour, TimeProvider clock)
    {
        (this.app, this.token, this.clock) = (app, token, clock);
        (Store, Misbehaviour) = (store, misbehaviour);
        graphQl = new GraphQl(store, () => Wall(clock));
        rest = new Rest(store);
        zakup = new Zakup(store);
    }

    public PortalStore Store { get; }
    public Misbehaviour Misbehaviour { get; }

    /// <summary>Without a slash at the end; the root of all three services.</summary>
    public string Url => app.Urls.First();
    public string Token => token;

    /// <summary>Every request so far, in the order in which they were answered.</summary>
    public IReadOnlyList<PortalRequest> Requests
    {
        get
        {
            lock (requests)
                return [.. requests];
        }
    }

    public static async Task<FakePortal> Start(
        PortalStore? store = null, string token = UsualToken, Misbehaviour? misbehaviour = null, TimeProvider? clock = null, int port = 0)
    {
        var app = Doorstep.Build(port);
        var portal = new FakePortal(app, store ?? new PortalStore(), token, misbehaviour ?? new Misbehaviour(),
            clock ?? TimeProvider.System);
        app.MapFallback("{**path}", portal.Handle);
        await app.StartAsync();
        return portal;
    }

    /// <summary>Completes when the process is asked to end.</summary>
    public Task UntilStopped() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Handle(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var path = context.Request.Path + context.Request.QueryString.Value;
        var trouble = Misbehaviour.For(path + body);
        var at = clock.GetUtcNow();
        if (trouble is { Kind: TroubleKind.Slow })
            await Task.Delay(trouble.Delay, clock, context.RequestAborted);
        var (asked, answer) = Answer(context.Request, body, trouble);
        var request = new PortalRequest(context.Request.Method, path, asked.What, asked.After, at, answer.Status, trouble,
            answer.Body.Length);
        lock (requests)
            requests.Add(request);
        await answer.Write(context, isTorn: trouble is { Kind: TroubleKind.Torn });
    }

    private (Asked, PortalAnswer) Answer(HttpRequest request, string body, Trouble? trouble)
    {
        var path = request.Path.Value ?? "";
        var isOpen = path.StartsWith("/api/", StringComparison.Ordinal);
        var asked = new Asked(path, null);
        if (!isOpen && request.Headers.Authorization != $"Bearer {token}")
            return (asked, PortalAnswer.Refusal(request.Headers.Authorization.Count == 0 ? 401 : 403));
        if (path is "/v3/graphql" && request.Method is "POST")
            return graphQl.Answer(body, trouble);
        if (trouble is { IsInsteadOfAnswer: true })
            return (asked, PortalAnswer.InsteadOf(trouble));
        if (isOpen)
            return (asked, zakup.Answer(request));
        var isRest = path.StartsWith("/v3/", StringComparison.Ordinal) && request.Method is "GET";
        return (asked with { After = request.Query["search_after"] }, isRest ? rest.Answer(request, trouble) : PortalAnswer.Refusal(404));
    }

    private static string Wall(TimeProvider clock)
    {
        var utc = clock.GetUtcNow().UtcDateTime;
        var hours = utc < new DateTime(2024, 2, 29, 18, 0, 0, DateTimeKind.Utc) ? 6 : 5;
        return utc.AddHours(hours).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}

/// <summary>A request as it came: what was asked for (a root field or a path), behind which cursor, when, and what was answered.</summary>
public sealed record PortalRequest(
    string Method, string Path, string What, string? After, DateTimeOffset At, int Status, Trouble? Trouble, int Length);

/// <summary>What a request asks for, in short.</summary>
internal sealed record Asked(string What, string? After);
