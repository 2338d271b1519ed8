using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks.Schemes;

/// <summary>Planted schemes among innocent look-alikes: what each engine finds, and whom it accuses wrongly.</summary>
internal static class SchemesBenchmark
{
    private const int Lots = 200_000;
    private const long Seed = 20261122;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Converters = { new JsonStringEnumConverter(), new Rounding() },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Our engine goes first in this list.</summary>
    private static readonly IReadOnlyList<Func<IEngine>> Engines =
        [() => new OurEngine(), PriceRival.OverMedian, PriceRival.Fences, LocalRival.Trr, LocalRival.Ek];

    public static Task<int> Run(string[] args)
    {
        var (lots, seed) = ((int)Option(args, "--lots", Lots), Option(args, "--seed", Seed));
        if (args.Contains("--stream"))
            return Stream(lots, seed);
        var clock = Stopwatch.StartNew();
        var market = Country.Make(seed, lots, TerrainOf(args));
        var seconds = Math.Round(clock.Elapsed.TotalSeconds, 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {seed}: {market.Lots.Count} lots, {market.Bids.Count} bids, {market.Contracts.Count} contracts, "
            + $"{market.PlanItems.Count} plan items, {market.Planted.Count} instances planted in "
            + $"{market.Planted.Sum(one => one.Subjects.Count)} subjects, made in {seconds} s, {Megabytes()} MB"));
        Console.WriteLine(Composition(market));
        var faults = new SelfCheck(market).Faults().ToList();
        foreach (var fault in faults)
            Console.WriteLine($"  SELF-CHECK {fault}");

        var scoring = new Scoring(market);
        var engines = args.Contains("--ours") ? Engines.Take(1) : Engines;
        var cards = engines.Select(make => Judged(scoring, make(), market, Text(args, "--why"))).ToList();
        ScoreTable.Write(Console.Out, market, cards);
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                seed,
                lots = market.Lots.Count,
                contracts = market.Contracts.Count,
                seconds,
                selfCheckFaults = faults.Count,
                cards
            }, Plain));
        return Task.FromResult(faults.Count == 0 ? 0 : 1);
    }

    /// <summary>"--variant" alone, or with 1, is the first other country; with 2 the second.</summary>
    private static Terrain TerrainOf(string[] args) =>
        !args.Contains("--variant") ? Terrain.Usual : Text(args, "--variant") == "2" ? Terrain.Third : Terrain.Other;

    private static string Composition(Market market) => string.Create(CultureInfo.InvariantCulture,
        $"lots by method: {string.Join(", ", market.Lots.CountBy(lot => Ways.SymbolOf(lot.MethodId!.Value))
            .OrderByDescending(row => row.Value).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key} {100.0 * row.Value / market.Lots.Count:0.0} %")))}; "
        + $"attempt above 1: {100.0 * market.Lots.Count(lot => lot.IsRepeat == true) / market.Lots.Count:0.0} %; "
        + $"contracts from one source: {100.0 * OneSource(market) / market.Contracts.Count(one => one.TypeId == 1):0.0} %; "
        + $"amendments: {100.0 * market.Contracts.Count(one => one.TypeId == 2) / market.Contracts.Count:0.0} %");

    private static int OneSource(Market market) =>
        market.Contracts.Count(one => one is { TypeId: 1, MethodId: Ways.AfterFailure or Ways.Direct or Ways.MealsAgain });

    /// <summary>The records alone, none of them held: how a store is filled.</summary>
    private static Task<int> Stream(int lots, long seed)
    {
        var clock = Stopwatch.StartNew();
        var counts = new Country(seed, lots).Records().CountBy(record => record.GetType().Name).ToDictionary();
        return Task.FromResult(TemporaryHouse.Print(new
        {
            seed,
            counts,
            seconds = Math.Round(clock.Elapsed.TotalSeconds, 1),
            megabytes = Megabytes()
        }));
    }

    private static Scorecard Judged(Scoring scoring, IEngine engine, Market market, string? why)
    {
        var clock = Stopwatch.StartNew();
        var verdicts = engine.Judge(market).ToList();
        var seconds = clock.Elapsed.TotalSeconds;
        if (why is not null && engine is OurEngine)
            File.WriteAllLines(why, Lookback.Lines(market, scoring.First(verdicts), verdicts));
        return scoring.Score(engine.Name, verdicts, seconds);
    }

    private static long Megabytes() => GC.GetTotalMemory(forceFullCollection: true) >> 20;

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static long Option(string[] args, string name, long usual) =>
        Text(args, name) is { } given ? long.Parse(given, CultureInfo.InvariantCulture) : usual;

    /// <summary>Four decimals are enough for shares.</summary>
    private sealed class Rounding : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Math.Round(value, 4));
    }
}
