using System.Net;
using System.Text;
using Bot.Channels;
using Bot.Channels.Telegram;
using Fakes;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public sealed class WebhookTests
{
    [Fact]
    public async Task An_update_is_brought_stored_and_gone()
    {
        await using var stage = await Listening();
        stage.Telegram.Say(1001, "hello");

        Assert.Equal("hello", Assert.Single(await stage.Mailbox.Wait()).Text);
        await stage.Telegram.WaitFor(fake => fake.Unacknowledged == 0);
    }

    [Fact]
    public async Task A_press_is_confirmed_in_the_answer_itself()
    {
        await using var stage = await Listening();
        var press = stage.Telegram.Press(1001, 1, "t1");

        Assert.Equal("t1", Assert.Single(await stage.Mailbox.Wait()).Press);
        await stage.Telegram.WaitFor(fake => fake.IsConfirmed(press));
        Assert.Equal("webhook", stage.Telegram.Calls.Single(call => call.Method == "answerCallbackQuery").ContentType);
    }

    [Fact]
    public async Task While_the_store_is_closed_Telegram_is_asked_to_come_back_in_five_seconds_and_nothing_is_lost()
    {
        var clock = new PushedClock();
        await using var stage = await Listening(clock);
        stage.Mailbox.Closed = true;
        stage.Telegram.Say(1001, "hello");
        await stage.Log.Wait("the store does not take messages");
        await clock.SomebodyWaits(TimeSpan.FromSeconds(5));
        stage.Mailbox.Closed = false;
        Assert.Equal((1, 1), (stage.Mailbox.Brought, stage.Telegram.Unacknowledged));

        clock.Push(TimeSpan.FromSeconds(5));

        Assert.Equal("hello", Assert.Single(await stage.Mailbox.Wait()).Text);
        await stage.Telegram.WaitFor(fake => fake.Unacknowledged == 0);
    }

    [Theory, Trait("Catalogue", "S1")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret-of-the-webhooK")]
    [InlineData("a-secret-of-the-webhook-")]
    public async Task Without_the_right_secret_nothing_is_heard(string? secret)
    {
        await using var stage = await Listening();
        using var answer = await Post(stage, Encoding.UTF8.GetBytes(Said("forged")), secret);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(stage.Mailbox.Messages);
    }

    [Fact, Trait("Catalogue", "S1")]
    public async Task A_secret_is_refused_alike_whether_it_is_long_begins_right_or_has_the_right_one_inside()
    {
        await using var stage = await Listening();
        foreach (var secret in new[] { new string('a', 20_000), TelegramStage.Secret + new string('a', 10_000), TelegramStage.Secret[..5], $"{TelegramStage.Secret},{TelegramStage.Secret}" })
            using (var answer = await Post(stage, Encoding.UTF8.GetBytes(Said("forged")), secret))
                Assert.Equal((HttpStatusCode.Unauthorized, 0), (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length));

        Assert.Empty(stage.Mailbox.Messages);
    }

    [Fact]
    public async Task A_closed_store_answers_503_with_a_time()
    {
        await using var stage = await Listening();
        stage.Mailbox.Closed = true;
        using var answer = await Post(stage, Encoding.UTF8.GetBytes(Said("hello")), TelegramStage.Secret);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task A_press_which_Telegram_would_soon_forget_waits_on_the_disk()
    {
        await using var stage = await Listening();
        stage.Mailbox.Closed = true;
        var press = stage.Telegram.Press(1001, 1, "t1");
        await stage.Telegram.WaitFor(fake => fake.IsConfirmed(press));
        Assert.Empty(stage.Mailbox.Messages);
        stage.Mailbox.Closed = false;

        Assert.Equal(1, await stage.The<Draining>().Drain(default));
        Assert.Equal("t1", Assert.Single(stage.Mailbox.Messages).Press);
    }

    [Fact, Trait("Catalogue", "P1")]
    public async Task The_same_update_brought_twice_has_the_same_id()
    {
        await using var stage = await Listening();
        for (var times = 0; times < 2; times++)
            using (var answer = await Post(stage, Encoding.UTF8.GetBytes(Said("hello")), TelegramStage.Secret))
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        Assert.Single(stage.Mailbox.Messages);
        Assert.Equal(2, stage.Mailbox.Brought);
    }

    [Fact]
    public async Task A_body_over_a_megabyte_is_not_read()
    {
        await using var stage = await Listening();
        using var answer = await Post(stage, Encoding.UTF8.GetBytes(Said(new string('x', 1024 * 1024))), TelegramStage.Secret);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_hundred_hostile_bodies_never_break_it_and_the_next_message_is_heard()
    {
        await using var stage = await Listening();
        foreach (var hostile in Hostile.Updates(700))
            using (var answer = await Post(stage, hostile, TelegramStage.Secret))
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        stage.Telegram.Say(1001, "still there");
        await stage.Telegram.WaitFor(fake => fake.Unacknowledged == 0);
        Assert.Equal("still there", stage.Mailbox.Messages[^1].Text);
    }

    private static async Task<TelegramStage> Listening(PushedClock? clock = null)
    {
        var stage = await TelegramStage.Set(clock, webhook: true);
        await stage.Telegram.WaitFor(fake => fake.Calls.Any(call => call is { Method: "setWebhook", Status: 200 }));
        return stage;
    }

    private static string Said(string text) => $$"""
        {"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1001,"type":"private"},
        "from":{"id":1001,"is_bot":false,"first_name":"A"},"text":"{{text}}"} }
        """;

    private static async Task<HttpResponseMessage> Post(TelegramStage stage, byte[] body, string? secret)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{stage.Url}/telegram") { Content = new ByteArrayContent(body) };
        if (secret is not null)
            request.Headers.Add(Webhook.SecretHeader, secret);
        return await http.SendAsync(request);
    }
}
