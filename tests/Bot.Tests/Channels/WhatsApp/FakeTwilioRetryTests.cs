using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>How often and how long Twilio tries a webhook, and that it then forgets it.</summary>
public sealed class FakeTwilioRetryTests
{
    [Theory]
    [InlineData("", new[] { 503 }, false)]
    [InlineData("#rp=all", new[] { 503, 503 }, false)]
    [InlineData("#rc=2&rp=5xx", new[] { 503, 503, 204 }, true)]
    [InlineData("#rc=5&rp=all", new[] { 503, 503, 204 }, true)]
    [InlineData("#rc=5&rp=4xx", new[] { 503 }, false)]
    [InlineData("#rc=9&rp=5xx", new[] { 503, 503 }, false)]
    public async Task It_is_tried_again_as_the_fragment_says(string fragment, int[] tries, bool delivered)
    {
        await using var stage = await TwilioStage.Start(fragment);
        stage.Bot.AnswersNext(503, 503);
        stage.Person.Says("hello");
        var hook = await stage.Twilio.WaitFor(fake => fake.Webhooks is [var first, ..] ? first : null);
        Assert.Equal(tries, hook.Tries);
        Assert.Equal(delivered, hook.Delivered);
        Assert.Single(stage.Bot.Hooks.Select(one => one.Headers["I-Twilio-Idempotency-Token"]).Distinct());
        Assert.All(stage.Twilio.Alerts, alert => Assert.Equal(11200, alert.Code));
    }

    [Fact]
    public async Task A_bot_that_is_down_is_tried_twice_and_what_is_lost_is_still_listed()
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.Webhook = "http://127.0.0.1:1/whatsapp";
        var sid = stage.Person.Says("hello");
        var hook = await stage.Twilio.WaitFor(fake => fake.Webhooks is [var first, ..] ? first : null);
        Assert.Equal([0, 0], hook.Tries);
        Assert.False(hook.Delivered);
        Assert.Equal([11205, 11205], stage.Twilio.Alerts.Select(alert => alert.Code));
        var (_, list) = await stage.Ask(HttpMethod.Get, "Messages.json");
        Assert.Equal(sid, Assert.Single(list["messages"]!.AsArray())!["sid"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_fallback_address_is_told_why()
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.Fallback = $"{stage.Bot.Url}/fallback";
        stage.Bot.AnswersNext(500);
        stage.Person.Says("hello");
        var hook = await stage.Twilio.WaitFor(fake => fake.Webhooks is [var first, ..] ? first : null);
        Assert.True(hook.Delivered);
        Assert.Equal([500, 204], hook.Tries);
        var last = stage.Bot.Hooks[^1];
        Assert.Equal(("/fallback", "11200", $"{stage.Bot.Url}/whatsapp"), (last.Path, last["ErrorCode"], last["ErrorUrl"]));
        Assert.Equal(TwilioSignature.Of(stage.Twilio.AuthToken, $"{stage.Bot.Url}/fallback", last.Fields), last.Headers["X-Twilio-Signature"]);
    }

    [Theory]
    [InlineData("#rc=5&rp=all", 15, 1)]
    [InlineData("#rt=5000&rc=5&rp=all", 5, 3)]
    [InlineData("#rt=5000&rc=5&rp=5xx", 5, 1)]
    [InlineData("#rt=5000&tt=8000&rc=5&rp=rt", 5, 2)]
    public async Task A_bot_that_does_not_answer_has_15_seconds_in_all(string fragment, int seconds, int tries)
    {
        await using var stage = await TwilioStage.Start(fragment);
        for (var i = 0; i < tries; i++)
            stage.Bot.Next(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        stage.Person.Says("hello");
        while (stage.Twilio.Webhooks.Count == 0)
        {
            var told = stage.Twilio.WaitFor(fake => fake.Webhooks.Count > 0);
            if (await Task.WhenAny(told, stage.Clock.SomebodyWaits(TimeSpan.FromSeconds(15))) != told)
                stage.Clock.Push(TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal(Enumerable.Repeat(-1, tries), stage.Twilio.Webhooks[0].Tries);
        Assert.False(stage.Twilio.Webhooks[0].Delivered);
    }

    [Fact]
    public async Task A_webhook_may_come_several_times_with_one_token()
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.Copies = 3;
        stage.Person.Says("hello");
        await FakeTwilioWebhookTests.Come(stage, 3);
        Assert.Equal(3, stage.Bot.Hooks.Count);
        Assert.Single(stage.Bot.Hooks.Select(hook => (hook["MessageSid"], hook.Headers["I-Twilio-Idempotency-Token"])).Distinct());
    }

    [Fact]
    public async Task Behind_a_proxy_the_public_address_is_signed()
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.Behind("https://bot.example.kz", stage.Bot.Url);
        stage.Twilio.Webhook = "https://bot.example.kz/whatsapp?x=1#rc=5";
        stage.Person.Says("hello");
        var hook = await FakeTwilioWebhookTests.Come(stage);
        Assert.Equal(("https", "bot.example.kz"), (hook.Headers["X-Forwarded-Proto"], hook.Headers["X-Forwarded-Host"]));
        Assert.Equal(
            TwilioSignature.Of(stage.Twilio.AuthToken, "https://bot.example.kz/whatsapp?x=1", hook.Fields), hook.Headers["X-Twilio-Signature"]);
    }

    [Fact]
    public async Task An_answer_that_is_no_TwiML_is_noted()
    {
        await using var stage = await TwilioStage.Start();
        foreach (var text in (string[])["ok", "<Response/>", "<Response><Message>hi</Message></Response>"])
            stage.Bot.Next(async context =>
            {
                context.Response.StatusCode = 200;
                await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
            });
        for (var i = 0; i < 3; i++)
            stage.Person.Says("hello");
        await FakeTwilioWebhookTests.Come(stage, 3);
        Assert.Equal([12100, 12100], stage.Twilio.Alerts.Select(alert => alert.Code));
    }
}
