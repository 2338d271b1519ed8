using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

public class PortalReaderTests
{
    private const string WholeLot = """
        {"__typename":"Lots","id":42700127,"lotNumber":"81861406-3ЦП1","trdBuyId":17379679,"trdBuyNumberAnno":"17379679-1",
        "nameRu":"Крупа гречневая","nameKz":"Қарақұмық жармасы","descriptionRu":"сорт  высший\n","descriptionKz":"сорт высший",
        "customerBin":"020340002199","customerNameRu":"КГУ &quot;Центр&quot;","amount":"22500.50","count":75.0,"refLotStatusId":210,
        "refTradeMethodsId":3,"refBuyTradeMethodsId":6,"plnPointKatoList":[551010000,"551010000","abroad",null],"isDeleted":0,"systemId":3,
        "lastUpdateDate":"2026-07-24 20:00:00","enstruList":[0],"Files":[{"anything":{"goes":[1,2]}}],
        "TrdBuy":{"id":17379679,"nameRu":"продукты питания гречка","publishDate":"2026-07-24 19:55:42","startDate":"2026-07-24 19:59:23",
        "endDate":"2026-07-28 19:59:23","itogiDatePublic":null,"refTypeTradeId":1,"parentId":0,"kato":["710000000"]},
        "Plans":[{"id":1,"extraDescRu":"гречка ядрица","extraDescKz":"гречка ядрица","price":300,"refUnitsCode":"166","refSubjectTypeId":1,
        "refJustificationId":0,"RefUnits":{"nameRu":"Килограмм"},"RefEnstru":{"code":"106132.300.000000"}}]}
        """;

    [Fact]
    public void A_lot_is_read_with_its_announcement_and_plan_item()
    {
        var lot = Read<Lot>(WholeLot);

        Assert.Equal((42700127, "81861406-ЗЦП1"), (lot.Id, lot.Number));
        Assert.Equal((17379679L, "17379679-1"), (lot.AnnouncementId, lot.AnnouncementNumber));
        Assert.Equal(new Bilingual("Крупа гречневая", "Қарақұмық жармасы"), lot.Name);
        Assert.Equal(new Bilingual("сорт высший", "сорт высший"), lot.Description);    // a copy stays a copy
        Assert.Equal(new Bilingual("продукты питания гречка", null), lot.AnnouncementTitle);
        Assert.Equal(new Bilingual("гречка ядрица", "гречка ядрица"), lot.Details);
        Assert.Equal(("020340002199", "КГУ \"Центр\""), (lot.BuyerBin, lot.BuyerName.Ru));
        Assert.Equal((22500.50m, 75m, 300m), (lot.Amount, lot.Count, lot.UnitPrice));
        Assert.Equal(("166", "Килограмм", "106132.300.000000", 1), (lot.UnitCode, lot.UnitName, lot.Enstru, lot.SubjectType));
        Assert.Equal((6, 3, null, 210, 3), (lot.MethodId, lot.PlannedMethodId, lot.JustificationId, lot.StatusId, lot.SystemId));
        Assert.Equal(["551010000"], lot.Places);
        Assert.Equal(new DateTimeOffset(2026, 7, 24, 14, 55, 42, TimeSpan.Zero), lot.Published);
        Assert.Equal(new DateTimeOffset(2026, 7, 28, 14, 59, 23, TimeSpan.Zero), lot.BidsDue);
        Assert.Null(lot.ResultsPublished);
        Assert.False(lot.IsRepeat);
        Assert.False(lot.IsDeleted);
    }

    [Fact]
    public void A_lot_may_lack_everything_but_id_and_number()
    {
        var lot = Read<Lot>("""{"id":1,"lotNumber":"85500001-НОВ1","trdBuyId":0,"amount":null,"Plans":[],"TrdBuy":null,"Customer":null}""");

        Assert.Equal(new Lot { Id = 1, Number = "85500001-НОВ1" }, lot with { Places = [] });    // a method not yet known to us
        Assert.Null(lot.IsRepeat);
        Assert.Empty(lot.Places);
    }

    [Theory]
    [InlineData("\"refTypeTradeId\":2", true)]
    [InlineData("\"parentId\":17000000", true)]
    [InlineData("\"refTypeTradeId\":1,\"parentId\":0", false)]
    [InlineData("\"parentId\":0", false)]
    [InlineData("\"id\":1", null)]
    public void A_repeat_is_told_by_the_announcement(string fields, bool? expected) =>
        Assert.Equal(expected, Read<Lot>("{\"id\":1,\"lotNumber\":\"85500001-ОК2\",\"TrdBuy\":{" + fields + "}}").IsRepeat);

    [Theory]
    [InlineData("\"plnPointKatoList\":[\"551010000\"],\"TrdBuy\":{\"kato\":[\"710000000\"]}", "551010000")]
    [InlineData("\"plnPointKatoList\":[],\"Plans\":[{\"PlansKato\":[{\"refKatoCode\":\"334620100\"}]}]", "334620100")]
    [InlineData("\"Plans\":[{\"PlansKato\":[{\"refKatoCode\":\"334620100\"}]}],\"TrdBuy\":{\"kato\":[\"710000000\"]}", "334620100")]
    [InlineData("\"TrdBuy\":{\"kato\":[\"710000000\"]},\"Customer\":{\"katoList\":[\"750000000\"]}", "710000000")]
    [InlineData("\"Customer\":{\"katoList\":[\"750000000\"]}", "750000000")]
    public void Places_come_from_the_nearest_that_knows_them(string fields, string place) =>
        Assert.Equal([place], Read<Lot>($$"""{"id":1,"lotNumber":"85500001-ОК2",{{fields}}}""").Places);

