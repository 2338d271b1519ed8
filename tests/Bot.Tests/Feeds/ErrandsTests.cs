using Bot.Feeds;
using Bot.Lots;
using Fakes;
using Fakes.Portal;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>Bids are asked for once the results are out, each announcement once, and those that cannot be had wait.</summary>
public sealed class ErrandsTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly PushedClock clock = new(Now);

    [Fact]
    public async Task Results_that_have_a_day_to_come_are_asked_for_on_that_day()
    {
        await using var fake = await Fake(results: Now.AddHours(2), announcements: 1);
        await using var stage = await FeedStage.Set(fake, clock);

        await stage.Fresh();
        clock.Push(TimeSpan.FromHours(1));
        await stage.Fresh();
        Assert.Equal(0, Asked(fake));    // before it, the portal shows none
        clock.Push(TimeSpan.FromHours(1));
        await stage.Fresh();
        await stage.Fresh();

        Assert.Equal(1, Asked(fake));
        await using var db = stage.Register();
        Assert.Equal(1, await db.Bids.CountAsync());
        Assert.Equal(0, await db.Errands.CountAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_had_does_not_hold_up_the_others_and_is_tried_again()
    {
        await using var fake = await Fake(results: Now.AddHours(-1), announcements: 3);
        await using var stage = await FeedStage.Set(fake, clock);
        fake.Misbehaviour.Next(Trouble.Errors with { Where = "query Bids" });

        await stage.Fresh();

        await using var db = stage.Register();
        var waiting = await db.Errands.SingleAsync();
        Assert.Equal((1, 2), (waiting.Tries, await db.Bids.CountAsync()));
        Assert.InRange(waiting.NotBefore, Now.AddMinutes(9), Now.AddMinutes(12));
        clock.Push(TimeSpan.FromMinutes(12));
        await stage.Fresh();
        Assert.Equal((0, 3), (await db.Errands.CountAsync(), await db.Bids.CountAsync()));
    }

    [Fact]
    public async Task While_the_portal_is_down_nobody_hammers_it_with_errands()
    {
        await using var fake = await Fake(results: Now.AddHours(-1), announcements: 30);
        await using var stage = await FeedStage.Set(fake, clock);
        fake.Misbehaviour.Next([.. Enumerable.Repeat(Trouble.Server(503) with { Where = "query Bids" }, 30)]);

        await stage.Fresh();

        Assert.InRange(Asked(fake), 5, 9);    // of one errand, with its repetitions
        fake.Misbehaviour.Mend();
        clock.Push(TimeSpan.FromMinutes(15));
        await stage.Fresh();
        await using var db = stage.Register();
        Assert.Equal((0, 30), (await db.Errands.CountAsync(), await db.Bids.CountAsync()));
    }

    private static int Asked(FakePortal fake) => fake.Requests.Count(request => request.What.StartsWith("TrdApp", StringComparison.Ordinal));

    private Task<FakePortal> Fake(DateTimeOffset results, int announcements)
    {
        var store = new PortalStore();
        for (var id = 1; id <= announcements; id++)
        {
            store.Put($$"""
                {"__typename":"TrdBuy","id":{{id}},"numberAnno":"{{id}}-1","nameRu":"Краска","nameKz":"Бояу","refBuyStatusId":350,"refTradeMethodsId":3,
                "publishDate":"2026-08-20 10:00:00","itogiDatePublic":"{{PortalTime.Format(results)}}","lastUpdateDate":"{{PortalTime.Format(Now.AddHours(-1))}}"}
                """);
            store.Put($$"""
                {"__typename":"TrdApp","id":{{900 + id}},"buyId":{{id}},"supplierBinIin":"990740000683","dateApply":"2026-08-25 10:00:00","AppLots":[]}
                """);
        }

        return FakePortal.Start(store, clock: clock);
    }
}
