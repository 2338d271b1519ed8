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

    [Fact, Trait("Catalogue", "F11")]
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
        Assert.Equal(
            ["message", "edited_message", "callback_query", "my_chat_member"],
            call.Parameters["allowed_updates"]!.AsArray().Select(kind => kind!.GetValue<string>()));
        Assert.Equal("help", stage.Telegram.Commands("kk")?[0]?["command"]?.GetValue<string>());
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

    [Fact, Trait("Catalogue", "P4")]
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

    [Fact, Trait("Catalogue", "P9")]
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
