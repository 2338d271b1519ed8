using System.Diagnostics;
using Bot.Evaluation;
using Matching;
using Procurement;

namespace Benchmarks.Matching;

/// <summary>Lots come in one by one, first with nobody searching, then while a thread answers tips all the time.</summary>
internal static class Adding
{
    private const int Lots = 2_000;

    public static object Measure(LotIndex index, TipMatching matching, LotSet set)
    {
        var alone = Add(index, New(set, 80));
        using var stop = new CancellationTokenSource();
        var texts = Speed.Texts(set);
        var serving = Task.Run(() =>
        {
            for (var at = 0; !stop.IsCancellationRequested; at++)
                matching.Ask(texts[at % texts.Count]);
        });
        var beside = Add(index, New(set, 90));
        stop.Cancel();
        serving.GetAwaiter().GetResult();
        return new
        {
            alone = Figures("adding a lot, nobody searching", alone),
            serving = Figures("adding a lot while one thread searches, with the wait for it", beside),
        };
    }

    /// <summary>Every fourth has a buyer and words that are new.</summary>
    private static List<Lot> New(LotSet set, int copy) => [.. set.Lots().Take(Lots).Select((lot, at) =>
        Copies.Of(lot, copy) is var copied && at % 4 > 0 ? copied
        : copied with
        {
            BuyerName = new Bilingual($"{lot.BuyerName.Ru} новая{copy}х{at}", lot.BuyerName.Kz),
            Details = new Bilingual($"{lot.Details.Ru} образец{copy}х{at}", lot.Details.Kz),
        })];

    private static List<double> Add(LotIndex index, List<Lot> lots) => lots.ConvertAll(lot =>
    {
        var begun = Stopwatch.GetTimestamp();
        index.Add(lot);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    });

    private static object Figures(string what, List<double> took)
    {
        Say.Line($"  {what}: p50 {Shares.At(took, .5):F3} ms, p99 {Shares.At(took, .99):F2} ms, mean {took.Average():F3} ms");
        return new { p50Ms = Speed.Rounded(Shares.At(took, .5)), p99Ms = Speed.Rounded(Shares.At(took, .99)), meanMs = Speed.Rounded(took.Average()) };
    }
}
