using System.Net;
using System.Text.Json;
using Fakes;
using Fakes.Portal;
using Xunit;

namespace Bot.Tests.Portal;

/// <summary>Everything that goes wrong at the portal can be made to go wrong here, on a script or on a seed.</summary>
public sealed class MisbehaviourTests
{
    private const string Lots =
        "query($after: Int) { Lots(limit: 20, after: $after) { id amount nameRu nameKz plnPointKatoList refLotStatusId } }";

    private static readonly PortalStore Store = PortalStore.Invented(seed: 5, lots: 100);

    [Fact]
    public async Task Faults_come_in_the_order_of_the_script_and_then_it_works_again()
    {
        var script = new Misbehaviour().Next(
            Trouble.Unauthorized, Trouble.Forbidden, Trouble.InvalidRoute, Trouble.TooMany(7), Trouble.Server(500), Trouble.Server(503, 3),
            Trouble.Html, Trouble.Errors);
        await using var portal = await FakePortal.Start(Store, misbehaviour: script);
        using var asking = new Asking(portal);
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 9; i++)
            answers.Add(await asking.Post(Lots));
        Assert.Equal([401, 403, 404, 429, 500, 503, 200, 200, 200], answers.Select(answer => (int)answer.StatusCode));
        Assert.Equal(7, answers[3].Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Equal("text/html", answers[6].Content.Headers.ContentType!.MediaType);
        Assert.Contains("errors", await answers[7].Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("pageInfo", await answers[8].Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(answers.Select(answer => (int)answer.StatusCode), portal.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task A_body_is_cut_in_the_middle()
    {
        await using var portal = await FakePortal.Start(Store, misbehaviour: new Misbehaviour().Next(Trouble.Torn));
        using var asking = new Asking(portal);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => asking.Post(Lots));
    }

    [Fact]
    public async Task A_slow_answer_comes_when_the_clock_has_been_pushed()
    {
        var clock = new PushedClock();
        await using var portal = await FakePortal.Start(Store, misbehaviour: new Misbehaviour()
            .Next(Trouble.Slow(TimeSpan.FromSeconds(70))), clock: clock);
        using var asking = new Asking(portal);
        var answer = asking.Post(Lots);
        await clock.SomebodyWaits(TimeSpan.FromSeconds(70));
        Assert.False(answer.IsCompleted);
        clock.Push(TimeSpan.FromSeconds(70));
        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
    }

    [Fact]
    public async Task Pages_overlap_stand_still_and_are_short()
    {
        await using var portal = await FakePortal.Start(Store, misbehaviour: new Misbehaviour()
            .Next(null, Trouble.OverlappingPage, Trouble.CursorStandsStill, Trouble.ShortPage));
        using var asking = new Asking(portal);
        var first = Ids(await asking.Ask(Lots));
        Assert.Contains(Ids(await asking.Ask(Lots, new { after = first[^1] })), first.Contains);
        Assert.Equal(first, Ids(await asking.Ask(Lots, new { after = first[^1] })));
        var half = await asking.Ask(Lots);
        Assert.Equal(10, Ids(half).Count);
        Assert.True(half.GetProperty("extensions").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Fact]
    public async Task Rows_are_spoilt_and_the_store_is_not()
    {
        await using var portal = await FakePortal.Start(
            Store, misbehaviour: new Misbehaviour()
                .Next(Trouble.NullFields, Trouble.KazakhCopies, Trouble.NoPlaces, Trouble.StaleStatuses));
        using var asking = new Asking(portal);
        Assert.All(Rows(await asking.Ask(Lots)), lot => Assert.Equal(JsonValueKind.Null, lot.GetProperty("amount").ValueKind));
        Assert.All(Rows(await asking.Ask(Lots)), lot =>
            Assert.Equal(lot.GetProperty("nameRu").GetString(), lot.GetProperty("nameKz").GetString()));
        Assert.All(Rows(await asking.Ask(Lots)), lot => Assert.Equal(0, lot.GetProperty("plnPointKatoList").GetArrayLength()));
        Assert.All(Rows(await asking.Ask(Lots)), lot => Assert.Equal(220, lot.GetProperty("refLotStatusId").GetInt32()));
        Assert.Contains(Rows(await asking.Ask(Lots)), lot => lot.GetProperty("refLotStatusId").GetInt32() == 360);
    }

    [Fact]
    public async Task A_script_may_wait_for_its_own_kind_of_request()
    {
        await using var portal = await FakePortal.Start(Store, misbehaviour: new Misbehaviour()
            .Next(Trouble.Server(500) with { Where = "/v3/journal" }));
        using var asking = new Asking(portal);
        Assert.Equal(HttpStatusCode.OK, (await asking.Post(Lots)).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await asking.Get("/v3/journal?date_from=2026-01-01")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await asking.Get("/v3/journal?date_from=2026-01-01")).StatusCode);
    }

    [Fact]
    public async Task The_same_seed_misbehaves_the_same_way()
    {
        var first = await Statuses(21);
        Assert.Equal(first, await Statuses(21));
        Assert.NotEqual(first, await Statuses(22));
        Assert.Contains(first, status => status >= 429);
    }

    private static async Task<List<int>> Statuses(ulong seed)
    {
        await using var portal = await FakePortal.Start(
            Store, misbehaviour: Misbehaviour.On(seed, 500, [Trouble.Server(500), Trouble.TooMany(), Trouble.Html]));
        using var asking = new Asking(portal);
        for (var i = 0; i < 30; i++)
            await asking.Post("{ Lots(limit: 1) { id } }");
        return [.. portal.Requests.Select(request => request.Status)];
    }

    private static List<long> Ids(JsonElement answer) => [.. Rows(answer).Select(lot => lot.GetProperty("id").GetInt64())];

    private static JsonElement.ArrayEnumerator Rows(JsonElement answer) => answer.GetProperty("data").GetProperty("Lots").EnumerateArray();
}
