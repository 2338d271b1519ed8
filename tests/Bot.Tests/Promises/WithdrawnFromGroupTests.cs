using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>Whoever asks to be forgotten is not left hanging in the coordinators' group.</summary>
public sealed class WithdrawnFromGroupTests
{
    private const string Words = "The roof of the gymnasium leaks, lot 85634585-ЗЦП1";

    [Fact]
    public async Task Pictures_and_words_of_who_asked_to_be_forgotten_are_taken_away_in_the_group_and_nothing_else_is()
    {
        await using var house = await TelegramHouse.Open();
        await Tell(house, TelegramHouse.Aigul);
        await Tell(house, TelegramHouse.Berik);
        await Ask(house, "/files 1", "/text 1", "/files 2");
        Assert.Equal(2, Pictures(house));

        await Forget(house, TelegramHouse.Aigul);

        Assert.Equal(1, Pictures(house));
        Assert.DoesNotContain(house.Telegram.Messages(TelegramHouse.Desk), message => message.Text.Contains("№1", StringComparison.Ordinal) && message.Text.Contains("gymnasium", StringComparison.Ordinal));
        Assert.Contains(house.Telegram.Messages(TelegramHouse.Desk), message => message.Text.Contains("№1", StringComparison.Ordinal));    // the card, which says so
    }

    [Fact]
    public async Task What_Telegram_does_not_take_away_any_more_is_told_to_the_operator()
    {
        await using var house = await TelegramHouse.Open();
        await Tell(house, TelegramHouse.Aigul);
        await Ask(house, "/files 1");
        house.Clock.Advance(TimeSpan.FromHours(49));

        await Forget(house, TelegramHouse.Aigul);

        Assert.Equal(1, Pictures(house));
        var refused = await house.Look(db => db.Outbox.Where(row => row.State == OutboxState.Refused).ToListAsync());
        Assert.All(refused, row => Assert.StartsWith("remove:", row.Event, StringComparison.Ordinal));
        Assert.Contains(refused, row => row.Reason!.Contains("can't be deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_somebody_has_removed_the_bot_from_the_group_it_waits_and_nothing_is_lost()
    {
        await using var house = await TelegramHouse.Open();
        await Tell(house, TelegramHouse.Aigul);
        await Ask(house, "/files 1");
        house.Telegram.Block(TelegramHouse.Desk);
        await Forget(house, TelegramHouse.Aigul);
        Assert.DoesNotContain(await house.Look(db => db.Outbox.Select(row => row.State).ToListAsync()), state => state is OutboxState.Dropped or OutboxState.Refused);

        house.Telegram.Block(TelegramHouse.Desk, blocked: false);
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await house.Settle();

        Assert.Equal(0, Pictures(house));
        Assert.Empty(await house.Look(db => db.Outbox.Where(row => row.State == OutboxState.Pending).ToListAsync()));
    }

    private static async Task Tell(TelegramHouse house, long person)
    {
        house.Telegram.SendPhoto(person, Bot.Tests.Pictures.Jpeg, Words);
        await house.Go();
        await house.Press(person, "Done");
    }

    private static async Task Ask(TelegramHouse house, params string[] commands)
    {
        foreach (var command in commands)
        {
            house.Telegram.Say(TelegramHouse.Desk, command, TelegramHouse.Asel);
            await house.Go();
        }
    }

    private static async Task Forget(TelegramHouse house, long person)
    {
        await house.Say(person, "/forget");
        await house.Press(person, "Yes, delete everything");
        house.Clock.Advance(TimeSpan.FromSeconds(2));
        await house.Settle();
    }

    private static int Pictures(TelegramHouse house) => house.Telegram.Messages(TelegramHouse.Desk).Count(message => message.FileId is not null);
}
