using System.Net;
using Fakes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>The made-up Telegram tells a bot that is too fast to wait, as the real one does.</summary>
public sealed class FakeTelegramPaceTests
{
    private const long Group = -100;
    private readonly PushedClock clock = new();

    [Fact]
    public async Task A_person_gets_three_messages_at_once_and_then_one_a_second()
    {
        await using var telegram = await Start();
        Assert.Equal([200, 200, 200, 429], await Send(telegram, 1, 4));
        clock.Push(TimeSpan.FromMilliseconds(999));
        Assert.Equal([429], await Send(telegram, 1, 1));
        clock.Push(TimeSpan.FromMilliseconds(1));
        Assert.Equal([200, 429], await Send(telegram, 1, 2));
        clock.Push(TimeSpan.FromSeconds(60));
        Assert.Equal([200, 200, 200, 429], await Send(telegram, 1, 4));
    }

    [Fact]
    public async Task A_group_gets_twenty_messages_and_edits_within_any_minute()
    {
        await using var telegram = await Start();
        Assert.Equal(Enumerable.Repeat(200, 10), await Send(telegram, Group, 10));
        clock.Push(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 10; i++)
            Assert.Equal(200, await Edit(telegram, $"edit {i}"));
        Assert.Equal([429], await Send(telegram, Group, 1));
        clock.Push(TimeSpan.FromSeconds(30));
        Assert.Equal(Enumerable.Repeat(200, 10).Append(429), await Send(telegram, Group, 11));
    }

    [Fact]
    public async Task The_whole_bot_sends_thirty_a_second()
    {
        await using var telegram = await Start();
        var codes = new List<int>();
        for (var chat = 1; chat <= 31; chat++)
            codes.AddRange(await Send(telegram, chat, 1));
        Assert.Equal(Enumerable.Repeat(200, 30).Append(429), codes);
        clock.Push(TimeSpan.FromSeconds(1));
        Assert.Equal([200], await Send(telegram, 32, 1));
    }

    [Fact]
    public async Task Waiting_is_told_in_body_and_header_and_sends_meanwhile_make_it_no_longer()
    {
        await using var telegram = await Start();
        await Send(telegram, Group, 20);
        clock.Push(TimeSpan.FromSeconds(20));
        using var http = new HttpClient();
        using var words = new StringContent($$"""{"chat_id":{{Group}},"text":"hi"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"{telegram.Url}/bot{telegram.Token}/sendMessage"), words);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(40)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        Assert.Equal("""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 40","parameters":{"retry_after":40}}""",
            await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, telegram.TooEarly);
        clock.Push(TimeSpan.FromSeconds(39));
        Assert.Equal([429], await Send(telegram, Group, 1));
        Assert.Equal([200], await Send(telegram, 1, 1));    // another chat: accepted, and yet the bot was to wait
        Assert.Equal(2, telegram.TooEarly);
        clock.Push(TimeSpan.FromSeconds(1));
        Assert.Equal([200], await Send(telegram, Group, 1));
        Assert.Equal(2, telegram.TooEarly);
    }

    [Fact]
    public async Task Every_part_of_an_album_counts()
    {
        await using var telegram = await Start();
        telegram.SendDocument(1, "a.pdf", "application/pdf", [1]);
        var file = telegram.Everything(1)[0].FileId;
        var part = $$"""{"type":"document","media":"{{file}}"}""";
        var album = $$"""{"chat_id":{{Group}},"media":[{{string.Join(',', Enumerable.Repeat(part, 10))}}]}""";
        Assert.Equal(200, (await FakeTelegramTests.Post(telegram, "sendMediaGroup", album)).Code);
        Assert.Equal(200, (await FakeTelegramTests.Post(telegram, "sendMediaGroup", album)).Code);
        Assert.Equal([429], await Send(telegram, Group, 1));
    }

    [Fact]
    public async Task A_wait_that_a_script_asked_for_is_watched_too()
    {
        await using var telegram = await FakeTelegram.Start(clock);
        telegram.Open(1);
        telegram.FailNext("sendMessage", Fault.TooManyRequests(5));
        Assert.Equal([429, 200], await Send(telegram, 1, 2));
        Assert.Equal(1, telegram.TooEarly);
        clock.Push(TimeSpan.FromSeconds(5));
        Assert.Equal([200, 200, 200, 200, 200], await Send(telegram, 1, 5));    // no limits unless they are wanted
        Assert.Equal(1, telegram.TooEarly);
    }

    [Fact]
    public async Task A_webhook_is_set_once_a_second()
    {
        await using var telegram = await Start();
        const string Body = """{"url":"https://bot.example.kz/hook"}""";
        Assert.Equal(200, (await FakeTelegramTests.Post(telegram, "setWebhook", Body)).Code);
        Assert.Equal(429, (await FakeTelegramTests.Post(telegram, "setWebhook", Body)).Code);
    }

    private async Task<FakeTelegram> Start()
    {
        var telegram = await FakeTelegram.Start(clock, limits: Limits.Real);
        telegram.Open(Group);
        for (var chat = 1; chat <= 40; chat++)
            telegram.Open(chat);
        return telegram;
    }

    private static async Task<List<int>> Send(FakeTelegram telegram, long chat, int times)
    {
        var codes = new List<int>();
        for (var i = 0; i < times; i++)
            codes.Add((await FakeTelegramTests.Post(telegram, "sendMessage", $$"""{"chat_id":{{chat}},"text":"hi"}""")).Code);
        return codes;
    }

    private static async Task<int> Edit(FakeTelegram telegram, string text) =>
        (await FakeTelegramTests.Post(telegram, "editMessageText", $$"""{"chat_id":{{Group}},"message_id":1,"text":"{{text}}"}""")).Code;
}
