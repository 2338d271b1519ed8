using System.Text;
using System.Text.Json.Nodes;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Ocds;

/// <summary>What is written is a compiled release by the standard's rules.</summary>
public class OcdsExportTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("lots-2026-02", 1068)]
    [InlineData("contracts-2020-02", 0)]
    public async Task The_bundled_sample_is_valid_release_by_release(string file, int announcements)
    {
        var records = (await SampleTests.Read(file)).Select(reading => reading.Record!).ToList();
        var procedures = Procedure.Group(records).ToList();

        var releases = await Write(procedures);

        Assert.Equal(procedures.Count, releases.Count);
        Assert.True(announcements == 0 || announcements == releases.Count);
        foreach (var release in releases)
            Assert.Empty(await ReleaseSchema.Faults(release));
        Assert.Equal(releases.Count, releases.Select(release => JsonNode.Parse(release)!["ocid"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task A_whole_procedure_is_valid()
    {
        var release = Assert.Single(await Write([WholeProcedure.Made]));

        Assert.Empty(await ReleaseSchema.Faults(release));
    }

    [Fact]
    public async Task A_release_reads_as_the_standard_says()
    {
        var release = JsonNode.Parse(Assert.Single(await Write([WholeProcedure.Made])))!;

        Assert.Equal("ocds-kz0000-17379679", (string)release["ocid"]!);
        Assert.Equal("2026-08-20T07:00:00Z", (string)release["date"]!);
        Assert.Equal("ocds-kz0000-17379679-2026-08-20T07:00:00Z", (string)release["id"]!);
        Assert.Equal("17379679-1", (string)release["tender"]!["id"]!);
        Assert.Equal(("open", "ЗЦП (3)"),
            ((string)release["tender"]!["procurementMethod"]!, (string)release["tender"]!["procurementMethodDetails"]!));
        Assert.Equal("2026-07-28T14:59:23Z", (string)release["tender"]!["tenderPeriod"]!["endDate"]!);
        Assert.Equal("81861406-ЗЦП1", (string)release["tender"]!["items"]![0]!["id"]!);
        Assert.Equal("Қарақұмық жармасы", (string)release["tender"]!["lots"]![0]!["title_kk"]!);
        Assert.Equal("KZ-BIN-020340002199", (string)release["buyer"]!["id"]!);
        Assert.Equal(["valid", "valid"], release["bids"]!["details"]!.AsArray().Select(bid => (string)bid!["status"]!));
        Assert.Equal("9525399", (string)release["contracts"]![0]!["awardID"]!);
        Assert.Equal("9525400", (string)release["contracts"]![0]!["id"]!);
        Assert.Equal("9525400", (string)Assert.Single(release["contracts"]![0]!["amendments"]!.AsArray())!["id"]!);
        Assert.Equal(["unsuccessfulProcess"], release["relatedProcesses"]![0]!["relationship"]!.AsArray().Select(code => (string)code!));
    }

    [Fact]
    public async Task Roles_are_gathered_in_one_entry()
    {
        var parties = JsonNode.Parse(Assert.Single(await Write([WholeProcedure.Made])))!["parties"]!.AsArray();

        Assert.Equal(["buyer", "payer", "procuringEntity"], Roles(parties, "KZ-BIN-020340002199"));
        Assert.Equal(["payee", "supplier", "tenderer"], Roles(parties, "KZ-BIN-240240016507"));
        Assert.Equal(2, parties.Count);    // the private bidder is nowhere
    }

    [Fact]
    public async Task A_winning_offer_without_a_contract_is_an_award()
    {
        var release = Assert.Single(await Write([WholeProcedure.Made with { Contracts = [] }]));
        var award = Assert.Single(JsonNode.Parse(release)!["awards"]!.AsArray())!;

        Assert.Empty(await ReleaseSchema.Faults(release));
        Assert.Equal(("bid-72141138-42700127", "72141138-42700127"), ((string)award["id"]!, (string)award["relatedBid"]!));
        Assert.Equal("KZ-BIN-240240016507", (string)award["suppliers"]![0]!["id"]!);
    }

    [Theory]
    [InlineData(110, "planned")]
    [InlineData(210, "active")]
    [InlineData(420, "active")]
    [InlineData(350, "complete")]
    [InlineData(370, "unsuccessful")]
    [InlineData(410, "cancelled")]
    [InlineData(430, "cancelled")]
    public async Task Statuses_are_those_of_the_closed_list(int status, string word)
    {
        var announcement = WholeProcedure.Announcement with { StatusId = status };
        var release = JsonNode.Parse(Assert.Single(await Write([WholeProcedure.Made with { Announcement = announcement }])))!;

        Assert.Equal(word, (string)release["tender"]!["status"]!);
    }

    [Fact]
    public async Task A_contract_without_an_announcement_is_a_process_of_its_own()
    {
        var release = JsonNode.Parse(Assert.Single(await Write(Procedure.Group([new Contract { Id = 7, RootId = 5, BuyerBin = "020340002199", Sum = 10 }]))))!;

        Assert.Equal("ocds-kz0000-contract-5", (string)release["ocid"]!);
        Assert.Equal("2026-03-02T04:00:00Z", (string)release["date"]!);
        Assert.Null(release["tender"]);
    }

    [Theory]
    [InlineData("ocds-213czf", true)]
    [InlineData("ocds-KZ0000", false)]
    [InlineData("kz", false)]
    public async Task A_prefix_has_the_standards_form(string prefix, bool isGood)
    {
        using var file = new MemoryStream();
        var write = OcdsExport.Write(file, new[] { WholeProcedure.Made }.ToAsyncEnumerable(), AsOf, prefix);

        if (isGood)
            Assert.Equal(1, await write);
        else
            await Assert.ThrowsAsync<ArgumentException>(() => write);
    }

    [Theory]
    [InlineData("tender.status", "\"open\"")]
    [InlineData("date", "\"2026-03-02 04:00\"")]
    [InlineData("initiationType", "\"contract\"")]
    [InlineData("tag", "[]")]
    [InlineData("tender.budget", "5")]
    [InlineData("tender.lots", "[{\"title\":\"x\"}]")]
    [InlineData("tender.value", "{\"amount\":\"5\",\"currency\":\"KZT\"}")]
    [InlineData("contracts", "[{\"id\":\"5\"}]")]
    public async Task The_schema_notices_what_is_wrong(string path, string value)
    {
        var release = JsonNode.Parse(Assert.Single(await Write([WholeProcedure.Made])))!.AsObject();
        var names = path.Split('.');
        names.SkipLast(1).Aggregate(release, (json, name) => json[name]!.AsObject())[names[^1]] = JsonNode.Parse(value);

        Assert.NotEmpty(await ReleaseSchema.Faults(release.ToJsonString()));
    }

    internal static async Task<List<string>> Write(IEnumerable<Procedure> procedures)
    {
        using var file = new MemoryStream();
        var count = await OcdsExport.Write(file, procedures.ToAsyncEnumerable(), AsOf);
        var lines = Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        Assert.Equal(count, lines.Count);
        return lines;
    }

    private static IEnumerable<string> Roles(JsonArray parties, string id) =>
        parties.Single(party => (string)party!["id"]! == id)!["roles"]!.AsArray().Select(role => (string)role!).Order(StringComparer.Ordinal);
}
