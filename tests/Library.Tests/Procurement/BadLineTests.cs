using System.IO.Compression;
using System.Text;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>Every way in which a line can be bad, and the sentence that the operator gets for it.</summary>
public class BadLineTests
{
    private const string Head = "\"__typename\":\"Lots\",\"id\":1,\"lotNumber\":\"85500001-ОК1\"";

    [Theory]
    [InlineData("{\"id\":1", "The line is not valid JSON (at byte 7).")]
    [InlineData("nonsense", "The line is not valid JSON (at byte 1).")]
    [InlineData("[1,2]", "The line is not a JSON object.")]
    [InlineData("null", "The line is not a JSON object.")]
    [InlineData("{}", "The kind of record cannot be told from its fields; __typename would say it.")]
    [InlineData("{\"id\":1,\"nameRu\":\"x\"}", "The kind of record cannot be told from its fields; __typename would say it.")]
    [InlineData("{\"__typename\":\"Cat\",\"id\":1}", "__typename names a kind of record that is not known.")]
    [InlineData("{\"numberAnno\":\"17379679-1\"}", "id is missing.")]
    [InlineData("{\"id\":1,\"supplierBinIin\":\"240240016507\"}", "buyId is missing.")]
    [InlineData("{\"id\":1,\"contractRootId\":2,\"dayOverdue\":1e9}", "dayOverdue is out of range.")]
    [InlineData("{\"__typename\":\"Journal\",\"objectId\":1}", "action is missing.")]
    [InlineData("{\"objectId\":0,\"action\":\"D\",\"serviceName\":\"lots\"}", "objectId is missing.")]
    [InlineData("{\"lotNumber\":\"85500001-ОК1\"}", "id is missing.")]
    [InlineData("{\"id\":0,\"lotNumber\":\"85500001-ОК1\"}", "id is missing.")]
    [InlineData("{\"id\":-5,\"lotNumber\":\"85500001-ОК1\"}", "id is negative.")]
    [InlineData("{\"id\":1.5,\"lotNumber\":\"85500001-ОК1\"}", "id should be a whole number.")]
    [InlineData("{\"id\":\"abc\",\"lotNumber\":\"85500001-ОК1\"}", "id should be a number.")]
    [InlineData("{\"id\":1e400,\"lotNumber\":\"85500001-ОК1\"}", "id is out of range.")]
    [InlineData("{\"__typename\":\"Lots\",\"id\":1}", "lotNumber is missing.")]
    [InlineData("{\"id\":1,\"amount\":5,\"customerBin\":\"020340002199\"}", "lotNumber is missing.")]
    [InlineData("{\"id\":1,\"lotNumber\":\"хорошая каша\"}", "lotNumber is not a lot number.")]
    [InlineData("{" + Head + ",\"amount\":-1}", "amount is negative.")]
    [InlineData("{" + Head + ",\"amount\":[1]}", "amount should be a number.")]
    [InlineData("{" + Head + ",\"amount\":\"много\"}", "amount should be a number.")]
    [InlineData("{" + Head + ",\"amount\":\"NaN\"}", "amount should be a number.")]
    [InlineData("{" + Head + ",\"nameRu\":{\"a\":1}}", "nameRu should be a text.")]
    [InlineData("{" + Head + ",\"customerBin\":\"12\"}", "customerBin is not a business number of 12 digits.")]
    [InlineData("{" + Head + ",\"refLotStatusId\":-7}", "refLotStatusId is not a code of the portal.")]
    [InlineData("{" + Head + ",\"TrdBuy\":[]}", "TrdBuy should be an object.")]
    [InlineData("{" + Head + ",\"TrdBuy\":{\"endDate\":\"2026-02-30 10:00:00\"}}", "TrdBuy.endDate is not a date of the portal.")]
    [InlineData("{" + Head + ",\"Plans\":{}}", "Plans should be a list.")]
    [InlineData("{" + Head + ",\"Plans\":[null,5]}", "Plans[1] should be an object.")]
    [InlineData("{" + Head + ",\"Plans\":[{\"price\":-1}]}", "Plans[0].price is negative.")]
    [InlineData("{" + Head + ",\"plnPointKatoList\":[{}]}", "plnPointKatoList[0] should be a text.")]
    [InlineData("{" + Head + ",\"nameRu\":\"\\ud800\"}", "The line holds an escape that is not a character.")]
    [InlineData("{\"id\":1,\"contractSum\":-5}", "contractSum is negative.")]
    [InlineData("{\"id\":1,\"contractSum\":5,\"ContractUnits\":[{\"quantity\":-2}]}", "ContractUnits[0].quantity is negative.")]
    [InlineData("{\"__typename\":\"Subject\",\"nameRu\":\"x\"}", "bin is missing.")]
    [InlineData("{\"pid\":1,\"bin\":\"020340002190\"}", "bin is not a business number of 12 digits with a right check digit.")]
    [InlineData("{\"code\":\"7100\",\"level\":1}", "code is not a KATO code of nine digits.")]
    [InlineData("{\"code\":\"710000000\",\"parentCode\":\"1\"}", "level is missing.")]
    [InlineData("{\"__typename\":\"RefUnits\",\"id\":5}", "nameRu is missing.")]
    public void A_bad_line_is_refused_in_one_sentence(string line, string why)
    {
        var reading = PortalReader.Read(Encoding.UTF8.GetBytes(line), 7);

        Assert.Equal((7, why), (reading.Line, reading.Rejection));
        Assert.Null(reading.Record);
    }

