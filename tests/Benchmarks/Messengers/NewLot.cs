using System.Globalization;
using System.Text.Json;

namespace Benchmarks.Messengers;

/// <summary>A file with one lot that was published just now.</summary>
/// <param name="Number">As alerts tell it.</param>
/// <param name="Buyer">The BIN by which it is followed.</param>
internal sealed record NewLot(string File, string Number, string Buyer)
{
    /// <summary>How the numbers of invented lots begin; no real one does, so an answer with it is an alert.</summary>
    public const string Prefix = "9000000";

    public static NewLot Invent()
    {
        var file = Path.Combine(Path.GetTempPath(), $"new-lot-{Guid.NewGuid():n}.jsonl");
        var today = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(5));
        Lots.Invent(file, 1, "--from", today.AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--to", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        using var lot = JsonDocument.Parse(System.IO.File.ReadLines(file).First(line => line.Contains("\"lotNumber\"", StringComparison.Ordinal)));
        return new NewLot(file, lot.RootElement.GetProperty("lotNumber").GetString()!, lot.RootElement.GetProperty("customerBin").GetString()!);
    }
}
