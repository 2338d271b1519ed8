using Bot.Conversation;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>Somebody sets the clock of the machine an hour forward or back.</summary>
[Trait("Catalogue", "F13")]
public sealed class ClockTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Whoever_writes_after_the_jump_is_answered_at_once(int hours)
    {
        await using var house = await TelegramHouse.Open(isPaced: true);
        await house.Say(TelegramHouse.Aigul, "/help");
        house.Clock.Advance(TimeSpan.FromHours(hours));
        await house.Settle();
        house.Clock.Advance(TimeSpan.FromSeconds(1));    // from one message to a person to the next
        await house.Say(TelegramHouse.Aigul, "/mine");
        await house.Say(TelegramHouse.Berik, "/help");

        Assert.Equal((2, 1), (house.Telegram.Messages(TelegramHouse.Aigul).Count, house.Telegram.Messages(TelegramHouse.Berik).Count));
    }

    [Fact]
    public async Task A_group_that_had_its_minutes_worth_is_not_silent_for_an_hour_after_a_jump_back()
    {
        await using var house = await TelegramHouse.Open(isPaced: true);
        for (var number = 0; number < 18; number++)
        {
            house.Telegram.Say(TelegramHouse.Desk, "/queue", TelegramHouse.Asel);
            await house.Go();
        }

        house.Clock.Advance(TimeSpan.FromHours(-1));
        await house.Settle();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        house.Telegram.Say(TelegramHouse.Desk, "/queue", TelegramHouse.Asel);
        await house.Go();
        Assert.Equal(19, house.Telegram.Messages(TelegramHouse.Desk).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_story_that_was_being_told_is_filed_once_and_whole(int hours)
    {
        await using var house = await TelegramHouse.Open();
        await house.Say(TelegramHouse.Aigul, "Too dear, lot 85634585-ЗЦП1");
        house.Clock.Advance(TimeSpan.FromHours(hours));
        await house.Say(TelegramHouse.Aigul, "and the roof leaks");
        await Wake(house);
        house.Clock.Advance(Draft.Pause);
        await Wake(house);
        await Wake(house);

        var tip = Assert.Single(await house.Look(db => db.Tips.ToListAsync()));
        Assert.Equal("Too dear, lot 85634585-ЗЦП1\nand the roof leaks", house.The<Bot.Storage.Seal>().Open(tip.Text));
    }

    private static async Task Wake(TelegramHouse house)
    {
        await house.The<Waking>().WakeDue(default);
        await house.Settle();
    }
}
