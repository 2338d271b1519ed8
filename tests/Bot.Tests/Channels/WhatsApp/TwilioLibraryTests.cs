using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Channels.Telegram;
using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>Twilio's own library takes the fake for the real one: its signatures, and its API.</summary>
public sealed class TwilioLibraryTests
{
    private const string Token = "fa4efa4efa4efa4efa4efa4efa4efa4e";

    [RefereeFact("twilio")]
    public async Task Twilio_s_library_accepts_our_signatures_and_no_others()
    {
        Dictionary<string, string> fields = new() { ["Body"] = "Сәлем & пока", ["AccountSid"] = "AC1", ["a"] = "", ["NumMedia"] = "0" };
        string[] urls =
        [
            "https://bot.example.kz/whatsapp", "https://bot.example.kz:8443/whatsapp", "https://bot.example.kz/whatsapp?b=2&a=1",
            "http://127.0.0.1:5005/whatsapp/status?x=it's", "https://bot.example.kz/%D2%9B?q=a+b",
        ];
        var body = """{"жоқ":1}"""u8.ToArray();
        var list = new JsonArray();
        foreach (var url in urls)
        {
            list.Add(Hook(url, TwilioSignature.Of(Token, url, fields), fields));
            list.Add(Hook(url, TwilioSignature.Of(Token, url, fields.Append(KeyValuePair.Create("more", "1"))), fields));
            list.Add(Hook(url, TwilioSignature.Of("other", url, fields), fields));
            var hashed = TwilioSignature.WithBodyHash(url, body);
            list.Add(Hook(hashed, TwilioSignature.Of(Token, hashed, []), null, """{"жоқ":1}"""));
            list.Add(Hook(hashed, TwilioSignature.Of(Token, hashed, []), null, """{"жоқ":2}"""));
        }

        var verdicts = JsonSerializer.Deserialize<bool[]>(await Node.Run("twilio-signatures.js", list.ToJsonString()))!;
        Assert.Equal(urls.SelectMany(_ => new[] { true, false, false, true, false }), verdicts);
    }

    [RefereeFact("twilio")]
    public async Task Twilio_s_library_accepts_the_webhooks_that_people_cause()
    {
        await using var stage = await TwilioStage.Start("?from=twilio#rc=2&rp=all");
        stage.Person.Says("Сәлеметсіз бе, мектеп төбесі & есік");
        stage.Person.SendsPhoto([1, 2, 3], caption: "төбе");
        stage.Person.SendsLocation(51.1694, 71.4491, "Астана");
        await stage.Send();
        await stage.Twilio.WaitFor(fake => fake.Webhooks.Count >= 6);
        var list = new JsonArray([.. stage.Bot.Hooks.Select(hook => (JsonNode)Hook(
            stage.Bot.Url + hook.Path, hook.Headers["X-Twilio-Signature"], hook.Fields))]);
        var verdicts = JsonSerializer.Deserialize<bool[]>(await Node.Run("twilio-signatures.js", list.ToJsonString()))!;
        Assert.Equal(6, verdicts.Length);
        Assert.All(verdicts, Assert.True);
    }

    [RefereeFact("twilio")]
    public async Task Twilio_s_client_creates_lists_fetches_redacts_and_deletes()
    {
        await using var twilio = await FakeTwilio.Start();
        var person = twilio.Person(TwilioStage.Number, "Айгүл");
        var inbound = person.SendsPhoto([1, 2, 3], "image/png");
        var seen = JsonNode.Parse(await Node.Run(
            "twilio-client.js", "", ("API_URL", twilio.Url), ("ACCOUNT", twilio.AccountSid), ("TOKEN", twilio.AuthToken),
            ("FROM", twilio.Sender), ("TO", person.Address), ("INBOUND", inbound)))!;
        Assert.All(seen["created"]!.AsArray(), created => Assert.Equal("""["queued","outbound-api","0",null,true]""", created!.ToJsonString()));
        Assert.Equal("""["delivered","delivered","delivered"]""", seen["ended"]!.ToJsonString());
        Assert.Equal("""["three","two","one"]""", seen["listed"]!.ToJsonString());
        Assert.Equal(("400 21617", "400 21211"), (Text(seen, "long"), Text(seen, "nobody")));
        Assert.Equal(("", "404 20404", "401 20003"), (Text(seen, "redacted"), Text(seen, "gone"), Text(seen, "stranger")));
        Assert.Equal("""["image/png"]""", seen["media"]!.ToJsonString());
        Assert.All(["deleted", "mediaDeleted", "contentDeleted"], name => Assert.True(seen[name]!.GetValue<bool>()));
        Assert.Equal(["kk", "Сәлем, Дана! Дұрыс па?"], seen["content"]!.AsArray().Select(text => text!.GetValue<string>()));
        Assert.Equal(["received", "choice"], seen["approval"]!.AsArray().Select(text => text!.GetValue<string>()));
        Assert.Equal("""["received"]""", seen["approvals"]!.ToJsonString());
        Assert.Equal("active", Text(seen, "account"));
        Assert.Equal(["Иә"], person.Received[^1].Buttons.Select(button => button.Title));
    }

    private static string Text(JsonNode seen, string name) => seen[name]!.GetValue<string>();

    private static JsonObject Hook(string url, string signature, IReadOnlyDictionary<string, string>? fields, string? body = null)
    {
        var hook = new JsonObject { ["token"] = Token, ["url"] = url, ["signature"] = signature };
        if (fields is not null)
            hook["fields"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));
        if (body is not null)
            hook["body"] = body;
        return hook;
    }
}
