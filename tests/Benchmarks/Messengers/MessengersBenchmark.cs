using System.Globalization;

namespace Benchmarks.Messengers;

/// <summary>
/// The bot as a process, a made-up Telegram as another, and many people: how fast it takes in, answers, alerts, comes back after kill -9, and
/// whether its memory stays. On SQLite, and on PostgreSQL too when BOT_TEST_POSTGRES names a server.
/// </summary>
internal static class MessengersBenchmark
{
    private static readonly Dictionary<string, (string Options, Func<string[], bool, Task<object>> Measure)> Parts = new()
    {
        ["webhook"] = ("[--per-second 200] [--seconds 60] [--rates 500,1000] [--sustained 600]", WebhookMeasure.Run),
        ["tips"] = ("[--per-second 20] [--seconds 300]", TipsMeasure.Run),
        ["alerts"] = ("[--followers 10000]", AlertsMeasure.Run),
        ["killed"] = ("[--updates 2000] [--kills 10] [--per-second 200] [--seed N]", KilledMeasure.Run),
        ["steps"] = ("[--people 200] [--waiting 0]", StepsMeasure.Run),
        ["soak"] = ("[--per-second 20] [--minutes 60]", SoakMeasure.Run),
    };

    public static async Task<int> Run(string[] args)
    {
        if (args is not [var name, .. var options] || !Parts.TryGetValue(name, out var part))
        {
            foreach (var (known, (usage, _)) in Parts)
                await Console.Error.WriteLineAsync($"messengers {known,-8} {usage} [--on sqlite|postgres]");
            return 2;
        }

        Dictionary<string, object> figures = new() { ["measure"] = name, ["processors"] = Environment.ProcessorCount };
        try
        {
            foreach (var store in Stores(options))
                figures[store] = await part.Measure(options, store == "postgres");
        }
        catch (Exception fault)    // told here, so that the end of this process takes those that it started with it
        {
            await Console.Error.WriteLineAsync(fault.ToString());
            return 1;
        }

        return TemporaryHouse.Print(figures);
    }

    public static string? Text(this string[] args, string option) =>
        Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    public static IReadOnlyList<int> Numbers(this string[] args, string option, string otherwise) =>
        [.. (args.Text(option) ?? otherwise).Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static IReadOnlyList<string> Stores(string[] options) => options.Text("--on") is { } chosen ? [chosen]
        : Store.Server is null ? ["sqlite"] : ["sqlite", "postgres"];
}
