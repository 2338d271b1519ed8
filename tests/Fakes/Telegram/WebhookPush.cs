using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>
/// Brings updates to the webhook: one at a time in a lane; the first failure is repeated at once, then after 2, 4, 8 … 60 seconds,
/// or when the bot's Retry-After says; an update is dropped when its life is over, the webhook after 23 hours of 410.
/// </summary>
internal sealed class WebhookPush(World world, Func<string, JsonObject, string?> carryOut) : IDisposable
{
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1), GivenUp = TimeSpan.FromHours(23);
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public async Task Run(CancellationToken stopped)
    {
        while (!stopped.IsCancellationRequested)
        {
            var change = world.NextChange();
            var pause = StartAll(stopped);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stopped);
            await Task.WhenAny(change, Task.Delay(pause, world.Clock, wait.Token));
            await wait.CancelAsync();
        }
    }

    public void Dispose() => http.Dispose();

    /// <returns>How long nothing will fall due.</returns>
    private TimeSpan StartAll(CancellationToken stopped)
    {
        lock (world.Gate)
        {
            var pause = TimeSpan.FromHours(1);
            if (world.Webhook is not { } webhook)
                return pause;
            var now = world.Clock.GetUtcNow();
            var busy = world.Queue.Alive().Where(update => update.InFlight).Select(update => update.Lane).ToHashSet();
            foreach (var update in world.Queue.InOrder(world.Queue.Alive().Where(update => !update.InFlight)).ToList())
            {
                if (busy.Count >= webhook.MaxConnections || !busy.Add(update.Lane))
                    continue;
                if (update.NextTry > now)
                    pause = TimeSpan.FromTicks(Math.Min(pause.Ticks, (update.NextTry - now).Ticks));
                else
                {
                    update.InFlight = true;
                    _ = Deliver(webhook, update, stopped);
                }
            }

            return pause;
        }
    }

    private async Task Deliver(World.WebhookState webhook, UpdateQueue.Waiting update, CancellationToken stopped)
    {
        var (status, retryAfter, answer) = (0, (TimeSpan?)null, "");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(update.Json) };
            request.Content.Headers.ContentType = new("application/json");
            if (webhook.Secret is not null)
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", webhook.Secret);
            using var response = await http.SendAsync(request, stopped);
            (status, retryAfter) = ((int)response.StatusCode, response.Headers.RetryAfter?.Delta);
            answer = await response.Content.ReadAsStringAsync(stopped);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            answer = e.GetType().Name;    // no answer counts as a failure
        }

        lock (world.Gate)
        {
            update.InFlight = false;
            if (status is >= 200 and < 300)
                world.Queue.Acknowledge(update);
            else
                Fail(webhook, update, status, retryAfter);
        }

        if (status is >= 200 and < 300)
            Reply(answer);
        world.Changed();
    }

    private void Fail(World.WebhookState webhook, UpdateQueue.Waiting update, int status, TimeSpan? retryAfter)
    {
        var now = world.Clock.GetUtcNow();
        webhook.LastError = status == 0 ? "Connection refused" : $"Wrong response from the webhook: {status}";
        webhook.LastErrorAt = world.Now;
        webhook.GoneSince = status == 410 ? webhook.GoneSince ?? now : null;
        if (now - webhook.GoneSince > GivenUp)
            world.Webhook = null;
        if (retryAfter is { } asked)
            update.NextTry = now + TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestAsked.Ticks));
        else
        {
            update.NextTry = now.AddSeconds(update.Failures == 0 ? 0 : Math.Min(60, Math.Pow(2, update.Failures)));
            update.Failures++;
        }

        if (update.NextTry >= update.Expires)
            world.Queue.Remove(update);
    }

    /// <summary>An answer may hold one call of a method, whose outcome the bot never learns.</summary>
    private void Reply(string answer)
    {
        try
        {
            var call = answer.Length > 0 ? JsonNode.Parse(answer) as JsonObject : null;
            if (call?["method"]?.GetValue<string>() is { } method)
            {
                call.Remove("method");
                carryOut(method, call);
            }
        }
        catch (JsonException)
        {
            return;    // any text is a good answer
        }
    }
}
