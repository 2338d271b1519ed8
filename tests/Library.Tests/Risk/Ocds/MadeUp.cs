using Risk.Ocds;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>
/// Made-up releases, the same for the same seed, in which every indicator fires sometimes: some lines are malformed, some ocids come twice.
/// </summary>
internal static class MadeUp
{
    private static readonly string[] Statuses = ["valid", "valid", "valid", "disqualified", "pending", "withdrawn"];

    public static OcdsSettings Settings { get; } = OcdsSettings.Everything with { R048 = new(MinimumContractingProcesses: 2), R025 = new(Ratio: 0.3) };

    public static string Releases(int seed, int count)
    {
        var random = new Random(seed);
        return string.Join('\n', Enumerable.Range(0, count).Select(_ => random.Next(20) switch { 0 => "{", 1 => "", 2 => "[]", _ => One(random) }));
    }

    private static string One(Random random)
    {
        string[] bids = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Bid(Firm(random), 100 + random.Next(6), Statuses[random.Next(6)],
            random.Next(9) == 0 ? "USD" : "KZT").Replace("{\"status\"", $"{{\"date\":\"2025-03-{1 + random.Next(28):D2}T00:00:00Z\",\"status\"", StringComparison.Ordinal))];
        var items = $"\"items\":[{{\"classification\":{{\"id\":\"{random.Next(90) + 10}\"}}}}]";
        var tender = $$$"""
            {"numberOfTenderers":{{{bids.Length}}},"procurementMethod":"open","procuringEntity":{"id":"E{{{random.Next(9)}}}"},"tenderPeriod":{"startDate":"2025-03-01T00:00:00Z","endDate":"2025-03-{{{10 + random.Next(18)}}}T00:00:00Z"}}
            """;
        return Release($"{random.Next(300)}", tender, bids, [Award(Firm(random), random.Next(9) == 0 ? "pending" : "active")
            .Replace("{\"status\"", $"{{{items},\"status\"", StringComparison.Ordinal)], $",\"buyer\":{{\"id\":\"B{random.Next(9)}\"}}");
    }

    private static string Firm(Random random) => $"F{random.Next(6)}";
}
