using Bot.Conversation;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>The search for lots does not answer yet: a tip waits for it, and nobody waits for the tip.</summary>
public sealed class SlowSearchTests
{
    [Fact, Trait("Catalogue", "F15")]
    public async Task While_one_tip_waits_for_the_search_others_are_answered_and_then_it_finds_its_lot()
    {
        await using var house = await TelegramHouse.Open(isReady: false);
        await house.Say(TelegramHouse.Aigul, "Too dear, lot 85634585-ЗЦП1");
        var (message, data) = house.Button(TelegramHouse.Aigul, "Done");
        house.Telegram.Press(TelegramHouse.Aigul, message, data);
        await house.Bring(Assert.Single(await house.Updates()));
        var searching = house.The<Answering>().AnswerNext(default);
        await house.Say(TelegramHouse.Berik, "/help");
        Assert.False(searching.IsCompleted);
        Assert.Single(house.Telegram.Messages(TelegramHouse.Berik));

        await house.MakeReady();
        Assert.True(await searching);
        await house.Settle();
        Assert.NotNull(Assert.Single(await house.Look(db => db.Tips.ToListAsync())).LotId);
    }
}
