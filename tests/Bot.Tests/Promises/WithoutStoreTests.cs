using System.Text;
using Bot.Channels;
using Bot.Tests.Channels.Telegram;
using Fakes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>The database is away for ten minutes, by the clock: Telegram keeps the messages, our disk the presses.</summary>
public sealed class WithoutStoreTests
{
    private const long Aigul = 7_712_345_678_901;
    private static readonly FakePerson Person = new(Aigul, "Канарейбай", "kk", "kanareyka_handle");

    [Fact, Trait("Catalogue", "F11")]
    public async Task Ten_minutes_without_a_database_lose_nothing_and_change_no_order()
    {
        var clock = new PushedClock();
        await using var stage = await TelegramStage.Set(clock, webhook: true);
        stage.Mailbox.Closed = true;
        string[] words = ["one", "two", "three"];
        foreach (var word in words)
            stage.Telegram.Say(Aigul, word, Person);
        var press = stage.Telegram.Press(Aigul, 1, "t1", Person);
        await stage.Telegram.WaitFor(fake => fake.IsConfirmed(press));
        for (var minute = 0; minute < 10; minute++)
        {
            await clock.SomebodyWaits(TimeSpan.FromMinutes(1));
            clock.Push(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(stage.Mailbox.Messages);
        stage.Mailbox.Closed = false;
        Assert.Equal(1, await stage.The<Draining>().Drain(default));
        while (stage.Mailbox.Messages.Count < 4)
        {
            var more = stage.Mailbox.Wait(stage.Mailbox.Messages.Count + 1);
            await Task.WhenAny(more, clock.SomebodyWaits(TimeSpan.FromMinutes(2)));
            clock.Push(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(words, stage.Mailbox.Messages.Where(message => message.Press is null).Select(message => message.Text));
        Assert.Single(stage.Mailbox.Messages, message => message.Press == "t1");
        await stage.Telegram.WaitFor(fake => fake.Unacknowledged == 0);
    }

    [Fact, Trait("Catalogue", "S10")]
    public async Task What_waits_on_the_disk_tells_nobody_who_pressed_what()
    {
        await using var stage = await TelegramStage.Set(webhook: true);
        stage.Telegram.Open(Aigul);
        stage.Mailbox.Closed = true;
        var press = stage.Telegram.Press(Aigul, 1, "zhasyryn-kanareyka-42", Person);
        await stage.Telegram.WaitFor(fake => fake.IsConfirmed(press));

        var spooled = Assert.Single(Directory.GetFiles(stage.The<SpoolSettings>().Folder, "*", SearchOption.AllDirectories));
        var bytes = await File.ReadAllBytesAsync(spooled);
        foreach (var needle in new[] { "zhasyryn-kanareyka-42", "Канарейбай", "kanareyka_handle", $"{Aigul}", "telegram", "callback_query" })
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(needle)) < 0, $"the spool holds {needle}");
        Assert.DoesNotContain(stage.Log.Lines, line => line.Contains("kanareyka", StringComparison.OrdinalIgnoreCase) || line.Contains($"{Aigul}", StringComparison.Ordinal));
    }
}
