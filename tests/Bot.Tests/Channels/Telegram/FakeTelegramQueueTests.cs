using System.Net;
using System.Text.Json.Nodes;
using Fakes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>How the made-up Telegram keeps updates, brings them and forgets them.</summary>
public sealed class FakeTelegramQueueTests
{
    [Fact]
    public async Task Updates_come_again_until_they_are_acknowledged()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Say(1, "one");
        telegram.Say(1, "two");
        var first = await Updates(telegram, "{}");
        Assert.Equal(2, first.Count);
        Assert.Equal(2, (await Updates(telegram, "{}")).Count);
        var rest = await Updates(telegram, $$"""{"offset":{{first[0]!["update_id"]!.GetValue<long>() + 1}}}""");
        Assert.Equal("two", Assert.Single(rest)!["message"]!["text"]!.GetValue<string>());
        Assert.Equal(1, telegram.Unacknowledged);
        Assert.Single(await Updates(telegram, """{"offset":-1}"""));
    }

    [Fact]
    public async Task A_press_lives_150_seconds_and_a_message_24_hours()
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        telegram.Say(1, "one");
        telegram.Press(1, 1, "x");
        clock.Push(TimeSpan.FromSeconds(149));
        Assert.Equal(2, telegram.Unacknowledged);
        clock.Push(TimeSpan.FromSeconds(1));
        Assert.Equal(1, telegram.Unacknowledged);
        clock.Push(TimeSpan.FromHours(24));
        Assert.Equal(0, telegram.Unacknowledged);
    }

    [Fact]
    public async Task A_second_reader_ends_the_first_with_409()
    {
        await using var telegram = await FakeTelegram.Start(new PushedClock());
        var first = FakeTelegramTests.Post(telegram, "getUpdates", """{"timeout":50}""");
        while (!first.IsCompleted)
            await FakeTelegramTests.Post(telegram, "getUpdates", "{}");
        Assert.Equal(409, (await first).Code);
    }

    [Fact]
    public async Task A_long_poll_ends_empty_when_its_time_is_over()
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        var poll = Updates(telegram, """{"timeout":50}""");
        await clock.SomebodyWaits(TimeSpan.FromSeconds(50));
        clock.Push(TimeSpan.FromSeconds(50));
        Assert.Empty(await poll);
    }

    [Fact]
    public async Task Too_many_requests_say_how_long_to_wait_in_body_and_header()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.FailNext("getMe", Fault.TooManyRequests(37));
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{telegram.Url}/bot{telegram.Token}/getMe"));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(37)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(37, body["parameters"]!["retry_after"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_webhook_is_tried_again_at_once_then_after_2_4_8_seconds()
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        await using var bot = await BrokenBot.Start();
        await FakeTelegramTests.Post(telegram, "setWebhook", $$"""{"url":"{{bot.Url}}/hook"}""");
        telegram.Say(1, "one");
        await bot.Wait(2);
        foreach (var (seconds, tries) in new[] { (2, 3), (4, 4), (8, 5) })
        {
            await clock.SomebodyWaits(TimeSpan.FromSeconds(seconds));
            clock.Push(TimeSpan.FromSeconds(seconds - 1));
            Assert.Equal(tries - 1, bot.Tries);
            clock.Push(TimeSpan.FromSeconds(1));
            await bot.Wait(tries);
        }
    }

    [Fact]
    public async Task A_person_speaks_through_the_control_page_of_another_process()
    {
        await using var telegram = await FakeTelegram.Start();
        using var http = new HttpClient { BaseAddress = new Uri(telegram.Url) };
        using var words = new StringContent("""{"chat":5,"text":"hi","from":{"id":5,"first_name":"A"}}""");
        using var said = await http.PostAsync("/control/say", words);
        Assert.Equal("""{"result":1}""", await said.Content.ReadAsStringAsync());
        using var wrong = await http.PostAsync("/control/say", new StringContent("""{"chat":"five"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("\"text\":\"hi\"", await http.GetStringAsync("/control/messages?chat=5"), StringComparison.Ordinal);
        Assert.Contains("<title>", await http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(1, telegram.Unacknowledged);
    }

    private static async Task<JsonArray> Updates(FakeTelegram telegram, string body) =>
        (await FakeTelegramTests.Post(telegram, "getUpdates", body)).Answer["result"]!.AsArray();
}
