using System.Diagnostics;
using Bot.Operations;
using Matching;

namespace Benchmarks.Matching;

/// <summary>What becomes of the time of one tip when there are several times as many lots.</summary>
internal static class Growth
{
    public static object Measure(LotSet set, int copies)
    {
        Say.Line($"\ngrowth: the set {copies} times over");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        using var index = LotIndex.Build(Copies.Of(set.Lots, copies), set.Places);
        var seconds = clock.Elapsed.TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Say.Line($"  built with reading: {index.Count} lots in {seconds:F1} s, {(double)bytes / index.Count:F0} bytes per lot");
        var matching = new TipMatching(index);
        matching.Warm();
        var latency = Speed.Latency(matching, set);
        var recall = set.Tips.Select(tips => new { tips = tips.Name, Scores.Of(Quality.Ask(matching, tips.Tips)).Recall[0].AmongFive }).ToList();
        foreach (var row in recall)
            Say.Line($"  {row.tips}: R@5 {row.AmongFive:F3}");
        return new { lots = index.Count, bytesPerLot = bytes / index.Count, latency, recall };
    }
}
