using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Sources;

/// <summary>Walking through the portal's GraphQL service: where a page ends, where the next begins, when it is enough.</summary>
public sealed class GraphQlPagingTests
{
    private static readonly Uri Address = new("https://portal.test/v3/graphql");

    [Fact]
    public async Task The_envelope_of_the_real_service_is_read()
    {
        var page = await Page("""
            {"data":{"Lots":[{"__typename":"Lots","id":42700184,"lotNumber":"83685322-ОИ4"}]},
             "extensions":{"pageInfo":{"hasNextPage":true,"lastId":42700184,"totalCount":28309104,"limitPage":50}}}
            """);

        Assert.Equal("83685322-ОИ4", Assert.IsType<Lot>(Assert.Single(page.Rows).Record).Number);
        Assert.Equal(("42700184", 42700184, 28309104), (page.Next, page.Smallest, page.Total));
    }

    [Theory]
    [InlineData("""[{"id":9},{"id":7},{"id":8}]""", """{"hasNextPage":true,"lastId":7}""", "7")]
    [InlineData("""[{"id":9},{"id":7},{"id":8}]""", """{"hasNextPage":true,"lastId":"7"}""", "7")]    // a number written as text
    [InlineData("""[{"id":9},{"id":7},{"id":8}]""", """{"hasNextPage":true}""", "7")]                 // no lastId: the smallest of the page
    [InlineData("""[{"id":9},{"id":7}]""", """{"hasNextPage":false,"lastId":7}""", null)]
    [InlineData("""[{"id":9}]""", """{"hasNextPage":true,"lastId":9}""", "9")]                        // a short page is not the end
    [InlineData("[]", """{"hasNextPage":true,"lastId":6}""", "6")]                                    // nor is an empty one
    [InlineData("[]", """{"hasNextPage":true}""", null)]                                              // but there is nowhere to go on
    [InlineData("[]", """{"hasNextPage":true,"lastId":0}""", null)]
    [InlineData("null", """{"hasNextPage":false}""", null)]
    [InlineData("""[{"id":9},{"id":7}]""", "null", "7")]    // without pageInfo the cut is not known: only an empty page ends the walk
    [InlineData("[]", "null", null)]
    public async Task The_next_page_begins_at_the_smallest_id(string rows, string info, string? next) =>
        Assert.Equal(next, (await Page($$$"""{"data":{"Lots":{{{rows}}}},"extensions":{"pageInfo":{{{info}}}}}""")).Next);

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_cursor_that_does_not_fall_is_a_fault(long last)
    {
        var body = $$$$"""{"data":{"Lots":[{"id":{{{{last}}}}}]},"extensions":{"pageInfo":{"hasNextPage":true,"lastId":{{{{last}}}}}}}""";

        var fault = await Assert.ThrowsAsync<PortalException>(() => Page(body, "7"));

        Assert.Equal(PortalFault.Cursor, fault.Fault);
    }

    [Fact]
    public async Task A_last_page_may_repeat_rows()
    {
        var page = await Page("""{"data":{"Lots":[{"id":7}]},"extensions":{"pageInfo":{"hasNextPage":false,"lastId":7}}}""", "7");

        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_place_that_is_no_id_is_a_fault() =>
        Assert.Equal(PortalFault.Cursor, (await Assert.ThrowsAsync<PortalException>(() => Page("{}", "/v3/plans"))).Fault);

    [Fact]
    public async Task Pages_that_overlap_give_their_rows_again_and_the_walk_goes_on()
    {
        var portal = new ScriptedPortal()
            .Json("""{"data":{"Lots":[{"id":9},{"id":8}]},"extensions":{"pageInfo":{"hasNextPage":true,"lastId":8}}}""")
            .Json("""{"data":{"Lots":[{"id":9},{"id":8},{"id":6}]},"extensions":{"pageInfo":{"hasNextPage":true,"lastId":6}}}""")
            .Json("""{"data":{"Lots":[{"id":5}]},"extensions":{"pageInfo":{"hasNextPage":false,"lastId":5}}}""");
        var source = new OwsGraphQl(portal.Client(), Address);
        List<int> counts = [];
        string? next = null;
        do
        {
            var page = await source.Page(new PortalQuery(Feed.Lots) { After = next }, default);
            counts.Add(page.Rows.Count);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal([2, 3, 1], counts);
        Assert.Equal(
            ["""{"filter":{},"limit":200}""", """{"filter":{},"limit":200,"after":8}""", """{"filter":{},"limit":200,"after":6}"""],
            portal.Requests.Select(request => request.Variables));
    }

    [Fact]
    public async Task Organisations_go_by_their_own_id() =>
        Assert.Equal("4", (await Page("""{"data":{"Subjects":[{"pid":5,"id":1},{"pid":4}]}}""", null, Feed.Organisations)).Next);

    [Fact]
    public async Task A_bad_row_is_refused_and_costs_no_other()
    {
        var page = await Page("""
            {"data":{"Lots":[null,{"__typename":"Lots","id":null,"lotNumber":null},7,{"__typename":"Lots","id":3,"lotNumber":"81861406-ЗЦП1",
             "TrdBuy":null,"Plans":null,"Customer":null,"plnPointKatoList":null}]}}
            """);

        Assert.Equal([false, false, false, true], page.Rows.Select(row => row.Record is Lot));
        Assert.Equal("3", page.Next);
    }

    private static Task<PortalPage> Page(string body, string? after = null, Feed feed = Feed.Lots) =>
        new OwsGraphQl(new ScriptedPortal().Json(body).Client(), Address).Page(new PortalQuery(feed) { After = after }, default);
}
