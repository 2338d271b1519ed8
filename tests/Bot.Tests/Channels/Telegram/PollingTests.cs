using System.Text;
using Bot.Channels.Telegram;
using Bot.Conversation;
using Fakes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public sealed class PollingTests
{
    [Fact]
    public async Task A_message_is_stored_and_then_acknowledged()
    {
        await using var stage = await TelegramStage.Set();
        stage.Telegram.Say(1001, "Асхана бағасы тым қымбат", new FakePerson(1001, "Айгүл", "kk"));

        var message = Assert.Single(await stage.Mailbox.Wait());
        Assert.Equal(("telegram", "1001", null, "kk", "Асхана бағасы тым қымбат"),
            (message.Channel, message.Sender, message.Group, message.LanguageHint, message.Text));
        await stage.Telegram.WaitFor(fake => fake.Unacknowledged == 0);
    }

    [Fact]
    public async Task An_update_that_the_store_refused_comes_again_and_nothing_is_lost()
    {
        var clock = new PushedClock();
        await using var stage = await TelegramStage.Set(clock);
        stage.Mailbox.Closed = true;
        stage.Telegram.Say(1001, "one");
        stage.Telegram.Say(1002, "two");
        await stage.Log.Wait("the store does not take messages");
        Assert.Equal(2, stage.Telegram.Unacknowledged);

        stage.Mailbox.Closed = false;
        await clock.SomebodyWaits(Polling.StoreRest);
        clock.Push(Polling.StoreRest);

        Assert.Equal(["one", "two"], (await stage.Mailbox.Wait(2)).Select(message => message.Text));
        await stage.Telegram.WaitFor(fake => fake.Unacknowledged == 0);
    }

    [Fact]
    public async Task A_press_is_stored_and_then_confirmed()
    {
        await using var stage = await TelegramStage.Set();
        stage.Telegram.Open(1001);
        await stage.Send("1001", "Which one?", new Button("First", "t1"));
        var press = stage.Telegram.Press(1001, stage.Telegram.Messages(1001)[0].MessageId, "t1");

        var message = Assert.Single(await stage.Mailbox.Wait());
        Assert.Equal(($"press-{press}", "1001", "t1", ""), (message.ExternalId, message.Sender, message.Press, message.Text));
        await stage.Telegram.WaitFor(fake => fake.IsConfirmed(press));
    }

    [Fact]
    public async Task Only_the_kinds_that_are_needed_are_asked_for()
    {
        await using var stage = await TelegramStage.Set();
        var call = await stage.Telegram.WaitFor(fake => fake.Calls.FirstOrDefault(call => call.Method == "deleteWebhook"));
        Assert.Equal("false", call["drop_pending_updates"]);
        stage.Telegram.Say(1001, "hello");
        call = await stage.Telegram.WaitFor(fake => fake.Calls.FirstOrDefault(call => call.Method == "getUpdates"));
        Assert.Equal("""["message","edited_message","callback_query","my_chat_member"]""", call.Parameters["allowed_updates"]!.ToJsonString());
        Assert.Equal("help", stage.Telegram.Commands("kk")?[0]?["command"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_wrong_token_ends_the_channel_with_one_clear_line_and_the_service_runs_on()
    {
        await using var stage = await TelegramStage.Set(token: "7000000002:AAWrongWrongWrongWrongWrongWrongWrong");
        await stage.Log.Wait("Telegram refuses the token (401)");
        Assert.Single(stage.Log.Lines, line => line.Contains("refuses the token", StringComparison.Ordinal));
        using var http = new HttpClient();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync(new Uri(stage.Url))).StatusCode);
    }

    [Fact]
    public async Task A_token_revoked_on_the_way_ends_the_channel_too()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.FailNext("getUpdates", Fault.Refused(401, "Unauthorized"));
        await using var stage = await TelegramStage.Set(telegram: telegram);
        await stage.Log.Wait("Telegram refuses the token (401)");
    }

    [Fact]
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

    [Theory]
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

        for (var tries = 0; tries < 3 && stage.Mailbox.Messages.Count < 2; tries++)
        {
            await clock.SomebodyWaits(TimeSpan.FromSeconds(10));
            clock.Push(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(["before", "after"], (await stage.Mailbox.Wait(2)).Select(message => message.Text));
        await stage.Log.Wait("skipped an update that cannot be read; 1 since");
    }

    [Fact]
    public async Task A_press_that_waited_too_long_is_stored_and_its_refused_confirmation_disturbs_nobody()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.FailNext("answerCallbackQuery", Fault.Refused(400, "Bad Request: query is too old and response timeout expired"));
        telegram.Press(1001, 1, "t1");
        telegram.Say(1001, "next");
        await using var stage = await TelegramStage.Set(telegram: telegram);

        Assert.Equal(["t1", null], (await stage.Mailbox.Wait(2)).Select(message => message.Press));
    }

    [Fact]
    public async Task Numbers_that_begin_anew_elsewhere_change_nothing()
    {
        await using var stage = await TelegramStage.Set();
        stage.Telegram.Say(1001, "one");
        await stage.Mailbox.Wait();
        await stage.Telegram.WaitFor(fake => fake.Unacknowledged == 0);
        stage.Telegram.JumpTo(900_000_000);
        stage.Telegram.Say(1001, "two");

        Assert.Equal(["one", "two"], (await stage.Mailbox.Wait(2)).Select(message => message.Text));
    }

    [Fact]
    public async Task Every_photo_of_an_album_is_a_message_of_its_own()
    {
        await using var stage = await TelegramStage.Set();
        for (var number = 1; number <= 10; number++)
            stage.Telegram.SendPhoto(1001, new byte[100 + number], number == 1 ? "the roof" : null, "album");

        var messages = await stage.Mailbox.Wait(10);
        Assert.Equal(10, messages.Select(message => message.ExternalId).Distinct().Count());
        Assert.Equal(10, messages.SelectMany(message => message.Files).Select(file => file.Reference).Distinct().Count());
    }
}
