using System.Net;
using System.Text;
using System.Text.Json;

namespace Library.Tests.Procurement.Sources;

/// <summary>Stands for a source: gives the answers that a test wrote, in order, and remembers what was asked.</summary>
internal sealed class ScriptedPortal : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> answers = new();

    public List<Asked> Requests { get; } = [];

    public ScriptedPortal Json(string body, HttpStatusCode status = HttpStatusCode.OK) => Text(body, "application/json", status);

    public ScriptedPortal Text(string body, string type, HttpStatusCode status = HttpStatusCode.OK) => Answers(() =>
        new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) });

    public ScriptedPortal Fails(Exception fault) => Answers(() => throw fault);

    public ScriptedPortal Answers(Func<HttpResponseMessage> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public HttpClient Client() => new(this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var isUrgent = request.Options.TryGetValue(global::Procurement.PortalRequest.IsUrgent, out var urgent) && urgent;
        Requests.Add(new Asked(request.Method.Method, request.RequestUri!, body, isUrgent));
        return answers.TryDequeue(out var answer) ? answer() : throw new InvalidOperationException("The script has no more answers.");
    }
}

/// <summary>One request as it went out.</summary>
internal sealed record Asked(string Method, Uri Address, string Body, bool IsUrgent)
{
    /// <summary>Of a question to GraphQL: its variables, as JSON without spaces.</summary>
    public string Variables => JsonSerializer.Serialize(JsonDocument.Parse(Body).RootElement.GetProperty("variables"));

    public string Filter => JsonSerializer.Serialize(JsonDocument.Parse(Body).RootElement.GetProperty("variables").GetProperty("filter"));
}
