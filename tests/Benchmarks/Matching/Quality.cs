using System.Globalization;
using Bot.Evaluation;

namespace Benchmarks.Matching;

/// <summary>How often the right lot is found, how sure the matcher is rightly, and what it finds when the right lot is not there.</summary>
internal static class Quality
{
    /// <summary>Every tip asked once; with or without its right lots within reach.</summary>
    public static IReadOnlyList<Marked> Ask(TipMatching matching, IEnumerable<LabelledTip> tips, bool withoutTruth = false) =>
        [.. tips.Select(tip =>
        {
            var (answer, took) = matching.Ask(tip.Text, withoutTruth ? [.. tip.Lots.Select(lot => long.Parse(lot, CultureInfo.InvariantCulture))] : null);
            return Marked.Of(tip, TipAnswer.Of(tip.Id, answer, took));
        })];

    public static object Measure(TipMatching matching, TipSet set, int folds, FoldedFit? fitted)
    {
        matching.Warm();
        var marked = Ask(matching, set.Tips);
        var scores = Scores.Of(marked);
        Say.Line($"\n{set.Name}: {set.Tips.Count} tips, {scores.WithoutLot} of them without a lot");
        foreach (var line in ScoreTable.Lines(scores).SkipLast(1))
            Say.Line($"  {line}");
        double? siblings = null;
        if (scores.AtFivePercent is { } point)
        {
            siblings = Shares.Of(Ask(matching, set.Tips.Where(tip => tip.HasLot), withoutTruth: true), m => m.Confidence > point.Threshold);
            Say.Line($"  the right lot taken out: another called found in {siblings:P1}, surer than the same {point.Threshold:F3}");
        }

        return new { tips = set.Name, scores, siblings, folds = folds > 1 ? Folds.Of(marked, folds) : null, fitted = Fitted(matching, set, marked, fitted) };
    }

    /// <summary>The same answers with a confidence that was fitted to the other folds.</summary>
    private static object? Fitted(TipMatching matching, TipSet set, IReadOnlyList<Marked> marked, FoldedFit? fitted)
    {
        if (fitted is null)
            return null;
        var again = marked.Select(m => fitted.Judge(m, FeatureRows.Ordinary(matching, m.Tip))).ToList();
        var scores = Scores.Of(again);
        Say.Line($"  with a confidence fitted to the other folds:");
        foreach (var line in ScoreTable.Lines(scores).SkipLast(1).Skip(scores.Recall.Count))
            Say.Line($"    {line}");
        double? siblings = null;
        if (scores.AtFivePercent is { } point)
        {
            siblings = Shares.Of(Ask(matching, set.Tips.Where(tip => tip.HasLot), withoutTruth: true),
                m => fitted.Judge(m, FeatureRows.OutOfReach(matching, m.Tip)).Confidence > point.Threshold);
            Say.Line($"    the right lot taken out: another called found in {siblings:P1}");
        }

        return new
        {
            scores.Answered,
            scores.RightFirst,
            scores.FalseFinds,
            scores.Brier,
            scores.Reliability,
            scores.AtFivePercent,
            siblings,
            folds = Folds.OfConfidence(again, fitted.Count),
        };
    }
}

/// <summary>Lines for people, on stderr.</summary>
internal static class Say
{
    public static void Line(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
