using System.Net;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Sources;

/// <summary>The unified platform's public JSON: pages by offset, search by number, no token.</summary>
public sealed class ZakupPortalTests
{
    private const string Lot = """
        {"id":60108769,"external_id":4496006,"lot_number":"4496006","announcement_id":40242401,"announcement_number":"1241533",
         "name_ru":"Ноутбук","name_kk":"Ноутбук","system":{"id":3,"name":"SKK"},"total_price":2850000.0}
        """;

    [Fact]
    public async Task Pages_go_by_offset_until_there_is_no_next()
    {
        var portal = new ScriptedPortal()
            .Json($$"""{"count":3,"next":"https://portal.test/?offset=2","results":[{{Lot}},{{Lot}}],"facets":null}""")
            .Json($$"""{"count":3,"next":null,"results":[{{Lot}}]}""");
        var query = new PortalQuery(Feed.Lots) { From = new(2026, 7, 24, 17, 0, 0, TimeSpan.FromHours(5)) };

        var first = await Source(portal).Page(query, default);
        var second = await Source(portal).Page(query with { After = first.Next }, default);

        Assert.Equal((2, "2", 3), (first.Rows.Count, first.Next, first.Total));
        Assert.Equal((1, null), (second.Rows.Count, second.Next));
        Assert.Equal(
            [
                "/api/core/api/public/lots/?limit=100&offset=0&offer_end_date__gte=2026-07-24T12:00:00Z",
                "/api/core/api/public/lots/?limit=100&offset=2&offer_end_date__gte=2026-07-24T12:00:00Z",
            ],
            portal.Requests.Select(request => request.Address.PathAndQuery));
    }

    [Theory]
    [InlineData("""{"count":9,"next":"https://portal.test/?offset=100","results":[]}""")]    // nothing came: nowhere to go on
    [InlineData("""{"count":0,"next":null,"results":[]}""")]
    public async Task An_empty_page_ends_the_walk(string body) =>
        Assert.Null((await Source(new ScriptedPortal().Json(body)).Page(new PortalQuery(Feed.Lots), default)).Next);

    [Theory]
    [InlineData(404, """{"detail":"Not found."}""", null)]
    [InlineData(404, "<html></html>", PortalFault.Garbled)]
    [InlineData(403, """{"detail":"Forbidden"}""", PortalFault.Busy)]    // there is no token that could be bad
    [InlineData(429, "{}", PortalFault.Busy)]
    [InlineData(200, """{"count":1}""", PortalFault.Garbled)]
    [InlineData(200, "[]", PortalFault.Garbled)]
    [InlineData(200, "<html></html>", PortalFault.Garbled)]
    public async Task An_answer_that_is_none_is_a_fault_of_its_kind(int status, string body, PortalFault? kind)
    {
        var page = Source(new ScriptedPortal().Json(body, (HttpStatusCode)status)).Page(new PortalQuery(Feed.Lots), default);

        if (kind is null)
            Assert.Empty((await page).Rows);
        else
            Assert.Equal(kind, (await Assert.ThrowsAsync<PortalException>(() => page)).Fault);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated_at_once()
    {
        var portal = new ScriptedPortal().Json("{}", HttpStatusCode.Forbidden);

        var fault = await Assert.ThrowsAsync<PortalException>(() => Source(portal).Page(new PortalQuery(Feed.Lots), default));

        Assert.Equal(TimeSpan.FromMinutes(10), fault.RetryAfter);
    }

    [Fact]
    public async Task A_search_by_number_gives_only_what_has_the_number()
    {
        var portal = new ScriptedPortal().Json($$"""{"count":2,"next":null,"results":[{"id":1,"lot_number":"81861406-ОК2"},{{Lot}},{"id":2,"lot_number":null}]}""");

        Assert.Single(await Source(portal).Find(new Wanted { LotNumber = "4496006" }, default));
        Assert.Equal("/api/core/api/public/lots/?q=4496006&limit=100&offset=0", portal.Requests[0].Address.PathAndQuery);
        Assert.True(portal.Requests[0].IsUrgent);
    }

    [Fact]
    public async Task A_number_is_the_same_in_any_spelling()
    {
        var portal = new ScriptedPortal().Json("""{"results":[{"id":1,"lot_number":"81861406 – зцп1"}]}""");

        Assert.Single(await Source(portal).Find(new Wanted { LotNumber = "81861406-ЗЦП1" }, default));
    }

    [Fact]
    public async Task An_announcement_is_found_by_its_number()
    {
        var portal = new ScriptedPortal().Json($$"""{"results":[{{Lot}},{{Lot}}]}""");

        Assert.Equal(2, (await Source(portal).Find(new Wanted { AnnouncementNumber = "1241533" }, default)).Count);
    }

    [Fact]
    public async Task What_it_cannot_be_asked_is_not_asked()
    {
        Assert.Empty(await Source(new ScriptedPortal()).Find(new Wanted { ContractId = 1 }, default));
        Assert.Empty(await Source(new ScriptedPortal()).Find(new Wanted { Bin = "020340002199" }, default));
        await Assert.ThrowsAsync<NotSupportedException>(() => Source(new ScriptedPortal()).Page(new PortalQuery(Feed.Contracts), default));
        Assert.Equal([Feed.Lots], Enum.GetValues<Feed>().Where(Source(new ScriptedPortal()).Has));
    }

    [Fact]
    public async Task A_place_that_is_no_offset_is_a_fault() =>
        Assert.Equal(PortalFault.Cursor, (await Assert.ThrowsAsync<PortalException>(
            () => Source(new ScriptedPortal()).Page(new PortalQuery(Feed.Lots) { After = "-1" }, default))).Fault);

    private static ZakupPortal Source(ScriptedPortal portal) => new(portal.Client(), new Uri("https://portal.test"));
}
