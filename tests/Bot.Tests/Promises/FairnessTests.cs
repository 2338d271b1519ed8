using Bot.Conversation;
using Bot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>One person writes without a pause; the others are heard meanwhile.</summary>
public sealed class FairnessTests
{
    private const int Flood = 500;

    [Theory, EachDatabase, Trait("Catalogue", "L5")]
    public async Task While_one_of_five_hundred_messages_is_answered_the_next_worker_hears_somebody_else(bool onPostgres)
    {
        await using var house = await TelegramHouse.Open(onPostgres);
        for (var number = 0; number < Flood; number++)
            house.Telegram.Say(TelegramHouse.Aigul, $"word {number}");
        house.Telegram.Say(TelegramHouse.Berik, "/help");
        while (await house.Updates() is { Count: > 0 } updates)
            foreach (var update in updates)    // one after the other, as Telegram brings one person's
                await house.Bring(update);
        await using var worker = house.Services.CreateAsyncScope();
        var held = (await worker.ServiceProvider.GetRequiredService<InboxQueue>().Take(1, default)).Single();
        Assert.Equal("word 0", house.The<Mailbox>().Read(held).Text);

        Assert.True(await house.The<Answering>().AnswerNext(default));
        await house.Send();
        Assert.Single(house.Telegram.Messages(TelegramHouse.Berik));
        Assert.Equal(Flood, await house.Look(db => db.Inbox.CountAsync(entry => entry.State != Bot.Storage.InboxState.Done)));
    }

    [Theory, EachDatabase, Trait("Catalogue", "L5")]
    public async Task While_many_flood_us_those_who_write_once_are_heard_after_a_few_of_each(bool onPostgres)
    {
        const int Flooders = 20, Each = 50, Others = 10;
        await using var house = await TelegramHouse.Open(onPostgres);
        for (var number = 0; number < Each; number++)
            for (var flooder = 0; flooder < Flooders; flooder++)
                house.Telegram.Say(5000 + flooder, "/help");
        for (var other = 0; other < Others; other++)
            house.Telegram.Say(6000 + other, "/help");
        while (await house.Updates() is { Count: > 0 } updates)
            foreach (var update in updates)
                await house.Bring(update);

        var answered = 0;
        while (await Unheard(house, Others) && await house.The<Answering>().AnswerNext(default))
            answered++;
        Assert.InRange(answered, Flooders + Others, (Flooders * (FairShare.Share + 1)) + Others);
        Assert.Equal((Flooders * Each) + Others - answered, await house.Look(db => db.Inbox.CountAsync(entry => entry.State != Bot.Storage.InboxState.Done)));
    }

    [Fact]
    public void A_share_comes_back_after_its_time_and_who_writes_little_never_uses_it_up()
    {
        var clock = new TestClock(Conversations.Transcript.StartOfTime);
        var share = new FairShare(clock);
        for (var second = 0; second < 60; second++, clock.Advance(TimeSpan.FromSeconds(1)))
        {
            for (var number = 0; number < 3; number++)
                share.Hears("flooder");
            if (second % 3 == 0)
                share.Hears("person");
            Assert.Equal(second == 0 ? [] : ["flooder"], share.UsedUp());
        }

        clock.Advance(FairShare.Time);
        Assert.Empty(share.UsedUp());
    }

    private static Task<bool> Unheard(TelegramHouse house, int others) => house.Look(async db =>
        await db.Inbox.Where(entry => entry.State == Bot.Storage.InboxState.Done).Select(entry => entry.Lane).Distinct().CountAsync() < 20 + others);
}
