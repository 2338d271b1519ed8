using System.Diagnostics;

namespace Benchmarks.Signs;

/// <summary>
/// All indicators over a store. The store is filled and measured by processes of their own, so that the memory of filling is not counted;
/// a store in a folder that was named is kept, and filled only once.
/// </summary>
internal static class RiskBenchmark
{
    private const int Lots = 100_000;
    private const string Filling = "--filling", Measuring = "--measuring";

    public static async Task<int> Run(string[] args)
    {
        if (args.Contains("--sample"))
            return await SampleRisks.Run();
        if (args.Contains(Filling))
            return await RiskStore.Fill(FolderOf(args)!, args.Number("--lots", Lots));
        if (args.Contains(Measuring))
            return args.After("--answers") is { } file ? await RiskAnswers.Of(FolderOf(args)!, file)
                : args.Contains("--profile") ? await RiskProfile.Of(FolderOf(args)!) : await RiskFigures.Of(FolderOf(args)!);
        var kept = FolderOf(args);
        var folder = kept ?? TemporaryHouse.Folder();
        try
        {
            var code = RiskStore.IsIn(folder) ? 0 : await Again([.. args, Filling, "--store", folder]);
            var before = FarReads.Nanoseconds();
            code = code == 0 ? await Again([.. args, Measuring, "--store", folder]) : code;
            await Console.Error.WriteLineAsync($"a far read of memory: {before} ns before, {FarReads.Nanoseconds()} ns after");
            return code;
        }
        finally
        {
            if (kept is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static string? FolderOf(string[] args) => args.After("--store");

    /// <summary>This benchmark as a process of its own, with the same settings of the runtime.</summary>
    private static async Task<int> Again(string[] args)
    {
        using var process = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll"), "risk", .. args]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
