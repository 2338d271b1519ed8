using System.Diagnostics;
using Bot.Evaluation;
using Matching;

namespace Benchmarks.Matching;

/// <summary>What becomes of the time of one tip when there are several times as many lots: both measured one after the other.</summary>
internal static class Growth
{
    public static object Measure(LotSet set, TipMatching once, int copies)
    {
        Say.Line($"\ngrowth: the set once, then {copies} times over");
        once.Warm();
        var small = Took(once, set);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        using var index = LotIndex.Build(Copies.Of(set.Lots, copies), set.Places);
        var seconds = clock.Elapsed.TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Say.Line($"  built with reading: {index.Count} lots in {seconds:F1} s, {(double)bytes / index.Count:F0} bytes per lot");
        var matching = new TipMatching(index);
        var large = Took(matching, set);
        Say.Line($"  p50 {large.P50 / small.P50:F1} times, p99 {large.P99 / small.P99:F1} times that of the set once");
        var recall = set.Tips.Select(tips => Recall(matching, tips, copies)).ToList();
        return new
        {
            lots = index.Count,
            bytesPerLot = bytes / index.Count,
            once = new { p50Ms = small.P50, p99Ms = small.P99 },
            larger = new { p50Ms = large.P50, p99Ms = large.P99 },
            recall,
        };
    }

    private static (double P50, double P99) Took(TipMatching matching, LotSet set)
    {
        var took = Speed.Took(matching, set);
        var (p50, p99) = (Shares.At(took, .5) ?? 0, Shares.At(took, .99) ?? 0);
        Say.Line($"  one tip: p50 {p50:F2} ms, p99 {p99:F2} ms");
        return (Math.Round(p50, 2), Math.Round(p99, 2));
    }

    /// <summary>A double of a right lot is as right as the lot.</summary>
    private static object Recall(TipMatching matching, TipSet tips, int copies)
    {
        var doubled = tips.Tips.Select(tip => tip with { Lots = [.. tip.Lots.SelectMany(lot => Copies.IdsOf(lot, copies))] });
        var all = Scores.Of(Quality.Ask(matching, doubled)).Recall[0];
        Say.Line($"  {tips.Name}: R@1 {all.First:F3}  R@5 {all.AmongFive:F3} (a double counts as right)");
        return new { tips = tips.Name, all.First, all.AmongFive };
    }
}
