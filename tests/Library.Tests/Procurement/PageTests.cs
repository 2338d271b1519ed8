using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>Whole pages, and files told apart by what they hold.</summary>
public class PageTests
{
    private const string Lot = """{"id":1,"lotNumber":"85500001-ОК1"}""";

    [Fact]
    public async Task A_page_of_contracts_from_REST_is_read()
    {
        var contracts = await Fixtures.Records<Contract>("rest-contracts.json");

        Assert.Equal([9525399, 9525386, 9525344, 9521343], contracts.Select(contract => contract.Id));
        Assert.Equal([null, "040840003763", "110340008944", "071140005693"], contracts.Select(contract => contract.SupplierBin));
        Assert.Equal([3918654, null, 3799235, null], contracts.Select(contract => contract.AnnouncementId));
        Assert.Equal(("3918654-1", 10344m, 0m), (contracts[0].AnnouncementNumber, contracts[0].Sum, contracts[0].Paid));
        Assert.Equal(PortalTime.At(new(2020, 2, 6, 10, 7, 33)), contracts[0].ResultsPublished);
        Assert.Equal((PortalTime.At(new(2020, 12, 31)), PortalTime.At(new(2020, 12, 31, 15, 38, 24)), null),
            (contracts[0].Ends, contracts[0].PlannedEnd, contracts[0].Done));
        Assert.Equal((9325299L, 9325299L, 2, 1004000m), (contracts[1].RootId, contracts[1].ParentId, contracts[1].TypeId, contracts[1].Paid));
        Assert.All(contracts, contract => Assert.Empty(contract.AmendmentGrounds));    // [0] and null both mean none
    }

    [Fact]
    public async Task A_page_of_plans_from_REST_is_read()
    {
        var plans = await Fixtures.Records<PlanItem>("rest-plans.json");

        Assert.Equal([35511372, 35511343, 35511293], plans.Select(plan => plan.Id));
        Assert.Equal((6, 2020, "181219.900.000000", 1389000m), (plans[0].Month, plans[0].Year, plans[0].Enstru, plans[0].Amount));
        Assert.Equal(PortalTime.At(new(2020, 6, 12, 15, 51, 31)), plans[0].Approved);
    }

    [Fact]
    public async Task An_announcement_gives_itself_and_its_lots()
    {
        var readings = await Fixtures.Read(Fixtures.PathOf("graphql-page.json"));

        Assert.Equal([(1, "Announcement"), (1, "Lot"), (2, "Announcement"), (2, "Lot"), (3, "Bid"), (4, "Bid")],
            readings.Select(reading => ((int)reading.Line, reading.Record!.GetType().Name)));
        var lot = (Lot)readings[1].Record!;
        Assert.Equal((17379679L, "17379679-1", "продукты питания гречка"),
            (lot.AnnouncementId, lot.AnnouncementNumber, lot.AnnouncementTitle.Ru));
        Assert.Equal(PortalTime.At(new(2026, 7, 28, 19, 59, 23)), lot.BidsDue);
    }

    [Fact]
    public void A_lot_of_which_only_the_number_is_given_is_no_record()
    {
        using var page = JsonDocument.Parse("""{"data":{"TrdBuy":[{"id":5,"numberAnno":"17379679-1","Lots":[{"id":1,"lotNumber":"85500001-ОК1"}]}]}}""");

        Assert.IsType<Announcement>(Assert.Single(PortalReader.ReadPage(page.RootElement)).Record);
    }

    [Theory]
    [InlineData("""{"data":{"Subjects":[{"bin":"020340002199"}]}}""", null)]
    [InlineData("""{"data":{"s":[{"bin":"020340002199"}]}}""", "Subject")]
    [InlineData("""{"total":1,"items":[{"bin":"020340002199"}],"next_page":""}""", "Subject")]
    [InlineData("""[{"bin":"020340002199"}]""", "Subject")]
    [InlineData("""{"bin":"020340002199"}""", "Subject")]
    public void The_page_or_the_caller_says_what_its_rows_are(string json, string? typeName)
    {
        using var page = JsonDocument.Parse(json);

        Assert.IsType<Organisation>(Assert.Single(PortalReader.ReadPage(page.RootElement, typeName)).Record);
    }

    [Theory]
    [InlineData("""{"errors":[{"message":"canary"}]}""", "The page holds no rows.")]
    [InlineData("""{"data":null,"errors":[{"message":"canary"}]}""", "The page holds no rows.")]
    [InlineData("[7]", "The row is not a JSON object.")]
    [InlineData("[", "The page is not valid JSON (at line 1).")]
    [InlineData("{\n\"items\":[\n", "The page is not valid JSON (at line 3).")]
    [InlineData("[{\"id\":1,\"lotNumber\":\"\\ud800\"}]", "The line holds an escape that is not a character.")]
    public async Task A_page_that_is_none_is_refused_in_one_sentence(string text, string why)
    {
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));

        Assert.Equal(why, Assert.Single(await PortalReader.ReadPage(file).ToListAsync()).Rejection);
    }

    [Theory]
    [InlineData(Lot, 1)]
    [InlineData(Lot + "\n" + Lot, 2)]
    [InlineData("\uFEFF\n\n" + Lot + "\r\n" + Lot + "\n", 2)]
    [InlineData("[" + Lot + "," + Lot + "]", 2)]
    [InlineData("\uFEFF[\n" + Lot + ",\n" + Lot + "\n]", 2)]
    [InlineData("{\"data\":{\"Lots\":[" + Lot + "]}}", 1)]
    [InlineData("{\n\"total\":1,\n\"items\":[" + Lot + "]}", 1)]
    [InlineData("{\"total\":1,\"items\":[" + Lot + "," + Lot + "]}\n", 2)]
    [InlineData("{\n\"id\":1,\n\"lotNumber\":\"85500001-ОК1\"\n}", 1)]
    [InlineData("", 0)]
    [InlineData("[]", 0)]
    public async Task A_file_is_told_by_its_content_packed_or_not(string text, int lots)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(text));
        packed.Position = 0;

        foreach (var readings in new[] { await Fixtures.ReadText(text), await RegisterFile.Read(packed).ToListAsync() })
        {
            Assert.All(readings, reading => Assert.Null(reading.Rejection));
            Assert.Equal(lots, readings.Count(reading => reading.Record is Lot));
        }
        Assert.True(packed.CanRead);    // left open
    }

    [Theory]
    [InlineData(new byte[] { 0x1F })]
    [InlineData(new byte[] { 0x1F, 0x8B })]
    [InlineData(new byte[] { 0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'{', 0 })]
    public async Task Files_that_are_not_what_they_seem_end_quietly(byte[] bytes) =>
        Assert.All(await RegisterFile.Read(new MemoryStream(bytes)).ToListAsync(), reading => Assert.NotNull(reading.Rejection));

    [Fact]
    public async Task A_packed_page_that_breaks_off_is_refused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(1, 20_000)
                .Select(id => $"{{\"id\":{id},\"lotNumber\":\"{80_000_000 + (id * 7919L % 9_999_999)}-ОК1\"}}")) + "]"));

        var readings = await RegisterFile.Read(new MemoryStream(packed.ToArray()[..(int)(packed.Length / 2)])).ToListAsync();

        Assert.NotEmpty(readings);
        Assert.All(readings, reading => Assert.NotNull(reading.Rejection));
    }
}
