using System.Globalization;

namespace Fakes.Twilio;

/// <summary>
/// Brings signed webhooks: tried again as often and after such failures as the address says, all tries within 15 seconds by the
/// clock; then the fallback address once; then lost.
/// </summary>
internal sealed class WebhookPush(World world, WebhookCall call) : IAsyncDisposable
{
    /// <summary>Above it the lanes that are over are forgotten.</summary>
    private const int MostLanes = 1000;

    private readonly Dictionary<string, Task> lanes = [];
    private readonly List<Waiting> held = [];
    private readonly CancellationTokenSource stopped = new();
    private bool isHolding;

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

    /// <summary>Brings what has piled up one by one; an index may come often or not at all. The caller holds the gate.</summary>
    public Task Release(Func<IReadOnlyList<FakeWebhook>, IEnumerable<int>> order)
    {
        var list = held.ToList();
        held.Clear();
        isHolding = false;
        foreach (var index in order([.. list.Select(one => new FakeWebhook(one.Kind, one.Url, one.Fields, [], false))]))
            Start(list[index] with { Lane = "released" });
        return lanes.GetValueOrDefault("released") ?? Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        Task[] last;
        lock (world.Gate)
            last = [.. lanes.Values];
        await Task.WhenAll(last);
        stopped.Dispose();
    }

    private void Start(Waiting waiting)
    {
        if (lanes.Count > MostLanes)
            foreach (var over in lanes.Where(lane => lane.Value.IsCompleted).Select(lane => lane.Key).ToList())
                lanes.Remove(over);
        var before = lanes.GetValueOrDefault(waiting.Lane) ?? Task.CompletedTask;
        lanes[waiting.Lane] = Bring(waiting, before);
    }

    private async Task Bring(Waiting waiting, Task before)
    {
        await before;
        await Task.Yield();
        var token = Guid.NewGuid().ToString();
        for (var copy = 0; copy < Copies && !stopped.IsCancellationRequested; copy++)
        {
            var tries = new List<int>();
            var delivered = await Deliver(waiting.Url, waiting.Fields, token, tries);
            if (!delivered && !stopped.IsCancellationRequested && waiting.Fallback is { } fallback)
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
            var outcome = await call.Try(url.Split('#')[0], fields, token, left, stopped.Token);
            tries.Add(outcome);
            if (outcome is >= 200 and < 300)
                return true;
            call.Alert(CodeOf(outcome), url, $"outcome {outcome.ToString(CultureInfo.InvariantCulture)}");
            if (!patience.TriesAgainAfter(outcome))
                return false;
        }

        return false;
    }

    private static int CodeOf(int outcome) => outcome is 0 or -1 ? 11205 : 11200;
}
