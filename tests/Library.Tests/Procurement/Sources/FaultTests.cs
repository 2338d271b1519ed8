using System.Net;
using System.Net.Http.Headers;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Sources;

/// <summary>Everything that the portal does instead of answering, and what each is taken for.</summary>
public sealed class FaultTests
{
    private const string Page = """{"data":{"Lots":[{"__typename":"Lots","id":3,"lotNumber":"81861406-ЗЦП1"}]}}""";
    private const string Forbidden =
        """{"name":"Forbidden","message":"Access denied","code":0,"status":403,"type":"yii\\web\\HttpException"}""";

    [Theory]
    [InlineData(401, "{}", PortalFault.Token)]
    [InlineData(403, Forbidden, PortalFault.Token)]
    [InlineData(403, "<html>closed</html>", PortalFault.Token)]
    [InlineData(404, """{"name":"Not Found","message":"Invalid Route"}""", PortalFault.Token)]
    [InlineData(404, "<html>nothing here</html>", PortalFault.Garbled)]
    [InlineData(404, """{"name":"Not Found","message":"Страница не найдена"}""", PortalFault.Question)]
    [InlineData(400, "{}", PortalFault.Question)]
    [InlineData(413, "", PortalFault.Question)]
    [InlineData(301, "", PortalFault.Garbled)]
    [InlineData(204, "", PortalFault.Garbled)]
    [InlineData(408, "", PortalFault.Busy)]
    [InlineData(429, "", PortalFault.Busy)]
    [InlineData(500, "<html>oops</html>", PortalFault.Busy)]
    [InlineData(502, "", PortalFault.Busy)]
    [InlineData(503, "", PortalFault.Busy)]
    [InlineData(504, "", PortalFault.Busy)]
    [InlineData(200, "", PortalFault.Garbled)]
    [InlineData(200, "  <!DOCTYPE html><html>maintenance</html>", PortalFault.Garbled)]
    [InlineData(200, """{"data":{"Lots":[{"id":3},{"id":""", PortalFault.Garbled)]
    [InlineData(200, "[]", PortalFault.Garbled)]
    [InlineData(200, "7", PortalFault.Garbled)]
    [InlineData(200, """{"data":null}""", PortalFault.Garbled)]
    [InlineData(200, """{"data":{}}""", PortalFault.Garbled)]
    [InlineData(200, """{"data":{"Lots":{}}}""", PortalFault.Garbled)]
    [InlineData(200, """{"errors":[{"message":"Expected type String"}]}""", PortalFault.Question)]
    [InlineData(200, """{"errors":[{"message":"no"}],"data":{"Lots":[{"id":3}]}}""", PortalFault.Question)]    // however much data came with it
    [InlineData(200, """{"errors":[null],"data":{"Lots":[]}}""", PortalFault.Question)]
    public async Task An_answer_that_is_none_is_a_fault_of_its_kind(int status, string body, PortalFault kind) =>
        Assert.Equal(kind, (await FaultOf(new ScriptedPortal().Json(body, (HttpStatusCode)status))).Fault);

    [Fact]
    public async Task The_services_own_reason_is_told_but_not_at_any_length()
    {
        var fault = await FaultOf(new ScriptedPortal().Json($$$"""{"errors":[{"message":"{{{new string('x', 5000)}}}"}]}"""));

        Assert.Contains("xxx", fault.Message, StringComparison.Ordinal);
        Assert.InRange(fault.Message.Length, 1, 400);
    }

    public static TheoryData<Exception, PortalFault> Breakdowns { get; } = new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), PortalFault.Busy },
        { new HttpRequestException(HttpRequestError.NameResolutionError), PortalFault.Busy },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), PortalFault.Busy },
        { new HttpRequestException(HttpRequestError.ResponseEnded), PortalFault.Garbled },
        { new HttpRequestException(HttpRequestError.InvalidResponse), PortalFault.Garbled },
        { new HttpIOException(HttpRequestError.ResponseEnded), PortalFault.Garbled },
        { new InvalidDataException("cut in the middle of the compression"), PortalFault.Garbled },
        { new TaskCanceledException("too slow"), PortalFault.Busy },
    };

    [Theory]
    [MemberData(nameof(Breakdowns))]
    public async Task A_connection_that_breaks_is_a_fault_of_its_kind(Exception breakdown, PortalFault kind) =>
        Assert.Equal(kind, (await FaultOf(new ScriptedPortal().Fails(breakdown))).Fault);

    [Fact]
    public async Task A_body_shorter_than_it_promised_is_garbled()
    {
        var portal = new ScriptedPortal().Answers(() => new HttpResponseMessage { Content = new CutContent() });

        Assert.Equal(PortalFault.Garbled, (await FaultOf(portal)).Fault);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Fri, 24 Jul 2026 12:00:30 GMT", 30)]
    [InlineData("Fri, 24 Jul 2026 11:00:00 GMT", null)]    // over already
    [InlineData(null, null)]
    public async Task Whoever_asks_to_wait_is_heard(string? retryAfter, int? seconds)
    {
        var portal = new ScriptedPortal().Answers(() =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            response.Headers.RetryAfter = retryAfter is null ? null : RetryConditionHeaderValue.Parse(retryAfter);
            return response;
        });

        var wait = (await FaultOf(portal)).RetryAfter;

        Assert.Equal(seconds, wait?.TotalSeconds);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_not_told_a_fault()
    {
        using var leaving = new CancellationTokenSource();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Source(new ScriptedPortal().Json(Page)).Page(new(Feed.Lots), leaving.Token));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_fault() =>
        Assert.Single((await Source(new ScriptedPortal().Json("\uFEFF" + Page)).Page(new(Feed.Lots), default)).Rows);

    private static Task<PortalException> FaultOf(ScriptedPortal portal) =>
        Assert.ThrowsAsync<PortalException>(() => Source(portal).Page(new PortalQuery(Feed.Lots), default));

    private static OwsGraphQl Source(ScriptedPortal portal) => new(portal.Client(), new Uri("https://portal.test/v3/graphql"), new Noon());

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 7, 24, 12, 0, 0, TimeSpan.Zero);
    }

    private sealed class CutContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded);

        protected override bool TryComputeLength(out long length)
        {
            length = 100;
            return true;
        }
    }
}
