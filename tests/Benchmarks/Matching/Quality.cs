using System.Globalization;
using Bot.Operations;

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

    public static object Measure(TipMatching matching, TipSet set, int folds)
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

        return new { tips = set.Name, scores, siblings, folds = folds > 1 ? Folds.Of(marked, folds) : null };
    }
}

/// <summary>Lines for people, on stderr.</summary>
internal static class Say
{
    public static void Line(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
