using System.Text;
using System.Text.Json.Nodes;
using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>The made-up Twilio is as strict as the real one: what it refuses at once, and what only later.</summary>
public sealed class FakeTwilioTests
{
    [Theory]
    [InlineData("To", "", 400, 21604)]
    [InlineData("To", "whatsapp:12", 400, 21211)]
    [InlineData("To", "whatsapp:87010000001", 400, 21211)]
    [InlineData("To", "+77010000001", 400, 21910)]
    [InlineData("From", "", 400, 21603)]
    [InlineData("From", "whatsapp:+77019999999", 400, 63007)]
    [InlineData("Body", "", 400, 21619)]
    [InlineData("StatusCallback", "ftp://bot.example.kz", 400, 21609)]
    [InlineData("StatusCallback", "nowhere", 400, 21609)]
    [InlineData("Colour", "red", 400, 20001)]
    [InlineData("MaxPrice", "cheap", 400, 20001)]
    [InlineData("ContentRetention", "burn", 400, 20001)]
    [InlineData("ContentVariables", "{}", 400, 21654)]
    [InlineData("ContentSid", "HX1", 400, 21655)]
    [InlineData("SendAt", "2026-09-02", 501, 20001)]
    [InlineData("MaxPrice", "0.05", 201, null)]
    public async Task A_request_is_answered_as_the_real_one_would(string name, string value, int status, int? code)
    {
        await using var stage = await TwilioStage.Start();
        var (given, answer) = await stage.Send((name, value));
        Assert.Equal((status, code), (given, answer["code"]?.GetValue<int>()));
        if (code is { } number)
        {
            Assert.Equal(status, answer["status"]!.GetValue<int>());
            Assert.Equal($"https://www.twilio.com/docs/errors/{number}", answer["more_info"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData(1600, 201)]
    [InlineData(1601, 400)]
    public async Task A_text_holds_1600_characters(int length, int status)
    {
        await using var stage = await TwilioStage.Start();
        Assert.Equal(status, (await stage.Send(("Body", new string('ә', length)))).Status);
    }

    [Fact]
    public async Task An_accepted_message_is_queued_without_an_error_and_shown_in_full()
    {
        await using var stage = await TwilioStage.Start();
        var (_, answer) = await stage.Send();
        Assert.Matches("^SM[0-9a-f]{32}$", answer["sid"]!.GetValue<string>());
        Assert.Equal("queued", answer["status"]!.GetValue<string>());
        Assert.Null(answer["error_code"]);
        Assert.Equal("Tue, 01 Sep 2026 08:00:00 +0000", answer["date_created"]!.GetValue<string>());
        Assert.Equal(("0", "1"), (answer["num_media"]!.GetValue<string>(), answer["num_segments"]!.GetValue<string>()));
        Assert.EndsWith($"/Messages/{answer["sid"]}.json", answer["uri"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Matches("^MM", (await stage.Send(("MediaUrl", $"{stage.Bot.Url}/qr.png"))).Answer["sid"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("", 401)]
    [InlineData("{sid}:wrong", 401)]
    [InlineData("{token}", 401)]
    [InlineData("{key}", 200)]
    [InlineData("{sid}:{token}", 200)]
    public async Task Who_asks_must_say_the_account_s_token_or_an_api_key(string caller, int status)
    {
        await using var stage = await TwilioStage.Start();
        var account = stage.Twilio.Account;
        caller = caller.Replace("{sid}", account.Sid, StringComparison.Ordinal).Replace("{token}", account.Token, StringComparison.Ordinal)
            .Replace("{key}", $"{account.KeySid}:{account.KeySecret}", StringComparison.Ordinal);
        var (given, answer) = await stage.Ask(HttpMethod.Get, "Messages.json", caller: caller);
        Assert.Equal(status, given);
        Assert.Equal(status == 401 ? 20003 : null, answer["code"]?.GetValue<int>());
    }

    [Theory]
    [InlineData("/2010-04-01/Accounts/AC00000000000000000000000000000009/Messages.json")]
    [InlineData("Messages/SM00000000000000000000000000000009.json")]
    [InlineData("Calls.json")]
    [InlineData("/v1/Content/HX00000000000000000000000000000009")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var stage = await TwilioStage.Start();
        var (status, answer) = await stage.Ask(HttpMethod.Get, path);
        Assert.Equal((404, 20404), (status, answer["code"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Too_many_calls_at_once_are_refused_and_not_carried_out()
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.Limits = new TwilioLimits { Concurrency = 1 };
        var held = new TaskCompletionSource();
        stage.Twilio.FailNext("list", Fault.Late(held.Task));
        var first = stage.Ask(HttpMethod.Get, "Messages.json");
        await stage.Twilio.WaitFor(fake => fake.Calls.Count == 1);
        using var second = await stage.AskRaw(HttpMethod.Post, "Messages.json", new StringContent("To=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        Assert.Equal(429, (int)second.StatusCode);
        Assert.Equal("2", Assert.Single(second.Headers.GetValues("Twilio-Concurrent-Requests")));
        Assert.Equal(20429, JsonNode.Parse(await second.Content.ReadAsStringAsync())!["code"]!.GetValue<int>());
        held.SetResult();
        Assert.Equal(200, (await first).Status);
        Assert.Empty(stage.Twilio.Sent);
    }
}
