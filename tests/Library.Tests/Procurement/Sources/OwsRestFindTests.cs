using System.Net;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Sources;

/// <summary>Cited numbers asked of the portal's REST service.</summary>
public sealed class OwsRestFindTests
{
    private const string NotFound = """{"name":"Not Found","message":"Объект не найден","code":0,"status":404}""";
    private const string Announcement = """{"id":17379679,"number_anno":"17379679-1","name_ru":"продукты питания гречка"}""";
    private const string Lot = """{"id":42700127,"lot_number":"81861406-ЗЦП1","trd_buy_id":17379679,"trd_buy_number_anno":"17379679-1"}""";

    [Fact]
    public async Task A_lot_comes_with_its_announcement()
    {
        var portal = new ScriptedPortal().Json(Lot).Json(Announcement);

        var found = await Find(portal, new Wanted { LotId = 42700127 });

        Assert.Equal(2, found.Count);
        Assert.Equal("81861406-ЗЦП1", Assert.IsType<Lot>(found[1].Record).Number);
        Assert.Equal(["/v3/lots/42700127", "/v3/trd-buy/17379679"], Paths(portal));
    }

    [Fact]
    public async Task An_announcement_comes_with_its_lots()
    {
        var portal = new ScriptedPortal().Json(Announcement)
            .Json($$"""{"items":[{{Lot}}],"next_page":"/v3/lots/number-anno/17379679-1?page=next&search_after=42700127"}""")
            .Json($$"""{"items":[{{Lot}}]}""");

        var found = await Find(portal, new Wanted { AnnouncementNumber = "17379679-1" });

        Assert.Equal([false, true, true], found.Select(row => row.Record is Lot));
        Assert.Equal(
            [
                "/v3/trd-buy/number-anno/17379679-1", "/v3/lots/number-anno/17379679-1?limit=500",
                "/v3/lots/number-anno/17379679-1?page=next&search_after=42700127",
            ], Paths(portal));
        Assert.All(portal.Requests, request => Assert.True(request.IsUrgent));
    }

    [Fact]
    public async Task An_announcement_is_found_by_its_id_too()
    {
        var portal = new ScriptedPortal().Json($$"""{"items":[{{Announcement}}]}""").Json(NotFound, HttpStatusCode.NotFound);

        Assert.Single(await Find(portal, new Wanted { AnnouncementId = 17379679 }));
        Assert.Equal(["/v3/trd-buy/17379679", "/v3/lots/number-anno/17379679-1?limit=500"], Paths(portal));
    }

    [Fact]
    public async Task A_contracts_number_travels_escaped()
    {
        var portal = new ScriptedPortal().Json("""{"items":[{"id":25610081,"contract_number_sys":"970140002674/260023/00"}]}""");

        Assert.IsType<Contract>(Assert.Single(await Find(portal, new Wanted { ContractNumber = "970140002674/260023/00" })).Record);
        Assert.Equal(["/v3/contract/number-sys/?number=970140002674%2F260023%2F00"], Paths(portal));
    }

    [Fact]
    public async Task A_contract_is_found_by_its_id_too()
    {
        var portal = new ScriptedPortal().Json("""{"id":25610081,"contract_number_sys":"970140002674/260023/00"}""");

        Assert.Single(await Find(portal, new Wanted { ContractId = 25610081 }));
        Assert.Equal(["/v3/contract/25610081"], Paths(portal));
    }

    [Fact]
    public async Task A_business_number_gives_the_organisation_and_what_the_register_says_of_it()
    {
        var portal = new ScriptedPortal().Json("""{"pid":7,"bin":"020340002199","name_ru":"Центр"}""").Json(NotFound, HttpStatusCode.NotFound);

        Assert.IsType<Organisation>(Assert.Single(await Find(portal, new Wanted { Bin = "020340002199" })).Record);
        Assert.Equal(["/v3/subject/biin/020340002199", "/v3/rnu/020340002199"], Paths(portal));
    }

    [Fact]
    public async Task What_the_service_does_not_know_is_nothing()
    {
        Assert.Empty(await Find(new ScriptedPortal().Json(NotFound, HttpStatusCode.NotFound), new Wanted { LotId = 1 }));
        Assert.Empty(await Find(new ScriptedPortal().Json(NotFound, HttpStatusCode.NotFound), new Wanted { AnnouncementNumber = "1-1" }));
    }

    [Fact]
    public async Task What_it_cannot_be_asked_is_not_asked()
    {
        Assert.Empty(await Find(new ScriptedPortal(), new Wanted { LotNumber = "81861406-ЗЦП1" }));
        Assert.Empty(await Find(new ScriptedPortal(), new Wanted { Bin = "990101300063" }));    // a private person's
        Assert.Empty(await Find(new ScriptedPortal(), new Wanted { LotId = 3_000_060_108_769 }));    // another system's
        Assert.Empty(await Find(new ScriptedPortal(), new Wanted()));
    }

    [Fact]
    public async Task A_bad_token_is_not_taken_for_nothing()
    {
        var portal = new ScriptedPortal().Json("""{"name":"Not Found","message":"Invalid Route"}""", HttpStatusCode.NotFound);

        var fault = await Assert.ThrowsAsync<PortalException>(() => Find(portal, new Wanted { LotId = 1 }));

        Assert.Equal(PortalFault.Token, fault.Fault);
    }

    private static Task<IReadOnlyList<Reading>> Find(ScriptedPortal portal, Wanted wanted) =>
        new OwsRest(portal.Client(), new Uri("https://portal.test")).Find(wanted, default);

    private static IEnumerable<string> Paths(ScriptedPortal portal) => portal.Requests.Select(request => request.Address.PathAndQuery);
}
