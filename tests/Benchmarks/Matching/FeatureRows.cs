using System.Globalization;
using Bot.Operations;
using Matching;

namespace Benchmarks.Matching;

/// <summary>
/// The file from which `fit` learns: for every tip its first candidate, right or not, and once more the first candidate when the right lots
/// are out of reach, which is never right: another purchase of the same buyer is the likeliest mistake. Both rows bear the tip's id, so
/// that they fall into the same part.
/// </summary>
internal static class FeatureRows
{
    /// <param name="names">Of the features, in their order.</param>
    /// <param name="of">The features of a candidate.</param>
    public static void Write(string file, LotSet set, TipMatching matching, IReadOnlyList<string> names, Func<Candidate, IReadOnlyList<double>> of)
    {
        using var rows = new StreamWriter(file);
        rows.WriteLine(string.Join('\t', names.Prepend("label").Prepend("id")));
        foreach (var tip in set.Tips.SelectMany(tips => tips.Tips))
        {
            var lots = tip.Lots.Select(lot => long.Parse(lot, CultureInfo.InvariantCulture)).ToList();
            if (matching.Ask(tip.Text).Answer.Candidates is [var first, ..])
                Row(tip.Id, lots.Contains(first.LotId), of(first));
            if (lots.Count > 0 && matching.Ask(tip.Text, lots).Answer.Candidates is [var other, ..])
                Row(tip.Id, isRight: false, of(other));
        }

        void Row(string id, bool isRight, IReadOnlyList<double> features) => rows.WriteLine(
            $"{id}\t{(isRight ? 1 : 0)}\t{string.Join('\t', features.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}");
    }
}
