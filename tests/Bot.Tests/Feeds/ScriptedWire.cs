namespace Bot.Tests.Feeds;

/// <summary>Stands for the network: a test says what comes back.</summary>
internal sealed class ScriptedWire(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public List<HttpRequestMessage> Requests { get; } = [];

    public static ScriptedWire Of(Func<HttpRequestMessage, HttpResponseMessage> answer) => new((request, _) => Task.FromResult(answer(request)));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Requests)
            Requests.Add(request);
        return answer(request, cancellationToken);
    }
}
