using System.Runtime.CompilerServices;
using System.Text;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>Whole files: line numbers, byte order marks, and the fixtures.</summary>
public class PortalFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task Files_are_read_line_by_line_with_numbers_that_an_editor_shows(string mark)
    {
        var text = mark + "{\"id\":1,\"lotNumber\":\"85500001-ОК1\"}\r\n\r\n  \nnonsense\n{\"id\":2,\"lotNumber\":\"85500002-ОК1\"}";

        var readings = await PortalReader.ReadLines(new MemoryStream(Encoding.UTF8.GetBytes(text))).ToListAsync();

        Assert.Equal([1, 4, 5], readings.Select(reading => reading.Line));
        Assert.Equal([true, false, true], readings.Select(reading => reading.Record is Lot));
    }

    [Fact]
    public async Task Real_answers_of_the_service_are_read()
    {
        var records = (await ReadFixture("portal-shapes.jsonl")).Select(reading => reading.Record).ToList();

        Assert.Equal(3, records.OfType<Lot>().Count());
        Assert.Equal(3, records.OfType<Contract>().Count());
        Assert.Equal(2, records.OfType<PlanItem>().Count());
        Assert.Equal("240240016507", Assert.Single(records.OfType<Contract>(), contract => contract.SupplierBin is not null).SupplierBin);
    }

    [Fact]
    public async Task Later_lots_are_new_and_know_their_places()
    {
        var later = (await ReadFixture("later-lots.jsonl")).Select(reading => (Lot)reading.Record!).ToList();
        var known = (await SampleTests.Read("lots-2026-02")).Select(reading => ((Lot)reading.Record!).Number).ToHashSet();

        Assert.Equal(["636857100", "634821100", "117035100"], later.Select(lot => Assert.Single(lot.Places)));
        Assert.DoesNotContain(later, lot => known.Contains(lot.Number));
    }

    private static async Task<List<Reading>> ReadFixture(string name, [CallerFilePath] string here = "")
    {
        await using var file = File.OpenRead(Path.Combine(Path.GetDirectoryName(here)!, "fixtures", name));
        return await PortalReader.ReadLines(file).ToListAsync();
    }
}
