using FsCheck;
using FsCheck.Fluent;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>The public JSON of zakup.gov.kz, and how its ids keep apart.</summary>
public class UnifiedPlatformTests
{
    [Fact]
    public async Task Lots_of_another_system_get_ids_beyond_all_of_the_portal()
    {
        var lot = (await Fixtures.Records<Lot>("unified-lots.json"))[0];

        Assert.Equal((3_000_060_108_769L, 60108769L, "4496006"), (lot.Id, lot.UnifiedId, lot.Number));
        Assert.Equal((1_000_040_242_401L, "1241533"), (lot.AnnouncementId, lot.AnnouncementNumber));
        Assert.Equal(new Bilingual("Ноутбук", "Ноутбук"), lot.Name);
        Assert.Equal(("262011.100.000002", 1, 210, null), (lot.Enstru, lot.SubjectType, lot.StatusId, lot.MethodId));
        Assert.Equal((2850000m, 5m, null), (lot.Amount, lot.Count, lot.UnitPrice));
        Assert.Equal(["190000000"], lot.Places);
        Assert.Equal(new DateTimeOffset(2026, 7, 22, 18, 1, 39, 831, TimeSpan.Zero), lot.Published);
        Assert.Equal(new DateTimeOffset(2026, 7, 29, 0, 0, 0, TimeSpan.Zero), lot.BidsDue);
    }

    [Fact]
    public async Task Lots_of_the_state_portal_keep_its_ids()
    {
        var lots = (await Fixtures.Records<Lot>("unified-lots.json"))[1..];

        Assert.Equal([(1001L, 91234561L), (1002L, 91234562L)], lots.Select(lot => (lot.Id, lot.UnifiedId!.Value)));
        Assert.Equal("Изделия из бетона", lots[0].Name.Ru);    // its own name is null there
        Assert.All(lots, lot => Assert.Null(lot.Enstru));    // a code of another classifier
        Assert.All(lots, lot => Assert.Empty(lot.Places));    // addresses without codes
    }

    [Theory]
    [InlineData("17379679-1", 17379679L)]
    [InlineData("39385974-1", 1_000_039_385_974L)]
    [InlineData("1241533", 1_000_039_385_974L)]
    public void An_announcement_is_the_same_from_its_lots_and_alone(string number, long id)
    {
        var lot = PortalReaderTests.Read<Lot>($$"""
            {"id":7,"external_id":8,"lot_number":"85500001-ОК1","announcement_id":39385974,"announcement_number":"{{number}}","system": {"id":1 } }
            """);
        var announcement = PortalReaderTests.Read<Announcement>($$"""{"id":39385974,"announcement_number":"{{number}}"}""");

        Assert.Equal((id, id), (lot.AnnouncementId, announcement.Id));
    }

    [Fact]
    public async Task An_announcement_counts_its_seconds_since_1970()
    {
        var announcement = Assert.Single(await Fixtures.Records<Announcement>("unified-announcement.json"));

        Assert.Equal("Закуп строительных материалов для благоустройства территории", announcement.Title.Ru);
        Assert.Equal((22700000m, 1, 210), (announcement.Sum, announcement.SubjectType, announcement.StatusId));
        Assert.Equal(new DateTimeOffset(2026, 5, 9, 23, 52, 18, TimeSpan.Zero), announcement.Published);
        Assert.Equal(new DateTimeOffset(2026, 5, 24, 0, 0, 0, TimeSpan.Zero), announcement.BidsDue);
        Assert.Equal("950140000123", announcement.OrganiserBin);
    }

    [Fact]
    public async Task A_plan_item_is_read()
    {
        var plan = Assert.Single(await Fixtures.Records<PlanItem>("unified-plan.json"));

        Assert.Equal((3_000_018_121_209L, "262030.100.000021", 1475000m), (plan.Id, plan.Enstru, plan.UnitPrice));
        Assert.Equal(["101065100"], plan.Places);
        Assert.Equal(("970940002871", "Интерактивтік панель"), (plan.BuyerBin, plan.Name.Kz));
    }

    [Fact]
    public void Ids_of_two_systems_never_meet()
    {
        var ids = Gen.Choose(1, int.MaxValue).Zip(Gen.Choose(1, 9)).Two();
        Prop.ForAll(ids.ToArbitrary(), pair => (pair.Item1 == pair.Item2) == (IdOf(pair.Item1) == IdOf(pair.Item2))
            && IdOf(pair.Item1) > int.MaxValue).QuickCheckThrowOnFailure();

        static long IdOf((int Id, int System) lot) => PortalReaderTests.Read<Lot>(
            "{\"lot_number\":\"1\",\"announcement_id\":5,\"id\":" + lot.Id + ",\"system_id\":" + lot.System + "}").Id;
    }

    [Theory]
    [InlineData("\"system\":null", "system.id is missing.")]
    [InlineData("\"system\":{\"id\":1},\"offer_end_date\":\"soon\"", "offerEndDate is not a date of ISO 8601.")]
    [InlineData("\"system\":{\"id\":1},\"total_price\":-1", "totalPrice is negative.")]
    public void A_bad_lot_is_refused(string fields, string why)
    {
        var json = "{\"id\":7,\"lot_number\":\"1\",\"announcement_id\":5," + fields + "}";

        Assert.Equal(why, PortalReader.Read(System.Text.Encoding.UTF8.GetBytes(json)).Rejection);
    }
}
