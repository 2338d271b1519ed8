using System.Diagnostics;
using System.Text.Json;
using Matching;
using Procurement;

namespace Benchmarks.Matching;

/// <summary>
/// Measures how often the right lot is found for labelled tips: recall first and among five, by language and kind; false finds; latency.
/// Arguments: folder with LOTS.jsonl and tips*.jsonl, a KATO table (code,…,name_ru,name_kk), then optionally --lots FILE, --tips FILE,
/// --most N, --out FILE (one answer a line), --without-truth (takes the true lots out: whatever is then found is a sibling).
/// </summary>
public static class MatchingBenchmark
{
    /// <summary>Confidence from which a candidate would be shown as "probably this one".</summary>
    private const double Shown = 0.5;

    public static int Run(string[] args)
    {
        var folder = args.FirstOrDefault();
        var lotsFile = Option(args, "--lots") ?? Path.Combine(folder ?? "", "lots.jsonl");
        var tipsFile = Option(args, "--tips") ?? Path.Combine(folder ?? "", "tips-real-dev.jsonl");
        if (folder is null || !File.Exists(lotsFile) || !File.Exists(tipsFile))
        {
            Console.Error.WriteLine($"The matching benchmark needs {lotsFile} and {tipsFile}: give the folder, or --lots and --tips.");
            return 2;
        }

        var most = int.Parse(Option(args, "--most") ?? "10", null);
        var clock = Stopwatch.StartNew();
        using var index = LotIndex.Build(File.ReadLines(lotsFile).Select(BenchLot.Read), Places(Option(args, "--kato")));
        var built = clock.Elapsed;
        var matcher = new Matcher(index, _ => Named.Nothing);
        var withoutTruth = args.Contains("--without-truth");
        var tips = File.ReadLines(tipsFile).Select(line => JsonSerializer.Deserialize<Tip>(line, Web)!).ToList();
        var results = tips.Select(tip => Ask(matcher, tip, most, withoutTruth)).ToList();
        if (Option(args, "--out") is { } output)
            File.WriteAllLines(output, results.Select(Line));
        Report(results, index.Count, built);
        return 0;
    }

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private sealed record Tip(string Id, string Lang, string Text, long[] Lots, string Kind);

    private sealed record Result(Tip Tip, Answer Answer, double Milliseconds)
    {
        public int Rank { get; } = Answer.Candidates.Select((candidate, rank) => Tip.Lots.Contains(candidate.LotId) ? rank : 100)
            .DefaultIfEmpty(100).Min();
        public double Confidence => Answer.Candidates.Count > 0 ? Answer.Candidates[0].Confidence : 0;
    }

    private static Result Ask(Matcher matcher, Tip tip, int most, bool withoutTruth)
    {
        matcher.Find(tip.Text, null, most);    // once unmeasured: the compiler's work is not the matcher's
        var clock = Stopwatch.StartNew();
        var answer = matcher.Find(tip.Text, withoutTruth ? tip.Lots : null, most);
        return new Result(tip, answer, clock.Elapsed.TotalMilliseconds);
    }

    private static void Report(List<Result> results, int lots, TimeSpan built)
    {
        var asked = results.Where(r => r.Tip.Lots.Length > 0).ToList();
        var none = results.Where(r => r.Tip.Lots.Length == 0).ToList();
        var groups = asked.GroupBy(r => "all").Concat(asked.GroupBy(r => r.Tip.Lang)).Concat(asked.GroupBy(r => r.Tip.Kind));
        foreach (var group in groups)
        {
            Console.Error.WriteLine($"{group.Key,-16} n={group.Count(),4}  " +
                $"R@1 {Share(group, r => r.Rank == 0):F3}  R@5 {Share(group, r => r.Rank < 5):F3}");
        }

        var shown = asked.Where(r => r.Confidence >= Shown).ToList();
        var brier = results.Average(r => Math.Pow(r.Confidence - (r.Rank == 0 ? 1 : 0), 2));
        Console.Error.WriteLine($"shown {Share(asked, r => r.Confidence >= Shown):F3}, " +
            $"right among them {Share(shown, r => r.Rank == 0):F3}, " +
            $"false {none.Count(r => r.Confidence >= Shown)}/{none.Count}, Brier {brier:F3}");
        foreach (var bin in results.GroupBy(r => (int)(r.Confidence * 5)).OrderBy(g => g.Key))
        {
            Console.Error.WriteLine($"  said {bin.Average(r => r.Confidence):F2}  " +
                $"was right {Share(bin, r => r.Rank == 0):F2}  n={bin.Count()}");
        }

        var times = results.Select(r => r.Milliseconds).Order().ToList();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            lots,
            tips = results.Count,
            recall1 = Share(asked, r => r.Rank == 0),
            recall5 = Share(asked, r => r.Rank < 5),
            byLanguage = asked.GroupBy(r => r.Tip.Lang)
                .ToDictionary(g => g.Key, g => new { recall1 = Share(g, r => r.Rank == 0), recall5 = Share(g, r => r.Rank < 5) }),
            falseFinds = Share(none, r => r.Confidence >= Shown),
            shown = Share(asked, r => r.Confidence >= Shown),
            rightAmongShown = Share(shown, r => r.Rank == 0),
            brier = Math.Round(brier, 4),
            p50Ms = Math.Round(times[times.Count / 2], 2),
            p99Ms = Math.Round(times[(int)(times.Count * 0.99)], 2),
            buildSeconds = Math.Round(built.TotalSeconds, 1),
            memoryMb = GC.GetTotalMemory(true) / 1_000_000,
        }));
    }

    private static string Line(Result result) => JsonSerializer.Serialize(new
    {
        id = result.Tip.Id,
        found = result.Confidence >= Shown,
        confidence = result.Confidence,
        lots = result.Answer.Candidates.Select(c =>
            new { id = c.LotId, score = c.Confidence, evidence = c.Evidence.Select(e => $"{e.Kind}:{e.Words}:{e.Agrees}") }),
        ms = result.Milliseconds,
    });

    private static double Share(IEnumerable<Result> results, Func<Result, bool> isSo) =>
        Math.Round(results.Select(r => isSo(r) ? 1.0 : 0).DefaultIfEmpty(0).Average(), 4);

    private static IEnumerable<Place> Places(string? kato) =>
        kato is null ? [] : File.ReadLines(kato).Skip(1).Select(line => line.Split(','))
        .Where(cells => cells.Length >= 6)
        .Select(cells => new Place { Code = cells[0], Name = new Bilingual(cells[4], cells[5]), ParentCode = ParentOf(cells[0]) });

    /// <summary>The code one level up: its last digits that are not zero made zero.</summary>
    private static string? ParentOf(string code) => code switch
    {
        _ when code[6..] != "000" => code[..6] + "000",
        _ when code[4..6] != "00" => code[..4] + "00000",
        _ when code[2..4] != "00" => code[..2] + "0000000",
        _ => null,
    };

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
