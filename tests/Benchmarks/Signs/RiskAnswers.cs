using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Signs;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Signs;

/// <summary>Every finding of every lot of a store in full, as of a fixed moment, one lot a line: what must not change when the way there does.</summary>
internal static class RiskAnswers
{
    private static readonly DateTimeOffset AsOf = new(2026, 11, 22, 18, 59, 59, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task<int> Of(string folder, string target)
    {
        await using var app = await RiskStore.Open(folder);
        await app.Services.GetRequiredService<Bot.Signs.Market>().Read(AsOf, default);
        await using var file = new StreamWriter(target);
        await foreach (var page in app.Services.GetRequiredService<AllSigns>().Judge(AsOf, every: 1, page => page.ToList(), default))
            foreach (var (lot, report) in page)
                await file.WriteLineAsync(JsonSerializer.Serialize(new { lot, report }, Json));
        return 0;
    }
}
