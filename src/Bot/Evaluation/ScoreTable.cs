using System.Globalization;

namespace Bot.Evaluation;

/// <summary>Scores as lines for people.</summary>
internal static class ScoreTable
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static IEnumerable<string> Lines(Scores scores)
    {
        foreach (var group in scores.Recall)
            yield return string.Create(Plain, $"{group.Group,-18} n={group.Tips,4}  R@1 {group.First:F3}  "
                + $"R@5 {group.AmongFive:F3}  MRR {group.MeanReciprocal:F3}");
        yield return string.Create(Plain, $"answered {scores.Answered:F3}  right first among answered {scores.RightFirst:F3}  "
            + $"false finds {scores.FalseFinds}/{scores.WithoutLot}");
        if (scores.AtFivePercent is { } point)
            yield return string.Create(Plain, $"at most 5 % false finds (surer than {point.Threshold:F3}, {100 * point.FalseFinds:F1} %): "
                + $"answered {point.Answered:F3}  right first among answered {point.RightFirst:F3}");
        if (scores.Brier is { } brier)
            yield return string.Create(Plain, $"Brier {brier:F3}");
        foreach (var bin in scores.Reliability)
            yield return string.Create(Plain, $"  said {bin.Said:F2}  was right {bin.WasRight:F2}  n={bin.Tips}");
        if (scores is { P50Ms: { } p50, P99Ms: { } p99 })
            yield return string.Create(Plain, $"ms p50 {p50:F2} p99 {p99:F2}  tips {scores.Answers}");
    }
}
