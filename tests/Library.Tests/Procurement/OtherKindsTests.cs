using System.Text;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>Announcements, bids, acts, the register of unfair participants and the journal, in both spellings.</summary>
public class OtherKindsTests
{
    [Fact]
    public void An_announcement_is_read_whole()
    {
        var announcement = PortalReaderTests.Read<Announcement>("""
            {"id":17379679,"numberAnno":"17379679-1","nameRu":"продукты","nameKz":"азық-түлік","totalSum":22500,"refTradeMethodsId":3,
            "refSubjectTypeId":1,"refBuyStatusId":350,"orgBin":"020340002199","orgNameRu":"КГУ","biinSupplier":"990101323786","parentId":0,
            "refTypeTradeId":2,"kato":["551010000"],"publishDate":"2026-07-24 19:55:42","startDate":"2026-07-24 19:55:42",
            "endDate":"2026-07-28 19:59:23","itogiDatePublic":"2026-07-28 20:05:00","discusStartDate":null,"isConstructionWork":0,
            "singlOrgSign":1,"Cancel":[{"dateDecision":"2026-07-29 10:00:00"},{"dateDecision":"2026-07-30 10:00:00"},{}],
            "Pause":{"datePause":"2026-07-27 10:00:00"},"lastUpdateDate":"2026-07-30 10:00:01","systemId":3}
            """);

        Assert.Equal((17379679L, "17379679-1", 22500m), (announcement.Id, announcement.Number, announcement.Sum));
        Assert.Equal(new Bilingual("продукты", "азық-түлік"), announcement.Title);
        Assert.Equal((3, 1, 350, 3), (announcement.MethodId, announcement.SubjectType, announcement.StatusId, announcement.SystemId));
        Assert.Equal(("020340002199", "КГУ", null), (announcement.OrganiserBin, announcement.OrganiserName.Ru, announcement.InvitedBin));
        Assert.Equal((null, true), (announcement.ParentId, announcement.IsRepeat));
        Assert.Equal(["551010000"], announcement.Places);
        Assert.Equal(PortalTime.At(new(2026, 7, 28, 19, 59, 23)), announcement.BidsDue);
        Assert.Equal(PortalTime.At(new(2026, 7, 28, 20, 5, 0)), announcement.ResultsPublished);
        Assert.Equal(PortalTime.At(new(2026, 7, 30, 10, 0, 0)), announcement.Cancelled);
        Assert.Equal(PortalTime.At(new(2026, 7, 27, 10, 0, 0)), announcement.Paused);
        Assert.Equal((false, true), (announcement.IsConstruction, announcement.IsBySingleOrganiser));
    }

    [Theory]
    [InlineData("""{"__typename":"ObTrdBuy","id":5,"numberAnno":"464562-2","ObLots":[{"id":1,"lotNumber":"85500001-ОК1","amount":7}]}""")]
    [InlineData("""{"id":5,"number_anno":"464562-2","lots":[{"id":1,"lot_number":"85500001-ОК1","amount":"7"}]}""")]
    public async Task An_announcement_with_lots_on_one_line_gives_all_of_them(string line)
    {
        var readings = await Fixtures.ReadText(line);

        Assert.Equal("464562-2", Assert.IsType<Announcement>(readings[0].Record).Number);
        var lot = Assert.IsType<Lot>(readings[1].Record);
        Assert.Equal((5L, "464562-2", 7m), (lot.AnnouncementId, lot.AnnouncementNumber, lot.Amount));
    }

    [Fact]
    public void A_business_bids_under_its_name()
    {
        var bid = PortalReaderTests.Read<Bid>("""
            {"id":72141138,"buyId":17379679,"supplierBinIin":"240240016507","dateApply":"2026-07-24 15:30:24.884123",
            "Supplier":{"bin":"240240016507","nameRu":"ТОО \"Нұр\"","nameKz":null},
            "AppLots":[{"lotId":42667205,"price":44000,"amount":88000,"discountValue":10,"discountPrice":79200,"statusId":5,
            "RefAppStatus":{"nameRu":"Победитель"}}]}
            """);

        Assert.Equal((17379679L, "240240016507", "ТОО \"Нұр\""), (bid.AnnouncementId, bid.SupplierBin, bid.SupplierName.Ru));
        Assert.Equal(PortalTime.At(new DateTime(2026, 7, 24, 15, 30, 24).AddTicks(8841230)), bid.HandedIn);
        Assert.Equal(
            new BidLot
            {
                LotId = 42667205,
                UnitPrice = 44000,
                Amount = 88000,
                Discount = 10,
                DiscountedAmount = 79200,
                StatusId = 5,
                StatusName = "Победитель",
            },
            Assert.Single(bid.Lots));
    }

    [Fact]
    public void A_private_bidder_leaves_neither_number_nor_name()
    {
        var bid = PortalReaderTests.Read<Bid>("""
            {"id":1,"buyId":2,"supplierBinIin":"990101300063","crFio":"canary","Supplier":{"bin":"","iin":"990101300063","nameRu":"ИП canary"}}
            """);

        Assert.Equal((null, true), (bid.SupplierBin, bid.SupplierName.IsEmpty));
    }

