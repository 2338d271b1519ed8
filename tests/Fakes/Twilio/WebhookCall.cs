namespace Fakes.Twilio;

/// <summary>One try of a webhook over HTTP: signed over the public address, brought to where the bot listens.</summary>
internal sealed class WebhookCall(World world) : IDisposable
{
    /// <summary>The time limits run by the fake's clock, so the client's own must not.</summary>
    private readonly HttpClient http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Where a public address really is; null: at that address.</summary>
    public (string Public, string Local)? Proxy { get; set; }

    /// <param name="url">As it is signed: without its fragment.</param>
    /// <returns>The HTTP status; 0: no connection, -1: no answer in time.</returns>
    public async Task<int> Try(
        string url, Dictionary<string, string> fields, string token, TimeSpan patience, CancellationToken stopped)
    {
        using var time = new CancellationTokenSource(patience, world.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, stopped);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, AtHome(url)) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("X-Twilio-Signature", TwilioSignature.Of(world.Account.Token, url, fields));
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

    public void Alert(int code, string url, string what)
    {
        lock (world.Gate)
            world.Alerts.Add(new FakeAlert(code, url, what));
    }

    public void Dispose() => http.Dispose();

    private Uri AtHome(string url) => new(Proxy is { } proxy && url.StartsWith(proxy.Public, StringComparison.Ordinal)
        ? proxy.Local + url[proxy.Public.Length..] : url);
}
