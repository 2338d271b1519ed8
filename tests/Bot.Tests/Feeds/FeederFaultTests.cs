using Bot.Feeds;
using Bot.Lots;
using Fakes;
using Fakes.Portal;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>What each fault that is ordinary at the portal does to a feed: to its rows, its position, its note, and its next time.</summary>
public sealed class FeederFaultTests
{
    private const int Rows = 450;    // three pages
    private static readonly Course Lots = Course.Often[0];
    private static readonly DateTimeOffset Now = new(2026, 9, 2, 6, 0, 0, TimeSpan.Zero);

    private readonly PushedClock clock = new(Now);

    [Fact]
    public async Task An_answer_of_errors_stops_the_feed_at_its_place_and_it_goes_on_from_there()
    {
        await using var fake = await Fake(null, Trouble.Errors);
        await using var stage = await FeedStage.Set(fake, clock);

        Assert.False(await stage.Read(Lots));

        var stopped = await stage.Position(Lots);
        Assert.Equal((200, true, "Question"), (stopped.Rows, stopped.IsWalking, Kind(stopped)));
        Assert.InRange(stopped.FailedAt!.Value, Now, clock.GetUtcNow());    // it fails on the way of a push of one second
        Assert.Equal((null, null), (stopped.HeldBy, stopped.DoneAt));
        Assert.Equal(200, await Count(stage));
        await GoesOn(stage, fake, requests: 2 + 2);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refused_token_is_not_shown_again(int status)
    {
        var refusal = status switch { 401 => Trouble.Unauthorized, 403 => Trouble.Forbidden, _ => Trouble.InvalidRoute };
        await using var fake = await Fake(refusal);
        await using var stage = await FeedStage.Set(fake, clock, sources: "graphql");

        for (var time = 0; time < 5; time++)
            Assert.False(await stage.Read(Lots));

        Assert.Single(fake.Requests);
        var stopped = await stage.Position(Lots);
        Assert.Equal(("Token", true), (Kind(stopped), stopped.Since is null));
        Assert.Equal(0, await Count(stage));
    }

    [Fact]
    public async Task Who_is_told_to_wait_waits_and_loses_nothing()
    {
        await using var fake = await Fake(null, Trouble.TooMany(45));
        await using var stage = await FeedStage.Set(fake, clock);

        Assert.True(await stage.Read(Lots));

        var requests = fake.Requests;
        Assert.Equal([200, 429, 200, 200], requests.Select(request => request.Status));
        Assert.InRange(requests[2].At - requests[1].At, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(60));
        await IsWhole(stage);
    }

    [Theory]
    [InlineData(TroubleKind.Html)]
    [InlineData(TroubleKind.Torn)]
    [InlineData(TroubleKind.ShortPage)]
    [InlineData(TroubleKind.OverlappingPage)]
    public async Task What_passes_is_hardly_noticed(TroubleKind kind)
    {
        await using var fake = await Fake(new Trouble(kind), new Trouble(kind));
        await using var stage = await FeedStage.Set(fake, clock);

        Assert.True(await stage.Read(Lots));

        Assert.InRange(fake.Requests.Count, 3, 5);
        await IsWhole(stage);
    }

    [Fact]
    public async Task An_answer_after_seventy_seconds_is_waited_for()
    {
        await using var fake = await Fake(Trouble.Slow(TimeSpan.FromSeconds(70)));
        await using var stage = await FeedStage.Set(fake, clock);
        var reading = stage.Feeder.Run(Lots, null, null, default);

        await clock.SomebodyWaits(TimeSpan.FromSeconds(70));
        clock.Push(TimeSpan.FromSeconds(70));

        Assert.True(await stage.Passing(reading, longestWait: 20));    // the limit of the answer is 30 s ahead

        Assert.Equal(3, fake.Requests.Count);
        await IsWhole(stage);
    }

    [Fact, Trait("Catalogue", "F14")]
    public async Task A_portal_that_stays_down_is_left_alone_and_the_feed_goes_on_another_time()
    {
        await using var fake = await Fake([null, .. Enumerable.Repeat(Trouble.Server(503), 7)]);
        await using var stage = await FeedStage.Set(fake, clock);

        Assert.False(await stage.Read(Lots));

        var stopped = await stage.Position(Lots);
        Assert.Equal(("Busy", true, 200), (Kind(stopped), stopped.IsWalking, stopped.Rows));
        var asked = fake.Requests.Count;
        Assert.InRange(asked, 6, 9);
        fake.Misbehaviour.Mend();
        clock.Push(TimeSpan.FromMinutes(10));
        await GoesOn(stage, fake, requests: asked + 2);
    }

    [Fact]
    public async Task A_cursor_that_stands_still_ends_the_walk_and_the_next_begins_anew()
    {
        await using var fake = await Fake(null, Trouble.CursorStandsStill);
        await using var stage = await FeedStage.Set(fake, clock);

        Assert.False(await stage.Read(Lots));

        var stopped = await stage.Position(Lots);
        Assert.Equal(("Cursor", false, true), (Kind(stopped), stopped.IsWalking, stopped.Since is null));
        await GoesOn(stage, fake, requests: 2 + 3);
    }

    [Fact]
    public async Task A_field_that_is_null_for_an_hour_stays_as_it_was_known()
    {
        await using var fake = await Fake();
        await using var stage = await FeedStage.Set(fake, clock);
        await stage.Read(Lots);
        var before = await stage.Dump();

        fake.Misbehaviour.Next(Trouble.NullFields, Trouble.NullFields, Trouble.NullFields, Trouble.NoPlaces, Trouble.NoPlaces, Trouble.NoPlaces);
        await Again(stage, fake);
        await Again(stage, fake);

        RegisterDump.AreEqual(before, await stage.Dump());
    }

    [Fact]
    public async Task Times_without_zone_are_of_the_zone_that_held_that_day()
    {
        await using var fake = await FakePortal.Start(new PortalStore(), clock: clock);
        fake.Store.Put(LotOf(1, Now.AddHours(-1), published: "2024-02-29 10:00:00"));
        fake.Store.Put(LotOf(2, Now.AddHours(-1), published: "2024-03-01 10:00:00"));
        await using var stage = await FeedStage.Set(fake, clock);

        Assert.True(await stage.Read(Lots));

        await using var db = stage.Register();
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 4, 0, 0, TimeSpan.Zero), (await db.Lot(1, default))!.Published);
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 5, 0, 0, TimeSpan.Zero), (await db.Lot(2, default))!.Published);
    }

    [Fact]
    public async Task While_the_portal_is_away_the_unified_platform_stands_in_and_nothing_is_missed_later()
    {
        await using var fake = await Fake(Rows, [.. Enumerable.Repeat(Trouble.Server(503) with { Where = "graphql" }, 7)]);
        await using var stage = await FeedStage.Set(fake, clock, sources: "graphql,zakup");

        Assert.True(await stage.Read(Lots));
        Assert.Equal(Rows, await Count(stage));    // the same lots under the portal's own ids, not twice
        Assert.Null((await stage.Position(Lots)).Since);
        await using (var db = stage.Register())
            Assert.NotNull((await db.Lot(1, default))!.UnifiedId);

        fake.Misbehaviour.Mend();
        clock.Push(TimeSpan.FromMinutes(10));
        Assert.True(await stage.Read(Lots));
        Assert.Equal(Rows, await Count(stage));
        Assert.NotNull((await stage.Position(Lots)).Since);
        await using var after = stage.Register();
        Assert.Null((await after.Lot(1, default))!.UnifiedId);
        var whole = await stage.Dump();

        fake.Misbehaviour.Next([.. Enumerable.Repeat(Trouble.Server(503) with { Where = "graphql" }, 7)]);
        await Again(stage, fake);
        RegisterDump.AreEqual(whole, await stage.Dump());
    }

    private static async Task GoesOn(FeedStage stage, FakePortal fake, int requests)
    {
        Assert.True(await stage.Read(Lots));
        Assert.Equal(requests, fake.Requests.Count);
        await IsWhole(stage);
    }

    private async Task Again(FeedStage stage, FakePortal fake)
    {
        clock.Push(TimeSpan.FromMinutes(10));
        foreach (var lot in fake.Store.All("Lots"))
            fake.Store.Edit("Lots", lot.GetProperty("id").GetInt64(), PortalTime.InAstana(clock.GetUtcNow()).DateTime, _ => { });
        Assert.True(await stage.Read(Lots));
    }

    private static async Task IsWhole(FeedStage stage)
    {
        var feed = await stage.Position(Lots);
        Assert.Equal((null, null, false, null), (feed.Fault, feed.FailedAt, feed.IsWalking, feed.HeldBy));
        Assert.NotNull(feed.Since);
        Assert.Equal(Rows, await Count(stage));
    }

    private static async Task<int> Count(FeedStage stage)
    {
        await using var db = stage.Register();
        return await db.Lots.CountAsync();
    }

    private static string? Kind(FeedRow feed) => feed.Fault?.Split(':')[0];

    private Task<FakePortal> Fake(params Trouble?[] troubles) => Fake(Rows, troubles);

    private Task<FakePortal> Fake(int rows, params Trouble?[] troubles)
    {
        var store = new PortalStore();
        for (var id = 1; id <= rows; id++)
            store.Put(LotOf(id, Now.AddHours(-1)));
        return FakePortal.Start(store, misbehaviour: new Misbehaviour().Next(troubles), clock: clock);
    }

    private static string LotOf(long id, DateTimeOffset updated, string published = "2026-09-01 10:00:00") => $$"""
        {"__typename":"Lots","id":{{id}},"lotNumber":"{{80000000 + id}}-ЗЦП1","nameRu":"Краска","nameKz":"Бояу","descriptionRu":"белая","descriptionKz":"ақ",
        "amount":1000.5,"count":3,"customerBin":"020340002199","customerNameRu":"Мектеп","customerNameKz":"Мектеп","trdBuyId":{{700 + id}},
        "trdBuyNumberAnno":"{{700 + id}}-1","refLotStatusId":220,"refTradeMethodsId":3,"refBuyTradeMethodsId":3,"plnPointKatoList":["710000000"],
        "isDeleted":0,"lastUpdateDate":"{{PortalTime.Format(updated)}}","systemId":3,
        "TrdBuy":{"id":{{700 + id}},"numberAnno":"{{700 + id}}-1","nameRu":"Краска для школы","nameKz":"Мектепке бояу","publishDate":"{{published}}",
        "startDate":"{{published}}","endDate":"2026-09-20 10:00:00"},
        "Plans":[{"nameKz":"Бояу","extraDescRu":"для пола","extraDescKz":"еденге","price":333.5,"refUnitsCode":"166","refEnstruCode":"203012.700.000000",
        "refSubjectTypeId":1,"refTradeMethodsId":3,"RefUnits":{"nameRu":"Килограмм"} }]}
        """;
}
