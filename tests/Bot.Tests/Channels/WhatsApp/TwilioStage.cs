using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Fakes;
using Fakes.Twilio;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>The fake Twilio with a pushed clock, a receiver in the bot's place and a client that asks by hand.</summary>
internal sealed class TwilioStage : IAsyncDisposable
{
    public const string Number = "+77010000001";
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

    public required PushedClock Clock { get; init; }
    public required FakeTwilio Twilio { get; init; }
    public required WebhookReceiver Bot { get; init; }
    public required WhatsAppPerson Person { get; init; }

    public static async Task<TwilioStage> Start(string fragment = "")
    {
        var clock = new PushedClock();
        var twilio = await FakeTwilio.Start(clock);
        var bot = await WebhookReceiver.Start();
        twilio.Webhook = $"{bot.Url}/whatsapp{fragment}";
        twilio.StatusCallback = $"{bot.Url}/whatsapp/status";
        return new TwilioStage { Clock = clock, Twilio = twilio, Bot = bot, Person = twilio.Person(Number, "Айгүл") };
    }

    /// <summary>Asks a message to be sent to the person; what is given here replaces or joins To, From and Body.</summary>
    public Task<(int Status, JsonNode Answer)> Send(params (string Name, string Value)[] given)
    {
        var fields = new Dictionary<string, string> { ["To"] = $"whatsapp:{Number}", ["From"] = Twilio.Sender, ["Body"] = "Сәлем" };
        if (given.Any(field => field.Name is "ContentSid" or "MediaUrl"))
            fields.Remove("Body");
        foreach (var (name, value) in given)
            fields[name] = value;
        return Ask(HttpMethod.Post, "Messages.json", new FormUrlEncodedContent(fields.Where(field => field.Value.Length > 0)));
    }

    /// <summary>Asks the account's API; an address that begins with a slash is asked as it is.</summary>
    public async Task<(int Status, JsonNode Answer)> Ask(HttpMethod method, string path, HttpContent? content = null, string? caller = null)
    {
        using var answer = await AskRaw(method, path, content, caller);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, JsonNode.Parse(text.Length > 0 ? text : "{}")!);
    }

    public async Task<HttpResponseMessage> AskRaw(HttpMethod method, string path, HttpContent? content = null, string? caller = null)
    {
        var url = path.StartsWith("http", StringComparison.Ordinal) ? path
            : path.StartsWith('/') ? Twilio.Url + path : $"{Twilio.Url}/2010-04-01/Accounts/{Twilio.AccountSid}/{path}";
        using var request = new HttpRequestMessage(method, url) { Content = content };
        var who = caller ?? $"{Twilio.AccountSid}:{Twilio.AuthToken}";
        if (who.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(who)));
        return await http.SendAsync(request);
    }

    /// <summary>How a message ended: its status and error, once nothing more happens to it.</summary>
    public async Task<string> EndOf(JsonNode answer)
    {
        var sid = answer["sid"]!.GetValue<string>();
        var sent = await Twilio.WaitFor(fake => fake.Sent.FirstOrDefault(sent => sent.Sid == sid && sent.Status is not ("queued" or "sending")));
        return $"{sent.Status} {sent.ErrorCode}".Trim();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Twilio.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
