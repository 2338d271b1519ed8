using System.Text.Json;
using Bot.Lots;
using Bot.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks;

/// <summary>The real bot in a folder of its own, for one measurement.</summary>
internal static class TemporaryHouse
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Folder() => Directory.CreateTempSubdirectory("bot-benchmark-").FullName;

    public static string[] Settings(string folder) =>
    [
        $"--ConnectionStrings:Bot=Data Source={folder}/bot.db", $"--Keys:File={folder}/bot.key", $"--Log:Folder={folder}/logs",
        $"--Lots:IndexFile={folder}/bot.index",
    ];

    public static async Task<WebApplication> Open(string[] settings, bool working = false)
    {
        var app = Bot.House.Build(settings, works: working);
        await app.Services.GetRequiredService<Opening>().Store(default);
        return app;
    }

    public static async Task<WebApplication> Open(string folder, bool sample, bool working = false)
    {
        var app = await Open(Settings(folder), working);
        if (sample)
            await app.Services.GetRequiredService<SampleLoading>().Load(_ => { }, default);
        return app;
    }

    public static double At(this IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    /// <summary>What stands behind an option; null without it.</summary>
    public static string? After(this string[] args, string option) =>
        Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>The whole number behind an option, else the given one.</summary>
    public static int Number(this string[] args, string option, int otherwise) => args.After(option) is { } number ? int.Parse(number, null) : otherwise;

    public static int Print(object figures)
    {
        Console.WriteLine(JsonSerializer.Serialize(figures, Json));
        return 0;
    }
}
