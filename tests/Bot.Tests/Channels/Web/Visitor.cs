using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Conversation;

namespace Bot.Tests.Channels.Web;

/// <summary>A browser without a screen: keeps cookies and speaks as our page does.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false };

    public Visitor(ScriptedBot bot)
    {
        Http = new HttpClient(handler) { BaseAddress = new Uri(bot.Url), Timeout = TimeSpan.FromMinutes(1) };
        Http.DefaultRequestHeaders.Add("X-Requested-By", "page");
    }

    public HttpClient Http { get; }
    public CookieContainer Cookies => handler.CookieContainer;

    public static async Task<Visitor> Of(ScriptedBot bot)
    {
        var visitor = new Visitor(bot);
        (await visitor.Http.GetAsync("/")).EnsureSuccessStatusCode();
        return visitor;
    }

    public static async Task<Visitor> Coordinator(ScriptedBot bot, string key = "sunrise", string name = "Айгүл")
    {
        var visitor = new Visitor(bot);
        await visitor.Enter(key, name);
        return visitor;
    }

    /// <summary>The page's text, whatever its status.</summary>
    public async Task<string> Read(string address) => await (await Http.GetAsync(address)).Content.ReadAsStringAsync();

    public Task<HttpResponseMessage> Enter(string key, string name) =>
        Http.PostAsync("/triage/enter", new FormUrlEncodedContent([new("key", key), new("name", name)]));

    public Task<HttpResponseMessage> Say(string text, string id = "message-0001", string to = "/say") =>
        Http.PostAsJsonAsync(to, new { id, text });

    public Task<HttpResponseMessage> SayBytes(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new("application/json");
        return Http.PostAsync("/say", content);
    }

    /// <summary>Reads the stream until it has brought so many replies, and leaves.</summary>
    public async Task<List<(long Position, string Text)>> Hear(int count, string from = "/stream", long? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, from);
        if (lastEventId is { } last)
            request.Headers.Add("Last-Event-ID", $"{last}");

        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8);
        var heard = new List<(long, string)>();
        for (var position = 0L; heard.Count < count && await lines.ReadLineAsync() is { } line;)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                position = long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture);
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                heard.Add((position, JsonSerializer.Deserialize<Reply>(line[6..], Json)!.Text));
        }

        return heard;
    }

    public void Dispose()
    {
        Http.Dispose();
        handler.Dispose();
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };
}
