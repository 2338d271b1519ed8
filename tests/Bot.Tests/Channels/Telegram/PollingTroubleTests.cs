using System.Text;
using Fakes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Whatever happens between Telegram and the bot: nothing is lost, and the operator is told.</summary>
public sealed class PollingTroubleTests
{
    [Fact, Trait("Catalogue", "F7")]
    public async Task A_wrong_token_ends_the_channel_with_one_clear_line_and_the_service_runs_on()
    {
        await using var stage = await TelegramStage.Set(token: "7000000002:AAWrongWrongWrongWrongWrongWrongWrong");
        await stage.Log.Wait("Telegram refuses the token (401)");
        Assert.Single(stage.Log.Lines, line => line.Contains("refuses the token", StringComparison.Ordinal));
        using var http = new HttpClient();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync(new Uri(stage.Url))).StatusCode);
    }

    [Fact, Trait("Catalogue", "F7")]
    public async Task A_token_revoked_on_the_way_ends_the_channel_too()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.FailNext("getUpdates", Fault.Refused(401, "Unauthorized"));
        await using var stage = await TelegramStage.Set(telegram: telegram);
        await stage.Log.Wait("Telegram refuses the token (401)");
    }

    [Fact, Trait("Catalogue", "F4")]
    public async Task Even_the_first_call_may_be_too_many_and_is_repeated_no_sooner_than_asked()
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        telegram.FailNext("getMe", Fault.TooManyRequests(37));
        await using var stage = await TelegramStage.Set(clock, telegram: telegram);

        await stage.Log.Wait("next try in 00:00:37");
        await clock.SomebodyWaits(TimeSpan.FromSeconds(37));
        clock.Push(TimeSpan.FromSeconds(36));
        Assert.Single(telegram.Calls);
        clock.Push(TimeSpan.FromSeconds(1));
        telegram.Say(1001, "hello");
        await stage.Mailbox.Wait();
    }

    [Theory, Trait("Catalogue", "F6")]
    [InlineData("another reader")]
    [InlineData("bad gateway")]
    [InlineData("reset")]
    [InlineData("torn answer")]
    [InlineData("rubbish")]
    [InlineData("no connection in the middle of a batch")]
    public async Task After_any_trouble_it_asks_again_and_nothing_is_lost(string trouble)
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        telegram.FailNext("getUpdates", trouble switch
        {
            "another reader" => Fault.Refused(409, "Conflict: terminated by other getUpdates request"),
            "bad gateway" => Fault.Gateway(502),
            "torn answer" => Fault.Torn(),
            "rubbish" => Fault.Rubbish("<html>"u8.ToArray()),
            _ => Fault.Reset(carriedOut: true),
        });
        telegram.Say(1001, "one");
        telegram.Say(1001, "two");
        await using var stage = await TelegramStage.Set(clock, telegram: telegram);

        await stage.Log.Wait(trouble == "another reader" ? "another process reads" : "next try in");
        await clock.SomebodyWaits(TimeSpan.FromSeconds(5));
        clock.Push(TimeSpan.FromSeconds(5));

        Assert.Equal(["one", "two"], (await stage.Mailbox.Wait(2)).Select(message => message.Text));
    }

    [Fact]
    public async Task A_hundred_hostile_updates_never_break_it_and_the_next_message_is_heard()
    {
        await using var telegram = await FakeTelegram.Start();
        for (var number = 0; number < Hostile.WellFormed; number++)
            telegram.SendRaw(id => Hostile.Updates(id - number).ElementAt(number));
        telegram.Say(1001, "still there");
        await using var stage = await TelegramStage.Set(telegram: telegram);

        await telegram.WaitFor(fake => fake.Unacknowledged == 0);
        Assert.Equal("still there", stage.Mailbox.Messages[^1].Text);
        await stage.Log.Wait("skipped an update that cannot be read");
    }

    [Fact]
    public async Task A_webhook_that_somebody_left_behind_is_removed()
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        telegram.FailNext("getUpdates", Fault.Refused(409, "Conflict: can't use getUpdates method while webhook is active"));
        await using var stage = await TelegramStage.Set(clock, telegram: telegram);

        await telegram.WaitFor(fake => fake.Calls.Count(call => call.Method == "deleteWebhook") == 2);
        await clock.SomebodyWaits(TimeSpan.FromSeconds(5));
        clock.Push(TimeSpan.FromSeconds(5));
        telegram.Say(1001, "hello");
        await stage.Mailbox.Wait();
    }

    [Fact]
    public async Task An_update_that_breaks_its_whole_batch_is_stepped_over_and_its_neighbours_are_kept()
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        telegram.Say(1001, "before");
        telegram.SendRaw(id => Encoding.UTF8.GetBytes($"{{\"update_id\":{id},\"message\":{{{{{{"));
        telegram.Say(1001, "after");
        await using var stage = await TelegramStage.Set(clock, telegram: telegram);

        var both = stage.Mailbox.Wait(2);
        while (await Task.WhenAny(both, clock.SomebodyWaits(TimeSpan.FromSeconds(10))) != both)    // when both are there nobody waits any more
            clock.Push(TimeSpan.FromSeconds(10));

        Assert.Equal(["before", "after"], (await both).Select(message => message.Text));
        await stage.Log.Wait("skipped an update that cannot be read; 1 since");
    }
}
