using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Sources;

/// <summary>What is asked of the portal's GraphQL service: only forms that were seen to work.</summary>
public sealed class GraphQlFilterTests
{
    private static readonly Uri Address = new("https://portal.test/v3/graphql");
    private static readonly DateTimeOffset From = new(2026, 7, 23, 19, 0, 0, TimeSpan.Zero), To = new(2026, 7, 24, 18, 59, 59, TimeSpan.Zero);

    [Theory]
    [InlineData(Feed.Lots, """{"lastUpdateDate":["2026-07-24 00:00:00","2026-07-24 23:59:59"]}""")]
    [InlineData(Feed.Announcements, """{"lastUpdateDate":["2026-07-24 00:00:00","2026-07-24 23:59:59"]}""")]
    [InlineData(Feed.Contracts, """{"lastUpdateDate":["2026-07-24 00:00:00","2026-07-24 23:59:59"]}""")]
    [InlineData(Feed.Acts, """{"approveDate":["2026-07-24 00:00:00","2026-07-24 23:59:59"]}""")]
    [InlineData(Feed.Organisations, """{"lastUpdateDate":["2026-07-24 00:00:00","2026-07-24 23:59:59"],"typeSupplier":[1]}""")]
    [InlineData(Feed.Plans, """{"plnPointYear":[2026]}""")]    // its date filters answer nothing
    [InlineData(Feed.Unfair, "{}")]                            // small: in full
    [InlineData(Feed.Bids, """{"buyId":17379679}""")]
    public async Task A_feed_is_asked_by_the_wall_clock_of_Astana(Feed feed, string filter) =>
        Assert.Equal(filter, await FilterOf(new PortalQuery(feed) { From = From, To = To, Year = 2026, AnnouncementId = 17379679 }));

    [Fact]
    public async Task Before_March_2024_the_clock_was_an_hour_ahead() =>
        Assert.Equal("""{"lastUpdateDate":["2024-02-29 12:00:00"]}""",
            await FilterOf(new PortalQuery(Feed.Lots) { From = new(2024, 2, 29, 6, 0, 0, TimeSpan.Zero) }));

    [Fact]
    public async Task Open_ends_are_written_the_services_way()
    {
        Assert.Equal("""{"lastUpdateDate":["2026-07-24 00:00:00"]}""", await FilterOf(new PortalQuery(Feed.Lots) { From = From }));
        Assert.Equal("""{"lastUpdateDate":["","2026-07-24 23:59:59"]}""", await FilterOf(new PortalQuery(Feed.Lots) { To = To }));
        Assert.Equal("{}", await FilterOf(new PortalQuery(Feed.Lots)));
        Assert.Equal("{}", await FilterOf(new PortalQuery(Feed.Plans)));
    }

    [Fact]
    public async Task Bids_are_asked_by_announcement_only() =>
        await Assert.ThrowsAsync<ArgumentException>(() => FilterOf(new PortalQuery(Feed.Bids)));

    [Fact]
    public async Task A_feed_that_the_service_lacks_is_not_asked()
    {
        var source = new OwsGraphQl(new ScriptedPortal().Client(), Address);

        Assert.Equal([Feed.Journal, Feed.References], Enum.GetValues<Feed>().Where(feed => !source.Has(feed)));
        await Assert.ThrowsAsync<NotSupportedException>(() => source.Page(new PortalQuery(Feed.Journal), default));
    }

    public static TheoryData<Wanted, string, string> Cited { get; } = new()
    {
        { new Wanted { LotNumber = "81861406-ЗЦП1" }, "Lots", """{"lotNumber":"81861406-\u0417\u0426\u041F1"}""" },
        { new Wanted { LotId = 42700127 }, "Lots", """{"id":[42700127]}""" },
        { new Wanted { AnnouncementNumber = "17379679-1" }, "Lots", """{"trdBuyNumberAnno":"17379679-1"}""" },
        { new Wanted { AnnouncementId = 17379679 }, "Lots", """{"trdBuyId":[17379679]}""" },
        { new Wanted { ContractNumber = "970140002674/260023/00" }, "Contract", """{"contractNumberSys":"970140002674/260023/00"}""" },
        { new Wanted { ContractId = 25610081 }, "Contract", """{"id":[25610081]}""" },
        { new Wanted { Bin = "020340002199" }, "Subjects", """{"bin":"020340002199"}""" },
    };

    [Theory]
    [MemberData(nameof(Cited))]
    public async Task A_cited_number_is_asked_at_once_by_its_own_filter(Wanted wanted, string root, string filter)
    {
        var portal = new ScriptedPortal().Json($$$$"""{"data":{"{{{{root}}}}":[{"id":1}]},"extensions":{"pageInfo":{"hasNextPage":false}}}""");

        var found = await new OwsGraphQl(portal.Client(), Address).Find(wanted, default);

        Assert.Single(found);
        var asked = Assert.Single(portal.Requests);
        Assert.True(asked.IsUrgent);
        Assert.Equal(filter, asked.Filter);
    }

    [Fact]
    public async Task An_announcement_of_many_lots_is_read_to_its_end()
    {
        var portal = new ScriptedPortal()
            .Json("""{"data":{"Lots":[{"id":9}]},"extensions":{"pageInfo":{"hasNextPage":true,"lastId":9}}}""")
            .Json("""{"data":{"Lots":[{"id":8}]},"extensions":{"pageInfo":{"hasNextPage":false,"lastId":8}}}""");

        Assert.Equal(2, (await new OwsGraphQl(portal.Client(), Address).Find(new Wanted { AnnouncementId = 1 }, default)).Count);
    }

    [Fact]
    public async Task Numbers_of_private_persons_and_ids_of_other_systems_never_leave_the_house()
    {
        var source = new OwsGraphQl(new ScriptedPortal().Client(), Address);    // it would fail at the first request

        Assert.Empty(await source.Find(new Wanted { Bin = "990101300063" }, default));
        Assert.Empty(await source.Find(new Wanted { LotId = 3_000_060_108_769 }, default));
        Assert.Empty(await source.Find(new Wanted(), default));
    }

    private static async Task<string> FilterOf(PortalQuery query)
    {
        var roots = """{"Lots":[],"TrdBuy":[],"Contract":[],"Acts":[],"Subjects":[],"Plans":[],"Rnu":[],"TrdApp":[]}""";
        var portal = new ScriptedPortal().Json($$$"""{"data":{{{roots}}}}""");
        await new OwsGraphQl(portal.Client(), Address).Page(query, default);
        var asked = Assert.Single(portal.Requests);
        Assert.Equal(("POST", Address, false), (asked.Method, asked.Address, asked.IsUrgent));
        return asked.Filter;
    }
}
