using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>What people do, as the bot sees it.</summary>
public sealed class FakeTwilioPeopleTests
{
    [Fact]
    public async Task A_button_and_a_row_come_back_with_their_ids_and_the_message_they_were_under()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        var buttons = stage.Twilio.AddContent("kk", "sure", JsonNode.Parse(
            """{"twilio/quick-reply":{"body":"Дұрыс па?","actions":[{"type":"QUICK_REPLY","title":"Иә","id":"yes:1"}]}}""")!.AsObject());
        var list = stage.Twilio.AddContent("kk", "which", JsonNode.Parse(
            """{"twilio/list-picker":{"body":"Қайсысы?","button":"Таңдау","items":[{"item":"№ 5 мектеп","id":"lot:5","description":"Абай"}]}}""")!
            .AsObject());
        var (_, first) = await stage.Send(("ContentSid", buttons));
        await stage.Twilio.WaitForMessages(stage.Person);
        await stage.Send(("ContentSid", list));
        await stage.Twilio.WaitForMessages(stage.Person, 2);
        stage.Person.Presses("Иә");
        stage.Person.Picks("№ 5 мектеп");
        await FakeTwilioWebhookTests.Come(stage, 3);
        var said = stage.Bot.Hooks.Where(hook => hook["SmsStatus"] == "received").ToList();
        Assert.Equal(("Иә", "yes:1", "Иә", "interactive"), (said[1]["ButtonText"], said[1]["ButtonPayload"], said[1]["Body"], said[1]["MessageType"]));
        Assert.Equal(first["sid"]!.GetValue<string>(), said[1]["OriginalRepliedMessageSid"]);
        Assert.Equal(("lot:5", "№ 5 мектеп", "Абай"), (said[2]["ListId"], said[2]["ListTitle"], said[2]["ListDescription"]));
    }

    [Fact]
    public async Task A_place_comes_with_its_coordinates_and_a_link_with_where_it_stood()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.SendsLocation(51.1694, 71.4491, "Астана", "мектеп");
        stage.Person.ComesFrom("https://example.kz/poster", "lot 12");
        await FakeTwilioWebhookTests.Come(stage, 2);
        var (place, link) = (stage.Bot.Hooks[0], stage.Bot.Hooks[1]);
        Assert.Equal(("51.1694", "71.4491", "Астана", "мектеп"), (place["Latitude"], place["Longitude"], place["Address"], place["Label"]));
        Assert.Equal(("https://example.kz/poster", "lot 12"), (link["ReferralSourceUrl"], link["Body"]));
    }

    [Theory]
    [InlineData(63014)]
    [InlineData(63033)]
    public async Task Who_blocks_is_not_reached_until_they_think_better_of_it(int error)
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        stage.Person.Blocks(error);
        Assert.Equal($"undelivered {error}", await stage.EndOf((await stage.Send()).Answer));
        stage.Person.Unblocks();
        Assert.Equal("delivered", await stage.EndOf((await stage.Send()).Answer));
    }

    [Fact]
    public async Task Who_is_not_there_is_told_later_and_not_at_once()
    {
        await using var stage = await TwilioStage.Start();
        var (status, nobody) = await stage.Send(("To", "whatsapp:+77019999999"));
        Assert.Equal(201, status);
        Assert.Equal("undelivered 63003", await stage.EndOf(nobody));
        stage.Person.IsOnWhatsApp = false;
        var (_, left) = await stage.Send();
        Assert.Equal("undelivered 63024", await stage.EndOf(left));
        await stage.Twilio.WaitFor(fake => fake.Webhooks.Any(hook => hook["ErrorCode"] == "63024"));
        var told = stage.Bot.Hooks.Last(hook => hook["ErrorCode"] == "63024");
        Assert.Equal((left["sid"]!.GetValue<string>(), "undelivered"), (told["MessageSid"], told["MessageStatus"]));
    }

    [Fact]
    public async Task A_telephone_that_is_off_gets_its_messages_when_it_is_on_again()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        stage.Person.GoesAway();
        Assert.Equal("sent", await stage.EndOf((await stage.Send()).Answer));
        Assert.Empty(stage.Person.Received);
        stage.Person.ComesBack();
        Assert.Single(stage.Person.Received);
        Assert.Equal("delivered", stage.Twilio.Sent[0].Status);
    }

    [Fact]
    public async Task Any_error_of_the_channel_can_be_asked_for()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        stage.Twilio.FailsNext(stage.Person, 63013, 63049);
        Assert.Equal("undelivered 63013", await stage.EndOf((await stage.Send()).Answer));
        Assert.Equal("undelivered 63049", await stage.EndOf((await stage.Send()).Answer));
        Assert.Equal("delivered", await stage.EndOf((await stage.Send()).Answer));
    }

    [Theory]
    [InlineData("whatsapp", 200)]
    [InlineData("sms", 400)]
    public async Task The_typing_sign_answers_a_message_of_theirs(string channel, int status)
    {
        await using var stage = await TwilioStage.Start();
        var form = new FormUrlEncodedContent([new("channel", channel), new("messageId", stage.Person.Says("hello"))]);
        Assert.Equal(status, (await stage.Ask(HttpMethod.Post, "/v2/Indicators/Typing.json", form)).Status);
    }

    [Fact]
    public async Task Another_process_can_play_a_person()
    {
        await using var stage = await TwilioStage.Start();
        await Act(stage, "webhook", $$"""{"url":"{{stage.Bot.Url}}/other","status":"{{stage.Bot.Url}}/other/status"}""");
        await Act(stage, "say", """{"number":"+77010000005","name":"Дана","text":"сәлем"}""");
        await FakeTwilioWebhookTests.Come(stage);
        await Act(stage, "fail", """{"operation":"send","fault":"429"}""");
        Assert.Equal(429, (await stage.Send(("To", "whatsapp:+77010000005"))).Status);
        await stage.EndOf((await stage.Send(("To", "whatsapp:+77010000005"))).Answer);
        await Act(stage, "block", """{"number":"+77010000005"}""");
        Assert.Equal("undelivered 63014", await stage.EndOf((await stage.Send(("To", "whatsapp:+77010000005"))).Answer));
        var (_, messages) = await stage.Ask(HttpMethod.Get, "/control/messages?number=%2B77010000005");
        Assert.Equal("Сәлем", Assert.Single(messages.AsArray())!["body"]!.GetValue<string>());
        Assert.Equal("/other", stage.Bot.Hooks[0].Path);
        Assert.Equal(400, (await stage.Ask(HttpMethod.Post, "/control/press", new StringContent("""{"number":"+77010000005","title":"?"}"""))).Status);
        using var page = await stage.AskRaw(HttpMethod.Get, "/");
        Assert.Contains("WhatsApp", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task Act(TwilioStage stage, string what, string body)
    {
        var (status, _) = await stage.Ask(HttpMethod.Post, $"/control/{what}", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(200, status);
    }
}
