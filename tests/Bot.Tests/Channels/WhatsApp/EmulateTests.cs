using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Tests.Channels.Telegram;
using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>emulate and our fake agree where both know something.</summary>
public sealed class EmulateTests
{
    [RefereeFact("emulate")]
    public async Task Emulate_signs_as_we_do()
    {
        await using var bot = await WebhookReceiver.Start();
        await using var emulate = await Emulate.Start($"{bot.Url}/whatsapp");
        await emulate.Says("+77010000001", "Сәлем");
        var hook = Assert.Single(bot.Hooks);
        Assert.Equal("Сәлем", hook["Body"]);
        Assert.Equal(TwilioSignature.Of(Emulate.AuthToken, $"{bot.Url}/whatsapp", hook.Fields), hook.Headers["X-Twilio-Signature"]);
    }

    [RefereeFact("emulate")]
    public async Task A_message_has_the_same_fields_here_and_there()
    {
        await using var emulate = await Emulate.Start();
        var theirs = await Send(emulate.Url, Emulate.AccountSid, Emulate.AuthToken, Emulate.Sender);
        await using var twilio = await FakeTwilio.Start();
        var ours = await Send(twilio.Url, twilio.AccountSid, twilio.AuthToken, twilio.Sender);
        Assert.Equal(theirs.Select(field => field.Key).Order(), ours.Select(field => field.Key).Order());
        Assert.All(["status", "direction", "num_media", "api_version"], name => Assert.Equal($"{theirs[name]}", $"{ours[name]}"));
    }

    private static async Task<JsonObject> Send(string url, string account, string token, string from)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{token}")));
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["To"] = "whatsapp:+77010000001", ["From"] = from, ["Body"] = "hi" });
        using var answer = await http.PostAsync(new Uri($"{url}/2010-04-01/Accounts/{account}/Messages.json"), content);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }
}
