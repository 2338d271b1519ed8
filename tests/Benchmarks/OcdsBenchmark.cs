namespace Benchmarks;

/// <summary>
/// The built program as a process, `risk --ocds`, over made-up releases: time of the processor, speed and peak memory with one worker,
/// how much faster two are (the answers must be the same), beside what the file costs others that do less or more.
/// </summary>
internal static class OcdsBenchmark
{
    private const int Seed = 20_250_101;
    private const int SmallBytes = 1_250, LargeBytes = 8_500;

    public static async Task<int> Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("ocds-benchmark-").FullName;
        var small = await Measure(folder, SmallBytes, args.Number("--small", 200_000));
        var large = await Measure(folder, LargeBytes, args.Number("--large", 100_000));
        var longer = await Measure(folder, SmallBytes, args.Number("--long", 1_000_000));
        Directory.Delete(folder, recursive: true);
        return TemporaryHouse.Print(new { small, large, longer });
    }

    private static async Task<object> Measure(string folder, int bytes, int releases)
    {
        var file = Path.Combine(folder, "releases.jsonl");
        var megabytes = new OcdsReleases(Seed, bytes).Write(file, releases) / 1e6;
        await OcdsProcess.Run(file, 1, Path.Combine(folder, "first.json"));    // the file comes into the system's cache
        var (scaling, one) = await OcdsScaling.Measure(file, folder);
        var rivals = new Dictionary<string, OcdsRivals.OfLine>
        {
            ["lines"] = OcdsRivals.FindLines,
            ["tokens"] = OcdsRivals.ReadTokens,
            ["documents"] = OcdsRivals.ParseDocument,
        };
        return new
        {
            releases,
            bytesEach = Math.Round(megabytes * 1e6 / releases),
            cpuSeconds = Round(one.CpuSeconds),
            megabytesPerCpuSecond = Round(megabytes / one.CpuSeconds),
            peakMegabytes = one.PeakMegabytes,
            scaling,
            rivalsCpuSeconds = rivals.ToDictionary(rival => rival.Key, rival => Round(OcdsRivals.Seconds(file, rival.Value))),
            fired = Fired(OcdsScaling.AnswerOfOne(folder)),
        };
    }

    /// <summary>How often each indicator fired, whoever it speaks of.</summary>
    private static SortedDictionary<string, int> Fired(string answer)
    {
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(answer));
        var fired = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in document.RootElement.EnumerateObject())
            foreach (var name in group.Value.EnumerateObject())
                foreach (var code in name.Value.EnumerateObject())
                    fired[code.Name] = fired.GetValueOrDefault(code.Name) + 1;
        return fired;
    }

    private static double Round(double figure) => Math.Round(figure, 2);
}
