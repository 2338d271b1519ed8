using System.Runtime.CompilerServices;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>The bundled sample as the running bot will read it.</summary>
public class SampleTests
{
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

    internal static async Task<List<Reading>> Read(string name)
    {
        await using var file = File.OpenRead(Path.Combine(Folder(), name + ".jsonl.gz"));
        return await PortalReader.ReadLines(file).ToListAsync();
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Bot/Sample"));
}
