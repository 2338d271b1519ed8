using System.Text.Json.Nodes;
using Fakes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>The made-up Telegram goes wrong as it is told to: broken lines, delays, updates that repeat and come in any order.</summary>
public sealed class FakeTelegramTroubleTests
{
    private const string Hello = """{"chat_id":1,"text":"hello"}""";

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_line_breaks_before_or_after_the_message_was_taken(bool carriedOut, int messages)
    {
        await using var telegram = await Start();
        telegram.FailNext("sendMessage", Fault.Reset(carriedOut));
        await Assert.ThrowsAsync<HttpRequestException>(() => FakeTelegramTests.Post(telegram, "sendMessage", Hello));
        Assert.Equal(messages, telegram.Messages(1).Count);
        Assert.Equal(0, telegram.Calls[^1].Status);
    }

    [Fact]
    public async Task An_answer_may_be_delayed_and_the_message_is_there_before_it()
    {
        var clock = new PushedClock();
        await using var telegram = await Start(clock);
        telegram.FailNext("sendMessage", Fault.Delay(TimeSpan.FromSeconds(7)));
        var call = FakeTelegramTests.Post(telegram, "sendMessage", Hello);
        await telegram.WaitForMessages(1);
        await clock.SomebodyWaits(TimeSpan.FromSeconds(7));
        Assert.False(call.IsCompleted);
        clock.Push(TimeSpan.FromSeconds(7));
        Assert.Equal(200, (await call).Code);
    }

    [Fact]
    public async Task A_script_is_drawn_on_a_seed_and_drawn_again_the_same()
    {
        await using var telegram = await Start();
        var drawn = await Walk(telegram);
        Assert.Equal(drawn, await Walk(telegram));
        Assert.Contains(200, drawn);
        Assert.Contains(0, drawn);
        Assert.Contains(502, drawn);
        Assert.Contains(429, drawn);
    }

    [Fact]
    public async Task Updates_that_wait_come_in_any_order_and_again_after_they_were_acknowledged()
    {
        await using var telegram = await Start();
        telegram.Disturb(seed: 3, repeats: 2);
        for (var i = 0; i < 10; i++)
            telegram.Say(1, $"{i}");
        var seen = new List<long>();
        for (var offset = 0L; await Updates(telegram, offset) is { Count: > 0 } batch; offset = seen.Max() + 1)
            seen.AddRange(batch.Select(update => update!["update_id"]!.GetValue<long>()));
        Assert.All(seen.GroupBy(id => id), copies => Assert.Equal(3, copies.Count()));
        Assert.Equal(30, seen.Count);
        Assert.NotEqual(seen.Take(10).Order(), seen.Take(10));
    }

    [Fact]
    public async Task A_webhook_gets_each_update_again_too()
    {
        await using var telegram = await Start();
        await using var bot = await BrokenBot.Start(status: 200);
        telegram.Disturb(seed: 3, repeats: 1);
        await FakeTelegramTests.Post(telegram, "setWebhook", $$"""{"url":"{{bot.Url}}/hook"}""");
        telegram.Say(1, "one");
        telegram.Say(2, "two");
        await bot.Wait(4);
        await telegram.WaitFor(fake => fake.Unacknowledged == 0);
        Assert.Equal(4, bot.Tries);
    }

    [Fact]
    public async Task After_a_week_without_updates_the_numbers_go_on_anywhere_and_an_old_offset_loses_nothing()
    {
        var clock = new PushedClock();
        await using var telegram = await Start(clock);
        var numbers = new List<long>();
        var offset = 0L;
        for (var week = 0; week < 4; week++)
        {
            telegram.Say(1, $"{week}");
            var update = Assert.Single(await Updates(telegram, offset))!;
            Assert.Equal($"{week}", update["message"]!["text"]!.GetValue<string>());
            numbers.Add(update["update_id"]!.GetValue<long>());
            offset = numbers[^1] + 1;
            await Updates(telegram, offset);
            clock.Push(TimeSpan.FromDays(7));
        }

        Assert.NotEqual(numbers.Order(), numbers);
        telegram.Say(1, "soon after");
        telegram.Say(1, "and again");
        Assert.Equal(1, (await Updates(telegram, 0)) is [var one, var two] ? two!["update_id"]!.GetValue<long>() - one!["update_id"]!.GetValue<long>() : 0);
    }

    private static async Task<FakeTelegram> Start(PushedClock? clock = null)
    {
        var telegram = await FakeTelegram.Start(clock);
        telegram.Open(1);
        return telegram;
    }

    private static async Task<List<int>> Walk(FakeTelegram telegram)
    {
        telegram.Fail(seed: 5, perMille: 500, calls: 40, "sendMessage");
        var before = telegram.Calls.Count;
        for (var i = 0; i < 40; i++)
            await FakeTelegramTests.Post(telegram, "sendMessage", Hello).ContinueWith(_ => { }, TaskScheduler.Default);
        return [.. telegram.Calls.Skip(before).Select(call => call.Status)];
    }

    private static async Task<JsonArray> Updates(FakeTelegram telegram, long offset) =>
        (await FakeTelegramTests.Post(telegram, "getUpdates", $$"""{"offset":{{offset}}}""")).Answer["result"]!.AsArray();
}
