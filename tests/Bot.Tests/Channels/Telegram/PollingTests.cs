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
}