    [Theory]
    [InlineData("""
        {"id":9,"contractId":5,"contractRootId":4,"aktDate":"2026-03-01 00:00:00","approveDate":"2026-03-02 10:00:00","statusId":7,
        "dayOverdue":3,"sumFine":150.5}
        """)]
    [InlineData("""
        {"id":9,"contract_id":5,"contract_root_id":4,"akt_date":"2026-03-01 00:00:00","approve_date":"2026-03-02 10:00:00",
        "status_id":7,"day_overdue":"3","sum_fine":"150.5"}
        """)]
    public void An_act_is_read_in_both_spellings(string json)
    {
        var expected = new Act
        {
            Id = 9,
            ContractId = 5,
            ContractRootId = 4,
            Dated = PortalTime.At(new(2026, 3, 1)),
            Approved = PortalTime.At(new(2026, 3, 2, 10, 0, 0)),
            StatusId = 7,
            DaysLate = 3,
            Fine = 150.5m,
        };

        Assert.Equal(expected, PortalReaderTests.Read<Act>(json));
    }

    [Fact]
    public void A_contract_holds_the_acts_that_are_nested_in_it()
    {
        var contract = PortalReaderTests.Read<Contract>("""
            {"id":5,"rootId":4,"contractSum":10,"Acts":[{"id":9,"dayOverdue":0},{"dayOverdue":3},{"id":10,"contractId":4,"dayOverdue":-2}]}
            """);

        Assert.Equal([(9L, 5L, 4L, 0), (10, 4, 4, 0)],
            contract.Acts.Select(act => (act.Id, act.ContractId!.Value, act.ContractRootId!.Value, act.DaysLate!.Value)));
    }

    [Theory]
    [InlineData("240240016507", "240240016507", "ТОО")]
    [InlineData("990101300063", null, null)]
    [InlineData("", null, null)]
    public void An_entry_of_the_unfair_register_names_businesses_only(string number, string? bin, string? name)
    {
        var listing = PortalReaderTests.Read<UnfairListing>($$"""
            {"id":3,"pid":4,"supplierBiin":"{{number}}","supplierInnunp":"x","supplierNameRu":"ТОО","startDate":"2026-01-01 00:00:00",
            "endDate":"2028-01-01 00:00:00","systemId":3,"Detail":[{"customerBiin":"020340002199","courtDecision":"2-17/2025",
            "courtDecisionDate":"2025-12-01 00:00:00","refReasonId":2,"supplierHeadNameRu":"canary"}]}
            """);

        Assert.Equal((bin, name, 3), (listing.SupplierBin, listing.SupplierName.Ru, listing.SystemId));
        Assert.Equal(PortalTime.At(new(2028, 1, 1)), listing.Until);
        Assert.Equal(
            new UnfairGround
            {
                BuyerBin = "020340002199",
                Decision = "2-17/2025",
                DecidedOn = PortalTime.At(new(2025, 12, 1)),
                ReasonId = 2,
                Head = bin is null ? null : Trait.Of(TraitKind.FullName, "canary"),
            },
            Assert.Single(listing.Grounds));
    }

    [Theory]
    [InlineData("lots", Feed.Lots)]
    [InlineData("trd_buy", Feed.Announcements)]
    [InlineData("trd-buy", Feed.Announcements)]
    [InlineData("contract", Feed.Contracts)]
    [InlineData("plans", Feed.Plans)]
    [InlineData("rnu", Feed.Unfair)]
    [InlineData("subject", Feed.Organisations)]
    [InlineData("acts", Feed.Acts)]
    public void A_deletion_in_the_journal_says_of_what(string service, Feed feed)
    {
        var line = $$"""{"object_id":42700127,"action":"D","date_action":"2026-07-24 19:55:42","service_name":"{{service}}","url":"/v3/x"}""";

        Assert.Equal(
            new Deletion { Feed = feed, ObjectId = 42700127, At = PortalTime.At(new(2026, 7, 24, 19, 55, 42)) },
            PortalReaderTests.Read<Deletion>(line));
    }

    [Theory]
    [InlineData("""{"object_id":1,"action":"U","service_name":"lots"}""")]
    [InlineData("""{"object_id":1,"action":"D","service_name":"news"}""")]
    [InlineData("""{"__typename":"News","id":1}""")]
    [InlineData("""{"pid":1,"bin":"","iin":"990101323786","nameRu":"ИП","typeSupplier":3}""")]
    [InlineData("""{"pid":1,"bin":"990101323786"}""")]
    [InlineData("""{"pid":1,"bin":"020340002199","typeSupplier":3}""")]
    public void What_is_in_order_but_not_kept_is_passed_over(string line)
    {
        var reading = PortalReader.Read(Encoding.UTF8.GetBytes(line), 7);

        Assert.Equal(new Reading(7, null, null), reading);
        Assert.True(reading.IsPassedOver);
    }

    [Fact]
    public void An_organisation_knows_its_head_and_whether_it_is_a_monopoly()
    {
        var organisation = PortalReaderTests.Read<Organisation>("""
            {"pid":17,"bin":"020340002199","nameRu":"Филиал","regdate":"2002-03-14 00:00:00","typeSupplier":1,"katoList":["551010000"],
            "parentSubject":"970140002674","markNaturalMonopoly":1}
            """);

        Assert.Equal((17L, "970140002674", true), (organisation.PortalId, organisation.ParentBin, organisation.IsMonopoly));
        Assert.Equal(PortalTime.At(new(2002, 3, 14)), organisation.Registered);
    }
}
