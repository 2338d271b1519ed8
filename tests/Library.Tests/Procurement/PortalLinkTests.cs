using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

public class PortalLinkTests
{
    [Theory]
    [InlineData("https://goszakup.gov.kz/ru/announce/index/17379679")]
    [InlineData("https://goszakup.gov.kz/kz/announce/index/17379679")]
    [InlineData("https://goszakup.gov.kz/announce/index/17379679")]
    [InlineData("http://www.goszakup.gov.kz/ru/announce/index/17379679?tab=lots")]
    [InlineData("https://old.goszakup.gov.kz/ru/announce/index/17379679?tab=documents&utm_source=x#top")]
    [InlineData("goszakup.gov.kz/ru/announce/index/17379679/")]
    [InlineData("HTTPS://GOSZAKUP.GOV.KZ/RU/ANNOUNCE/INDEX/17379679")]
    [InlineData("https://goszakup.gov.kz:443/ru/announce/index/17379679.")]
    [InlineData("https://goszakup.gov.kz/ru/announce/ajax_load_lot/17379679")]
    [InlineData("https://goszakup.gov.kz/ru/announce/actionAjaxModalShowFiles/17379679/2")]
    public void Every_form_of_an_announcements_link_is_read(string link)
    {
        Assert.True(PortalLink.TryParse(link, out var read));
        Assert.Equal(new PortalLink { AnnouncementId = 17379679 }, read);
    }

    [Fact]
    public void Lots_contracts_and_plan_items_have_pages_too()
    {
        Assert.Equal(
            new PortalLink { AnnouncementId = 16411681, LotId = 40255986 },
            Read("https://goszakup.gov.kz/ru/subpriceoffer/index/16411681/40255986"));
        Assert.Equal(new PortalLink { ContractId = 25610081 }, Read("https://goszakup.gov.kz/ru/egzcontract/cpublic/show/25610081"));
        Assert.Equal(new PortalLink { PlanItemId = 87230655 }, Read("https://goszakup.gov.kz/ru/registry/show_plan/87230655/4797958"));
        Assert.Equal(new PortalLink { LotId = 42700127 }, Read("https://goszakup.gov.kz/ru/view/lots/index/42700127"));
    }

    [Theory]
    [InlineData("https://zakup.gov.kz/announcement/39385974#lot-512", 39385974L, 512L)]
    [InlineData("https://zakup.gov.kz/ru/announcement/39385974", 39385974L, null)]
    [InlineData("https://zakup.gov.kz/?lotId=512", null, 512L)]
    [InlineData("zakup.gov.kz/home/lots?page=2&lotId=512", null, 512L)]
    public void The_new_platforms_ids_are_marked_as_its_own(string link, long? announcement, long? lot) =>
        Assert.Equal(new PortalLink { AnnouncementId = announcement, LotId = lot, IsUnified = true }, Read(link));

    [Theory]
    [InlineData("https://goszakup.gov.kz/")]
    [InlineData("https://goszakup.gov.kz/ru/search/lots?filter[number]=81861406")]
    [InlineData("https://goszakup.gov.kz/ru/announce/index/abc")]
    [InlineData("https://goszakup.gov.kz/ru/announce/index/0")]
    [InlineData("https://goszakup.gov.kz/ru/announce/index/17379679abc")]
    [InlineData("https://goszakup.gov.kz/ru/announce/index/99999999999999999999")]
    [InlineData("https://goszakup.gov.kz/ru/registry/show_supplier/512")]
    [InlineData("https://ows.goszakup.gov.kz/v3/lots/1")]
    [InlineData("https://example.com/?x=goszakup.gov.kz/ru/announce/index/17379679")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_pages_and_other_sites_are_not_taken(string? link) => Assert.False(PortalLink.TryParse(link, out _));

    [Fact]
    public void Links_are_made_in_both_languages_and_for_any_host()
    {
        var lot = new Lot { Id = 40255986, Number = "85349577-ОИ2", AnnouncementId = 16411681 };

        Assert.Equal("https://goszakup.gov.kz/ru/announce/index/17379679", PortalLink.ToAnnouncement(17379679, "ru"));
        Assert.Equal("https://goszakup.gov.kz/kz/announce/index/17379679", PortalLink.ToAnnouncement(17379679, "kk"));
        Assert.Equal("https://old.goszakup.gov.kz/ru/announce/index/1", PortalLink.ToAnnouncement(1, "en", "old.goszakup.gov.kz"));
        Assert.Equal("https://goszakup.gov.kz/kz/subpriceoffer/index/16411681/40255986", PortalLink.ToLot(lot, "kk"));
        Assert.Null(PortalLink.ToLot(lot with { AnnouncementId = null }, "kk"));
        Assert.Equal(new PortalLink { AnnouncementId = 16411681, LotId = 40255986 }, Read(PortalLink.ToLot(lot, "ru")!));
    }

    private static PortalLink Read(string link)
    {
        Assert.True(PortalLink.TryParse(link, out var read), link);
        return read;
    }
}