    [Fact]
    public void Broken_UTF8_is_refused()
    {
        byte[] line = [(byte)'{', (byte)'"', 0xD0, (byte)'"', (byte)'}'];

        Assert.Equal("The line is not valid UTF-8.", PortalReader.Read(line).Rejection);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.StartsWith("The line is not valid JSON", PortalReader.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))).Rejection);

    [Fact]
    public void The_reason_never_repeats_what_stood_in_the_line()
    {
        var reading = PortalReader.Read(Encoding.UTF8.GetBytes("{" + Head + ",\"customerBin\":\"canary\",\"amount\":\"canary\"}"));

        Assert.DoesNotContain("canary", reading.Rejection);
    }

    [Fact]
    public async Task A_line_beyond_all_measure_is_refused_and_the_next_ones_are_read()
    {
        var text = $"{{{Head}}}\n" + new string('x', 5 * 1024 * 1024) + $"\n{{{Head}}}\n" + new string('y', 5 * 1024 * 1024);

        var readings = await Read(Encoding.UTF8.GetBytes(text));

        const string why = "The line is longer than 4 MiB.";
        Assert.Equal([null, why, null, why], readings.Select(reading => reading.Rejection));
        Assert.Equal([1, 2, 3, 4], readings.Select(reading => reading.Line));
    }

    [Fact]
    public async Task A_compressed_file_that_breaks_off_gives_what_it_held()
    {
        var lines = Enumerable.Range(1, 20_000)
            .Select(id => $"{{\"id\":{id},\"lotNumber\":\"{80_000_000 + (id * 7919L % 9_999_999)}-ОК1\"}}");
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        var readings = await Read(packed.ToArray()[..(int)(packed.Length / 2)]);

        Assert.True(readings.Count > 1_000);
        Assert.All(readings.SkipLast(1), reading => Assert.Null(reading.Rejection));
        Assert.NotNull(readings[^1].Rejection);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x1F })]
    [InlineData(new byte[] { 0x1F, 0x8B })]
    [InlineData(new byte[] { 0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'{', 0 })]
    public async Task Files_that_are_not_what_they_seem_end_quietly(byte[] bytes) =>
        Assert.All(await Read(bytes), reading => Assert.NotNull(reading.Rejection));

    private static async Task<List<Reading>> Read(byte[] bytes) => await PortalReader.ReadLines(new MemoryStream(bytes)).ToListAsync();
}
