using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>What the bot is told, how it is signed, how often it is tried, and in which order it may come.</summary>
public sealed class FakeTwilioWebhookTests
{
    [Fact]
    public async Task A_message_comes_with_the_fields_of_the_real_one()
    {
        await using var stage = await TwilioStage.Start();
        var sid = stage.Person.Says("Сәлеметсіз бе");
        var hook = await Come(stage);
        Assert.Equal(sid, hook["MessageSid"]);
        Assert.Equal(sid, hook["SmsMessageSid"]);
        Assert.Equal(stage.Twilio.AccountSid, hook["AccountSid"]);
        Assert.Equal("whatsapp:+77010000001", hook["From"]);
        Assert.Equal(stage.Twilio.Sender, hook["To"]);
        Assert.Equal("Сәлеметсіз бе", hook["Body"]);
        Assert.Equal("0", hook["NumMedia"]);
        Assert.Equal("Айгүл", hook["ProfileName"]);
        Assert.Equal("77010000001", hook["WaId"]);
        Assert.StartsWith("KZ.", hook["ExternalUserId"], StringComparison.Ordinal);
        Assert.True(hook.Headers.ContainsKey("I-Twilio-Idempotency-Token"));
    }

    [Fact]
    public async Task Who_hides_the_number_comes_by_an_id_and_is_answered_by_it()
    {
        await using var stage = await TwilioStage.Start();
        var hidden = stage.Twilio.Person("+77010000009", "Дана", hidesNumber: true);
        hidden.Says("hello");
        var hook = await Come(stage);
        Assert.StartsWith("whatsapp:KZ.", hook["From"], StringComparison.Ordinal);
        Assert.Null(hook["WaId"]);
        Assert.DoesNotContain("7701", string.Concat(hook.Fields.Values), StringComparison.Ordinal);
        Assert.Equal("delivered", await stage.EndOf((await stage.Send(("To", hook["From"]!))).Answer));
    }

    [Fact]
    public async Task The_signature_is_over_the_address_with_its_query_and_the_sorted_fields()
    {
        await using var stage = await TwilioStage.Start();
        var url = $"{stage.Bot.Url}/whatsapp?b=2&a=it's";
        stage.Twilio.Webhook = url + "#rc=5&rp=all";
        stage.Person.Says("hello");
        var hook = await Come(stage);
        var text = url + string.Concat(hook.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // Twilio's own scheme
        var expected = HMACSHA1.HashData(Encoding.UTF8.GetBytes(stage.Twilio.AuthToken), Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
        Assert.Equal(Convert.ToBase64String(expected), hook.Headers["X-Twilio-Signature"]);
    }

    [Fact]
    public async Task Statuses_come_one_after_another_and_read_when_the_person_looks()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        var sid = (await stage.Send()).Answer["sid"]!.GetValue<string>();
        await stage.Twilio.WaitForMessages(stage.Person);
        stage.Person.Reads();
        await stage.Twilio.WaitFor(fake => fake.Webhooks.Any(hook => hook["MessageStatus"] == "read"));
        Assert.Equal(
            ["queued", "sent", "delivered", "read"],
            stage.Bot.Hooks.Where(hook => hook["MessageSid"] == sid).Select(hook => hook["MessageStatus"]));
    }

    [Fact]
    public async Task Held_statuses_come_in_any_order_and_as_often_as_a_test_wants()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        await Come(stage);
        stage.Twilio.Hold();
        await stage.Send();
        await stage.Twilio.WaitForMessages(stage.Person);
        await stage.Twilio.Release(held => Enumerable.Range(0, held.Count).Reverse().Append(0));
        Assert.Equal(["delivered", "sent", "queued", "queued"], stage.Bot.Hooks.Skip(1).Select(hook => hook["MessageStatus"]));
    }

    internal static async Task<WebhookReceiver.Hook> Come(TwilioStage stage, int count = 1)
    {
        await stage.Twilio.WaitFor(fake => fake.Webhooks.Count(hook => hook.Kind == "message") >= count);
        return stage.Bot.Hooks.Last(hook => hook["SmsStatus"] == "received");
    }
}
