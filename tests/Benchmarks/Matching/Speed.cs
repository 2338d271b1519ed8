using System.Diagnostics;
using Bot.Evaluation;
using Matching;

namespace Benchmarks.Matching;

/// <summary>What finding costs: building, memory, saving, opening, one tip, many tips at once.</summary>
internal static class Speed
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(4);    // of throughput

    /// <summary>Builds from lots that lie in memory, so that reading a file is not counted; afterwards only the index is kept.</summary>
    public static (LotIndex Index, object Figures) Build(LotSet set)
    {
        LotIndex.Build(set.Lots().Take(2_000), set.Places).Dispose();    // the compiler's work is not the index's
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (index, seconds) = BuildFrom(set);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Say.Line($"  built: {index.Count} lots in {seconds:F1} s, {index.Count / seconds:F0} lots/s; {(double)bytes / index.Count:F0} bytes per lot");
        return (index, new { lots = index.Count, lotsPerSecond = (int)(index.Count / seconds), bytesPerLot = bytes / index.Count });
    }

    /// <summary>In a method of its own, so that nothing holds the lots afterwards.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (LotIndex Index, double Seconds) BuildFrom(LotSet set)
    {
        var lots = set.Lots().ToList();
        var clock = Stopwatch.StartNew();
        var index = LotIndex.Build(lots, set.Places);
        return (index, clock.Elapsed.TotalSeconds);
    }

    /// <summary>Saved to a file and opened from it, its pages in the system's cache; the answers must be the same.</summary>
    public static object Saving(LotIndex index, LotSet set)
    {
        var file = Path.Combine(TemporaryHouse.Folder(), "lots.index");
        var texts = set.Tips.SelectMany(tips => tips.Tips).Select(tip => tip.Text).Take(200).ToList();
        var clock = Stopwatch.StartNew();
        index.Save(file);
        var saved = clock.Elapsed.TotalSeconds;
        List<double> opened = [];
        var same = true;
        for (var round = 0; round < 3; round++)
        {
            clock.Restart();
            using var again = LotIndex.Open(file, set.Places);
            opened.Add(clock.Elapsed.TotalSeconds);
            same &= Answers(again, texts).SequenceEqual(Answers(index, texts));
        }

        var bytes = new FileInfo(file).Length;
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Say.Line($"  saved in {saved:F2} s, {bytes / 1e6:F0} MB; opened in {opened.Order().ElementAt(1):F2} s; same answers: {same}");
        var middle = Math.Round(opened.Order().ElementAt(1), 2);
        return new { saveSeconds = Math.Round(saved, 2), fileMegabytes = bytes / 1_000_000, openSeconds = middle, same };
    }

    public static object Latency(TipMatching matching, LotSet set)
    {
        var took = Took(matching, set);
        Say.Line($"  one tip: p50 {Shares.At(took, .5):F2} ms, p99 {Shares.At(took, .99):F2} ms, longest {took.Max():F2} ms ({took.Count} tips)");
        return new { p50Ms = Rounded(Shares.At(took, .5)), p99Ms = Rounded(Shares.At(took, .99)), longestMs = Rounded(took.Max()) };
    }

    /// <summary>
    /// Milliseconds of one tip after another on one thread. Those of the first half have warmed up the second half, and the other way round.
    /// </summary>
    public static List<double> Took(TipMatching matching, LotSet set)
    {
        var texts = Texts(set);
        var (first, second) = (texts.Where((_, at) => at % 2 == 0).ToList(), texts.Where((_, at) => at % 2 == 1).ToList());
        foreach (var text in first)
            matching.Ask(text);
        return [.. second.Concat(first).Select(text => matching.Ask(text).Milliseconds)];
    }

    public static object Throughput(TipMatching matching, LotSet set, int threads = 2)
    {
        var texts = Texts(set);
        var clock = Stopwatch.StartNew();
        var counts = new int[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            for (var at = thread; clock.Elapsed < Long; at += threads, counts[thread]++)
                matching.Ask(texts[at % texts.Count]);
        });
        var perSecond = counts.Sum() / clock.Elapsed.TotalSeconds;
        Say.Line($"  {threads} threads: {perSecond:F0} tips/s");
        return new { threads, tipsPerSecond = (int)perSecond };
    }

    private static IEnumerable<string> Answers(LotIndex index, List<string> texts)
    {
        var matching = new TipMatching(index);
        return texts.Select(text => TipAnswer.Line("", matching.Ask(text).Answer, 0));
    }

    internal static List<string> Texts(LotSet set) => [.. set.Tips.SelectMany(tips => tips.Tips).Select(tip => tip.Text)];

    internal static double? Rounded(double? milliseconds) => milliseconds is { } value ? Math.Round(value, 3) : null;
}
