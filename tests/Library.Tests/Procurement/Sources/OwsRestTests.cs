using System.Net;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Sources;

/// <summary>The portal's REST service: pages that name the next one by its path, days of the journal, single objects.</summary>
public sealed class OwsRestTests
{
    private const string NotFound = """{"name":"Not Found","message":"Компания не найдена","code":0,"status":404}""";

    [Fact]
    public async Task A_page_of_contracts_in_the_real_shape_is_read()
    {
        var portal = new ScriptedPortal().Json("""
            {"total":7237966,"limit":500,"next_page":"/v3/contract/all?page=next&limit=500&search_after=9519858","items":[
             {"id":9525399,"parent_id":0,"root_id":9525399,"trd_buy_id":3918654,"ref_amendm_agreem_justif_id":[0],"customer_bin":"160440007161",
              "contract_number_sys":"160440007161/202318/00","contract_sum":10344,"sign_date":"2020-02-07 10:15:03","fakt_exec_date":null},
             {"id":9519858,"root_id":9519858,"contract_number_sys":"160440007161/202317/00"}]}
            """);

        var page = await Source(portal).Page(new PortalQuery(Feed.Contracts), default);

        Assert.Equal(["160440007161/202318/00", "160440007161/202317/00"], page.Rows.Select(row => ((Contract)row.Record!).Number));
        Assert.Equal(("/v3/contract/all?page=next&limit=500&search_after=9519858", 9519858, 7237966), (page.Next, page.Smallest, page.Total));
        Assert.Equal("/v3/contract/all?limit=500", Assert.Single(portal.Requests).Address.PathAndQuery);
    }

    [Fact]
    public async Task A_page_of_plans_in_the_real_shape_is_read()
    {
        var portal = new ScriptedPortal().Json("""
            {"total":20946825,"limit":500,"next_page":"/v3/plans/all/?page=next&limit=500&search_after=35508714","items":[
             {"id":35511372,"rootrecord_id":35511372,"subject_biin":"990640001201","ref_enstru_code":"181219.900.000000","price":1389000,
              "pln_point_year":2020,"date_create":"2020-06-12 15:48:04","sum_1":1389000}],"system_id":3}
            """);

        var query = new PortalQuery(Feed.Plans) { After = "/v3/plans/all/?page=next&limit=500&search_after=35511400" };
        var page = await Source(portal).Page(query, default);

        Assert.Equal(2020, Assert.IsType<PlanItem>(Assert.Single(page.Rows).Record).Year);
        Assert.Equal("/v3/plans/all/?page=next&limit=500&search_after=35508714", page.Next);
        Assert.Equal("https://portal.test/v3/plans/all/?page=next&limit=500&search_after=35511400", portal.Requests[0].Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":[],"next_page":""}""")]
    [InlineData("""{"items":[],"next_page":null}""")]
    [InlineData("""{"items":null}""")]
    [InlineData("[]")]
    public async Task Without_a_next_page_the_walk_ends(string body) =>
        Assert.Null((await Source(new ScriptedPortal().Json(body)).Page(new PortalQuery(Feed.Plans), default)).Next);

    [Theory]
    [InlineData("https://elsewhere.test/v3/plans/all")]
    [InlineData("//elsewhere.test/v3/plans/all")]
    [InlineData("/v3//elsewhere.test")]
    [InlineData("/v3/../admin")]
    [InlineData("/v4/plans/all")]
    [InlineData("v3/plans/all")]
    [InlineData("/v3/plans all")]
    [InlineData("/v3/plans\\all")]
    public async Task A_next_page_that_leads_elsewhere_is_not_followed(string next)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(new { items = Array.Empty<int>(), next_page = next });

