using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Conversation;

namespace Bot.Tests.Durability;

/// <summary>
/// A page of the web channel without a screen: posts a letter until it is taken, and reads the stream, coming back to where it was
/// whenever the connection breaks.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200), GiveUp = TimeSpan.FromMinutes(1);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) };
    private readonly CancellationTokenSource closed = new();
    private readonly List<(long Position, Reply Reply)> heard = [];
    private readonly string folder;
    private Task reading = Task.CompletedTask;

    /// <param name="folder">Where its page is: "" for citizens, "/triage" for coordinators.</param>
    private Browser(string url, string folder)
    {
        this.folder = folder;
        Http = new HttpClient(handler) { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };
        Http.DefaultRequestHeaders.Add("X-Requested-By", "page");
        Http.DefaultRequestHeaders.Add("Accept-Language", "en");
    }

    public HttpClient Http { get; }

    /// <summary>What has come so far, in the order in which it came.</summary>
    public IReadOnlyList<(long Position, Reply Reply)> Heard
    {
        get
        {
            lock (heard)
                return [.. heard];
        }
    }

    public static async Task<Browser> OfCitizen(string url)
    {
        var browser = new Browser(url, "");
        (await browser.Http.GetAsync("/")).EnsureSuccessStatusCode();
        return browser.Open();
    }

    public static async Task<Browser> OfCoordinator(string url, string key, string name)
    {
        var browser = new Browser(url, "/triage");
        await browser.Http.PostAsync("/triage/enter", new FormUrlEncodedContent([new("key", key), new("name", name)]));
        return browser.Open();
    }

    public bool Has(string words) => Heard.Any(said => said.Reply.Text.Contains(words, StringComparison.Ordinal));

    public Button? Offered(string label) => Heard.Reverse().SelectMany(said => said.Reply.Buttons).FirstOrDefault(button => button.Label == label);

    public Task Say(string text) => Post(new { id = NewId(), text });

    public Task Press(string label) => Post(new { id = NewId(), press = Offered(label)!.Token });

    public Task Send(string name, byte[] bytes)
    {
        var id = NewId();
        return PostUntilTaken(() => new MultipartFormDataContent { { new StringContent(id), "id" }, { new ByteArrayContent(bytes), "file", name } });
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await reading;
        Http.Dispose();
        closed.Dispose();
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private Browser Open()
    {
        reading = Task.Run(Read);
        return this;
    }

    private Task Post(object letter) => PostUntilTaken(() => JsonContent.Create(letter));

    /// <summary>The same letter under the same id, as our page does, whatever became of the earlier tries.</summary>
    private async Task PostUntilTaken(Func<HttpContent> make)
    {
        for (var until = DateTime.UtcNow + GiveUp; DateTime.UtcNow < until;)
        {
            try
            {
                using var answer = await Http.PostAsync(folder + "/say", make(), closed.Token);
                if (answer.StatusCode == HttpStatusCode.Accepted)
                    return;
                if ((int)answer.StatusCode is < 500 and not 429)
                    throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
            catch (HttpRequestException)
            {
                // Nobody listens, or it was killed before it answered: again.
            }

            await Task.Delay(Again);
        }

        throw new TimeoutException("The letter was never taken.");
    }

    private async Task Read()
    {
        while (!closed.IsCancellationRequested)
            try
            {
                await ReadOnce();
                await Task.Delay(Again, closed.Token);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                await Task.Delay(Again);
            }
            catch (OperationCanceledException) when (closed.IsCancellationRequested)
            {
                return;
            }
    }

    private async Task ReadOnce()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, folder + "/stream");
        request.Headers.Add("Last-Event-ID", $"{(Heard is [.., var last] ? last.Position : 0)}");
        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, closed.Token);
        using var lines = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(closed.Token));
        for (var position = 0L; await lines.ReadLineAsync(closed.Token) is { } line;)
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                position = long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture);
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                lock (heard)
                    heard.Add((position, JsonSerializer.Deserialize<Reply>(line[6..], Json)!));
    }
}
