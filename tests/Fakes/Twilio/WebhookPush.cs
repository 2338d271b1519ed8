using System.Globalization;

namespace Fakes.Twilio;

/// <summary>
/// Brings signed webhooks: tried again as often and after such failures as the address says, all tries within 15 seconds by the
/// clock; then the fallback address once; then lost.
/// </summary>
internal sealed class WebhookPush(World world) : IDisposable
{
    /// <summary>The time limits run by the fake's clock, so the client's own must not.</summary>
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Dictionary<string, Task> lanes = [];
    private readonly List<Waiting> held = [];
    private readonly CancellationTokenSource stopped = new();
    private bool isHolding;

    /// <summary>Where a public address really is; null: at that address.</summary>
    public (string Public, string Local)? Proxy { get; set; }

    /// <summary>How often each webhook is brought, though it was taken the first time.</summary>
    public int Copies { get; set; } = 1;

    private sealed record Waiting(string Kind, string Url, string? Fallback, Dictionary<string, string> Fields, string Lane);

    /// <summary>Brings it after everything earlier in the same lane. The caller holds the world's gate.</summary>
    public void Send(string kind, string url, string? fallback, Dictionary<string, string> fields, string lane)
    {
        var waiting = new Waiting(kind, url, fallback, fields, lane);
        if (isHolding)
            held.Add(waiting);
        else
            Start(waiting);
    }

    /// <summary>From here webhooks pile up. The caller holds the world's gate.</summary>
    public void Hold() => isHolding = true;

    /// <summary>Brings what has piled up, one after another in this order; an index may come often or not at all. The caller holds the gate.</summary>
    public Task Release(Func<IReadOnlyList<FakeWebhook>, IEnumerable<int>> order)
    {
        var list = held.ToList();
        held.Clear();
        isHolding = false;
        foreach (var index in order([.. list.Select(one => new FakeWebhook(one.Kind, one.Url, one.Fields, [], false))]))
            Start(list[index] with { Lane = "released" });
        return lanes.GetValueOrDefault("released") ?? Task.CompletedTask;
    }

    public void Dispose()
    {
        stopped.Cancel();
        stopped.Dispose();
        http.Dispose();
    }

    private void Start(Waiting waiting)
    {
        var before = lanes.GetValueOrDefault(waiting.Lane) ?? Task.CompletedTask;
        lanes[waiting.Lane] = Bring(waiting, before);
    }

    private async Task Bring(Waiting waiting, Task before)
    {
        await before;
        await Task.Yield();
        for (var copy = 0; copy < Copies && !stopped.IsCancellationRequested; copy++)
        {
            var tries = new List<int>();
            var token = Guid.NewGuid().ToString();
            var delivered = await Deliver(waiting.Url, waiting.Fields, token, tries);
            if (!delivered && waiting.Fallback is { } fallback)
            {
                var fields = new Dictionary<string, string>(waiting.Fields)
                {
                    ["ErrorCode"] = CodeOf(tries[^1]).ToString(CultureInfo.InvariantCulture),
                    ["ErrorUrl"] = waiting.Url,
                };
                delivered = await Deliver(fallback, fields, token, tries);
            }

            lock (world.Gate)
                world.Webhooks.Add(new FakeWebhook(waiting.Kind, waiting.Url, waiting.Fields, tries, delivered));
            world.Changed();
        }
    }

    private async Task<bool> Deliver(string url, Dictionary<string, string> fields, string token, List<int> tries)
    {
        var patience = ConnectionOverrides.Of(url);
        var deadline = world.Now + patience.Total;
        for (var retry = 0; retry <= patience.Retries && world.Now < deadline && !stopped.IsCancellationRequested; retry++)
        {
            var left = TimeSpan.FromTicks(Math.Min(patience.Read.Ticks, (deadline - world.Now).Ticks));
            var outcome = await TryOnce(url.Split('#')[0], fields, token, left);
            tries.Add(outcome);
            if (outcome is >= 200 and < 300)
                return true;
            Alert(CodeOf(outcome), url, $"outcome {outcome.ToString(CultureInfo.InvariantCulture)}");
            if (!patience.TriesAgainAfter(outcome))
                return false;
        }

        return false;
    }

    private async Task<int> TryOnce(string url, Dictionary<string, string> fields, string token, TimeSpan patience)
    {
        using var time = new CancellationTokenSource(patience, world.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, stopped.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, AtHome(url)) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("X-Twilio-Signature", Signature.Of(world.Account.Token, url, fields));
            request.Headers.Add("I-Twilio-Idempotency-Token", token);
            request.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
            if (Proxy is not null)
            {
                request.Headers.Add("X-Forwarded-Proto", new Uri(url).Scheme);
                request.Headers.Add("X-Forwarded-Host", new Uri(url).Authority);
            }

            using var answer = await http.SendAsync(request, either.Token);
            var text = await answer.Content.ReadAsStringAsync(either.Token);
            if (answer.IsSuccessStatusCode && text.Length > 0 && !TwiML.IsEmptyResponse(text))
                Alert(12100, url, "the answer is no empty TwiML, and this fake carries none out");
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
        catch (OperationCanceledException)
        {
            return -1;
        }
    }

    private Uri AtHome(string url) => new(Proxy is { } proxy && url.StartsWith(proxy.Public, StringComparison.Ordinal)
        ? proxy.Local + url[proxy.Public.Length..] : url);

    private static int CodeOf(int outcome) => outcome is 0 or -1 ? 11205 : 11200;

    private void Alert(int code, string url, string what)
    {
        lock (world.Gate)
            world.Alerts.Add(new FakeAlert(code, url, what));
    }
}