        Assert.Equal(PortalFault.Cursor, await FaultOf(new ScriptedPortal().Json(body), new PortalQuery(Feed.Plans)));
        Assert.Equal(PortalFault.Cursor, await FaultOf(new ScriptedPortal(), new PortalQuery(Feed.Plans) { After = next }));
    }

    [Theory]
    [InlineData("/v3/plans/all?search_after=700")]
    [InlineData("/v3/plans/all?limit=500&search_after=700")]
    [InlineData("/v3/plans/all?search_after=701")]
    public async Task A_next_page_that_is_no_further_is_a_fault(string next)
    {
        var portal = new ScriptedPortal().Json($$"""{"items":[],"next_page":"{{next}}"}""");

        Assert.Equal(PortalFault.Cursor, await FaultOf(portal, new PortalQuery(Feed.Plans) { After = "/v3/plans/all?search_after=700" }));
    }

    [Theory]
    [InlineData("""{"total":3}""", false)]
    [InlineData("{}", true)]
    [InlineData("\"text\"", true)]
    [InlineData("""{"items":"text"}""", true)]
    [InlineData("<html></html>", true)]
    public async Task What_is_no_page_is_garbled(string body, bool isFault)
    {
        var page = Source(new ScriptedPortal().Json(body)).Page(new PortalQuery(Feed.Plans), default);

        if (isFault)
            Assert.Equal(PortalFault.Garbled, (await Assert.ThrowsAsync<PortalException>(() => page)).Fault);
        else
            Assert.Null(Assert.Single((await page).Rows).Record);    // a bare object that is no plan item: refused as a row
    }

    [Fact]
    public async Task A_refusal_means_the_token() =>
        Assert.Equal(PortalFault.Token, await FaultOf(new ScriptedPortal().Json("{}", HttpStatusCode.Forbidden), new PortalQuery(Feed.Plans)));

    [Fact]
    public async Task The_journal_is_walked_day_by_day_of_Astana()
    {
        var portal = new ScriptedPortal()
            .Json("""{"items":[],"next_page":"/v3/journal?page=next&date_from=2026-07-24&date_to=2026-07-24&search_after=5"}""")
            .Json("""{"items":[],"next_page":""}""")
            .Json(NotFound, HttpStatusCode.NotFound)
            .Json("""{"items":[]}""");
        var query = new PortalQuery(Feed.Journal)
        {
            From = new(2026, 7, 23, 19, 30, 0, TimeSpan.Zero),
            To = new(2026, 7, 26, 1, 0, 0, TimeSpan.Zero),
        };
        for (var next = query; next is not null;)
            next = (await Source(portal).Page(next, default)).Next is { } after ? query with { After = after } : null;

        Assert.Equal(
            [
                "/v3/journal?date_from=2026-07-24&date_to=2026-07-24&limit=500",
                "/v3/journal?page=next&date_from=2026-07-24&date_to=2026-07-24&search_after=5",
                "/v3/journal?date_from=2026-07-25&date_to=2026-07-25&limit=500",
                "/v3/journal?date_from=2026-07-26&date_to=2026-07-26&limit=500",
            ],
            portal.Requests.Select(request => request.Address.PathAndQuery));
    }

    [Fact]
    public async Task A_reference_table_is_asked_by_its_own_name()
    {
        var portal = new ScriptedPortal().Json("""[{"id":2,"name_ru":"Утвержден","name_kz":"Бекітілді","code":"approved"}]""");

        var page = await Source(portal).Page(new PortalQuery(Feed.References) { Table = "RefPlnPointStatus" }, default);

        Assert.Equal("RefPlnPointStatus", Assert.IsType<Reference>(Assert.Single(page.Rows).Record).Table);
        Assert.Equal("/v3/refs/ref_pln_point_status?limit=500", portal.Requests[0].Address.PathAndQuery);
    }

    [Theory]
    [InlineData(Feed.References, null)]
    [InlineData(Feed.References, "../subject/all")]
    [InlineData(Feed.References, "Lots")]
    [InlineData(Feed.Journal, null)]
    public async Task A_question_without_its_subject_is_not_asked(Feed feed, string? table) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Source(new ScriptedPortal()).Page(new PortalQuery(feed) { Table = table }, default));

    [Fact]
    public async Task A_feed_that_the_service_lacks_is_not_asked() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => Source(new ScriptedPortal()).Page(new PortalQuery(Feed.Lots), default));

    private static async Task<PortalFault> FaultOf(ScriptedPortal portal, PortalQuery query) =>
        (await Assert.ThrowsAsync<PortalException>(() => Source(portal).Page(query, default))).Fault;

    private static OwsRest Source(ScriptedPortal portal) => new(portal.Client(), new Uri("https://portal.test"));
}
