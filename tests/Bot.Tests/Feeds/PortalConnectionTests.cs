using System.Net;
using System.Net.Http.Headers;
using Bot.Feeds;
using Fakes;
using Procurement;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>The way to a host, from the source down to the wire.</summary>
public sealed class PortalConnectionTests
{
    private const string Nothing = """{"data":{"Lots":[]}}""";
    private static readonly Uri Host = new("https://portal.test"), GraphQl = new("https://portal.test/v3/graphql");

    private readonly PushedClock clock = new();

    [Fact]
    public async Task The_token_is_shown_to_its_own_host_only()
    {
        var wire = ScriptedWire.Of(_ => Answer(Nothing));
        using var connection = Connection(wire);

        await connection.Http.GetAsync(GraphQl);
        clock.Push(TimeSpan.FromSeconds(1));
        await connection.Http.GetAsync(new Uri("https://portal.test.elsewhere.test/v3"));
        clock.Push(TimeSpan.FromSeconds(1));
        await connection.Http.GetAsync(new Uri("http://portal.test/v3"));

        Assert.Equal([new AuthenticationHeaderValue("Bearer", "secret-token"), null, null], wire.Requests.Select(request => request.Headers.Authorization));
    }

    [Fact]
    public async Task A_host_without_a_token_is_shown_none()
    {
        var wire = ScriptedWire.Of(_ => Answer(Nothing));
        using var connection = new PortalConnection(Host, null, new PortalSettings { Token = "secret-token" }, clock, wire);

        await connection.Http.GetAsync(GraphQl);

        Assert.Null(Assert.Single(wire.Requests).Headers.Authorization);
        Assert.Equal(new PortalSettings().UserAgent, wire.Requests[0].Headers.UserAgent.ToString());
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_given_up_even_when_it_has_begun()
    {
        var wire = ScriptedWire.Of(_ => new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) });
        using var connection = Connection(wire);
        var page = new OwsGraphQl(connection.Http, GraphQl, clock).Page(new PortalQuery(Feed.Lots), default);

        await clock.SomebodyWaits(TimeSpan.FromSeconds(100));
        clock.Push(TimeSpan.FromSeconds(100));

        Assert.Equal(PortalFault.Busy, (await Assert.ThrowsAsync<PortalException>(() => page)).Fault);
    }

    [Fact]
    public async Task Waiting_for_ones_turn_is_not_counted()
    {
        var wire = ScriptedWire.Of(_ => Answer(Nothing));
        using var connection = Connection(wire, new PortalSettings { RequestsPerSecond = 0.01, TimeoutSeconds = 5 });
        var source = new OwsGraphQl(connection.Http, GraphQl, clock);
        await source.Page(new PortalQuery(Feed.Lots), default);

        var page = source.Page(new PortalQuery(Feed.Lots), default);
        clock.Push(TimeSpan.FromSeconds(100));

        Assert.Empty((await page).Rows);
    }

    [Fact]
    public async Task A_pause_that_one_was_asked_for_holds_for_all()
    {
        var wire = ScriptedWire.Of(_ =>
        {
            var response = Answer("{}", HttpStatusCode.TooManyRequests);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(20));
            return response;
        });
        using var connection = Connection(wire);
        await Assert.ThrowsAsync<PortalException>(() => new OwsGraphQl(connection.Http, GraphQl, clock).Page(new PortalQuery(Feed.Lots), default));

        var other = new OwsRest(connection.Http, Host, clock).Find(new Wanted { LotId = 1 }, default);
        clock.Push(TimeSpan.FromSeconds(19));
        Assert.Single(wire.Requests);
        clock.Push(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<PortalException>(() => other);
        Assert.Equal(2, wire.Requests.Count);
    }

    private PortalConnection Connection(HttpMessageHandler wire, PortalSettings? settings = null) =>
        new(Host, new TokenLatch(() => "secret-token"), settings ?? new PortalSettings(), clock, wire);

    private static HttpResponseMessage Answer(string body, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(body) };

    /// <summary>A body that never comes to its end.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