    [Fact]
    public void A_joined_lot_keeps_only_what_all_its_items_share()
    {
        var lot = Read<Lot>("""
            {"id":1,"lotNumber":"42667799-ОЛ-ОИ2","Plans":[
            {"price":10,"extraDescRu":"сыр","refUnitsCode":"166","RefEnstru":{"code":"105140.519.000000"},"refSubjectTypeId":1},
            {"price":20,"extraDescRu":"кефир","refUnitsCode":"166","RefEnstru":{"code":"105152.433.000000"},"refSubjectTypeId":1},
            {"price":30,"extraDescRu":"старый","refUnitsCode":"796","isDeleted":1}]}
            """);

        Assert.Null(lot.UnitPrice);
        Assert.Null(lot.Enstru);
        Assert.Equal(("166", 1, "сыр; кефир"), (lot.UnitCode, lot.SubjectType, lot.Details.Ru));
    }

    [Fact]
    public void A_contract_is_read_with_its_items_and_without_private_numbers()
    {
        var contract = Read<Contract>("""
            {"id":25610081,"rootId":25610080,"parentId":0,"trdBuyId":0,"contractNumberSys":"970140002674/260023/01",
            "customerBin":"970140002674","supplierBiin":"990101300013","supplierFio":"Имя","contractSum":215000,"contractSumWnds":"240800","refContractTypeId":2,
            "faktTradeMethodsId":23,"finYear":2026,"signDate":"2026-07-27 06:12:40","deleted":0,
            "ContractUnits":[{"lotId":0,"itemPrice":2150,"quantity":100,"totalSum":215000,"refEnstruCode":["192026.510.000000"],"Plans":{"refUnitsCode":"112","refJustificationId":42,
            "descRu":"летнее","extraDescRu":null,"RefUnits":{"nameRu":"Литр"},"PlansKato":[{"refKatoCode":"355230100"}]}},{"deleted":1}]}
            """);

        Assert.Equal((25610080L, null, null), (contract.RootId, contract.ParentId, contract.AnnouncementId));
        Assert.Equal((23, 2), (contract.MethodId, contract.TypeId));
        Assert.Null(contract.SupplierBin);
        Assert.Equal((215000m, 240800m), (contract.Sum, contract.SumWithVat));
        var item = Assert.Single(contract.Items);
        Assert.Equal((null, "192026.510.000000"), (item.LotId, item.Enstru));
        Assert.Equal((2150m, 100m, 215000m), (item.UnitPrice, item.Quantity, item.Sum));
        Assert.Equal(("112", "Литр", 42, "летнее"), (item.UnitCode, item.UnitName, item.JustificationId, item.Details));
        Assert.Equal(["355230100"], item.Places);
    }

    [Fact]
    public void Kinds_are_told_by_their_fields_when_nobody_names_them()
    {
        Assert.Equal(2026, Read<PlanItem>("""{"id":5,"plnPointYear":2026,"nameRu":"Жалюзи"}""").Year);
        Assert.Equal("020340002199", Read<Organisation>("""{"pid":5,"bin":"020340002199","fullNameRu":"Полное имя"}""").Bin);
        Assert.Equal(1, Read<Place>("""{"code":"710000000","level":1,"nameRu":"г.Астана"}""").Level);
        Assert.Equal("RefTradeMethods", Read<Reference>("""{"id":3,"symbolCode":"ЗЦП","nameRu":"Запрос"}""").Table);
        Assert.Equal("RefUnits", Read<Reference>("""{"__typename":"RefUnits","id":7,"nameRu":"Штука","code":"796"}""").Table);
        Assert.Equal(9, Read<Lot>("""{"__typename":"ObLots","id":9,"lotNumber":"85500001-ОТ1","ObTrdBuy":{"id":8}}""").Id);
    }

    [Fact]
    public void No_bytes_break_it() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => PortalReader.Read(bytes) is { Record: null } or { Rejection: null })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_damaged_lot_breaks_it()
    {
        var whole = Encoding.UTF8.GetBytes(WholeLot);
        Prop.ForAll(Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).ToArbitrary(), damage =>
        {
            var bytes = whole.ToArray();
            bytes[damage.Item1] = (byte)damage.Item2;
            return PortalReader.Read(bytes) is { Record: null, Rejection.Length: > 0 } or { Record: not null, Rejection: null };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Reading_does_not_depend_on_the_machines_language()
    {
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("kk-KZ");
            Assert.Equal(22500.50m, Read<Lot>(WholeLot).Amount);
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    internal static T Read<T>(string json)
    {
        var reading = PortalReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(reading.Rejection);
        return Assert.IsType<T>(reading.Record);
    }
}
