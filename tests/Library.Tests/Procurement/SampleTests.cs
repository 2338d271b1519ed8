using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>The bundled sample as the running bot will read it.</summary>
public partial class SampleTests
{
    private const int SpecialOrder = 130;

    [Theory]
    [InlineData("lots-2026-02", 2016)]
    [InlineData("contracts-2020-02", 500)]
    [InlineData("plans-2020-06", 500)]
    [InlineData("organisations", 725)]
    [InlineData("places-2025", 15594)]
    [InlineData("references", 140)]
    public async Task Every_line_of_the_sample_is_read(string name, int count)
    {
        var readings = await Read(name);

        Assert.Equal(count, readings.Count);
        Assert.DoesNotContain(readings, reading => reading.Rejection is not null);
    }

    [Fact]
    public async Task No_private_number_stands_anywhere_in_the_sample()
    {
        foreach (var path in Directory.GetFiles(Folder(), "*.jsonl.gz"))
        {
            using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            var numbers = TwelveDigits().Matches(await text.ReadToEndAsync()).Select(match => match.Value);
            Assert.DoesNotContain(numbers, number => Bin.IsForPerson(number) && number.Any(digit => digit != '0'));
        }
    }

    [Fact]
    public async Task Every_code_that_the_sample_uses_stands_in_its_tables()
    {
        var tables = (await Read("references")).Select(reading => (Reference)reading.Record!).ToLookup(row => row.Table, row => row.Id);
        var places = (await Read("places-2025")).Select(reading => (Place)reading.Record!).ToDictionary(place => place.Code);
        var lots = (await Read("lots-2026-02")).Select(reading => (Lot)reading.Record!).ToList();
        var contracts = (await Read("contracts-2020-02")).Select(reading => (Contract)reading.Record!);

        Assert.All(lots, lot => Assert.Contains((long)lot.MethodId!, tables["RefTradeMethods"]));
        Assert.All(lots, lot => Assert.Contains((long)lot.StatusId!, tables["RefLotsStatus"]));
        Assert.All(lots, lot => Assert.True(Bin.TryParse(lot.BuyerBin, out _) && lot.Amount > 0 && lot.SubjectType is 1 or 2 or 3));
        Assert.All(lots.Where(lot => lot.MethodId != SpecialOrder), lot =>
        {
            Assert.True(Enstru.TryParse(lot.Enstru, out _) && lot.BidsDue > lot.Published);
            Assert.InRange((lot.UnitPrice * lot.Count - lot.Amount)!.Value, -1, 1);
        });
        Assert.All(contracts, contract => Assert.Contains((long)contract.StatusId!, tables["RefContractStatus"]));
        Assert.Equal(20, places.Values.Count(place => place.ParentCode is null));
        Assert.All(places.Values.Where(place => place.ParentCode is not null),
            place => Assert.True(places[place.ParentCode!].Level < place.Level, place.Code));
    }

    internal static async Task<List<Reading>> Read(string name)
    {
        await using var file = File.OpenRead(Path.Combine(Folder(), name + ".jsonl.gz"));
        return await PortalReader.ReadLines(file).ToListAsync();
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Bot/Sample"));

    [GeneratedRegex(@"(?<!\d)\d{12}(?!\d)")]
    private static partial Regex TwelveDigits();
}
