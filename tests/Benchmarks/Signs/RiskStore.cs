using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarks.Schemes;
using Bot.Lots;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Signs;

/// <summary>A store with the register of a made-up country: lots, bids, contracts, acts, plans, firms.</summary>
internal static class RiskStore
{
    private const int Page = 4_000, Seed = 1;
    private const string Words = "bid-statuses.json", Whole = "whole";

    /// <summary>A fill that was stopped leaves no mark of being whole.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Whole));

    public static string PopulationFile(string folder) => Path.Combine(folder, "bot.population");

    public static Task<WebApplication> Open(string folder) => TemporaryHouse.Open(
    [
        .. TemporaryHouse.Settings(folder), $"--Signs:PopulationFile={PopulationFile(folder)}", $"--Signs:BidStatuses={Path.Combine(folder, Words)}",
        "--Signs:LotsWholeFrom=2025-01-01", "--Signs:ContractsWholeFrom=2025-01-01",
    ]);

    public static async Task<int> Fill(string folder, int lots)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, Words), JsonSerializer.Serialize(new Dictionary<string, string> { [Ways.Rejected] = "Rejected" }));
        var clock = Stopwatch.StartNew();
        var records = 0L;
        await using (var app = await Open(folder))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
            await using var fill = await Lookups.Leave(db, default);
            await using var checkpoints = await Checkpointing.Begin(db, default);
            foreach (var page in new Country(Seed, lots).Records().Chunk(Page))
            {
                records += (await app.Services.GetRequiredService<Intake>().Take("country", page, with: null, default)).Inserted;
                await checkpoints.Written();
            }

            await Lookups.Create(db, default);
        }

        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Path.Combine(folder, Whole), records.ToString(CultureInfo.InvariantCulture));
        Console.Error.WriteLine($"{records} records stored in {clock.Elapsed.TotalSeconds:F0} s");
        return 0;
    }
}
