using System.IO.Compression;
using System.Text.Json;
using Procurement;
using Xunit;

namespace Bot.Tests.Operations;

/// <summary>The verb `import` with every kind of file that it takes, whatever its name.</summary>
public sealed class ImportTests(BotProcess bot) : IClassFixture<BotProcess>
{
    [Fact]
    public async Task Every_kind_of_file_is_taken_in()
    {
        (string File, int Inserted, int Updated, int Unchanged, int Rejected)[] expected =
        [
            ("portal-shapes.jsonl", 8, 0, 0, 0), ("portal-shapes.gz", 0, 0, 8, 0), ("rest-contracts.json", 4, 0, 0, 0), ("rest-plans.json", 3, 0, 0, 0),
            ("graphql-page.json", 5, 0, 1, 0),    // announcements with their lots inside, bids
            ("lots-pages.csv", 3, 0, 0, 0), ("lots-places.csv", 2, 0, 0, 0), ("contracts.csv", 0, 0, 2, 0), ("plans.csv", 0, 0, 2, 0),    // as REST gave them
            ("bids-protocol.csv", 5, 0, 0, 0), ("lots-invented.csv", 0, 0, 0, 2), ("unified-lots.json", 3, 0, 0, 0),
            ("unified-announcement.json", 1, 2, 0, 0),    // and its two lots
            ("unified-plan.json", 1, 0, 0, 0), ("releases.txt", 9, 0, 1, 0),
        ];
        var gz = await Packed("portal-shapes.jsonl", "portal-shapes.gz");
        var ocds = await Releases("later-lots.jsonl", "releases.txt");
        string[] files =
        [
            Fixture("portal-shapes.jsonl"), gz, Fixture("rest-contracts.json"), Fixture("rest-plans.json"), Fixture("graphql-page.json"),
            Fixture("lots-pages.csv"), Fixture("lots-places.csv"), Fixture("contracts.csv"), Fixture("plans.csv"), Fixture("bids-protocol.csv"),
            Fixture("lots-invented.csv"), Fixture("unified-lots.json"), Fixture("unified-announcement.json"), Fixture("unified-plan.json"), ocds,
        ];

        var ending = await bot.Run(["import", .. files, "--Sample:Load=false"]);

        Assert.True(ending.Code == 0, ending.Errors);
        var reports = ending.Output.Trim().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).Select(report => (
            report.GetProperty("file").GetString()!, report.GetProperty("inserted").GetInt32(), report.GetProperty("updated").GetInt32(),
            report.GetProperty("unchanged").GetInt32(), report.GetProperty("rejected").GetArrayLength())).ToArray();
        Assert.Equal(expected, reports);
    }

    private static string Fixture(string name) => Path.Combine(Repository.Root, "tests/Library.Tests/Procurement/fixtures", name);

    private async Task<string> Packed(string fixture, string name)
    {
        await using var file = File.Create(bot.PathOf(name));
        await using var zip = new GZipStream(file, CompressionLevel.Fastest);
        await zip.WriteAsync(await File.ReadAllBytesAsync(Fixture(fixture)));
        return bot.PathOf(name);
    }

    /// <summary>The lots of a fixture as compiled releases of the contracting standard.</summary>
    private async Task<string> Releases(string fixture, string name)
    {
        var records = new List<object>();
        await using (var source = File.OpenRead(Fixture(fixture)))
            await foreach (var reading in RegisterFile.Read(source))
                records.Add(reading.Record!);
        await using var file = File.Create(bot.PathOf(name));
        await OcdsExport.Write(file, Procedure.Group(records).ToAsyncEnumerable(), new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero));
        return bot.PathOf(name);
    }
}
