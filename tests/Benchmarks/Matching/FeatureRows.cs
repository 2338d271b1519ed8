using System.Globalization;
using Bot.Evaluation;
using Matching;

namespace Benchmarks.Matching;

/// <summary>One candidate that was right or was not, with what its confidence is made of but for the constant.</summary>
/// <param name="Id">Of the tip.</param>
/// <param name="Weight">For how many rows it counts.</param>
internal sealed record FeatureRow(string Id, bool IsRight, double Weight, double[] Features);

/// <summary>
/// The rows from which a confidence is learnt: for every tip its first candidate, right or not, and once more the first candidate when the
/// right lots are out of reach, which is never right: another purchase of the same buyer is the likeliest mistake. That happens less often
/// in life than all tips together would make it, so such rows count less. Answers that an identifier decided have no row.
/// </summary>
internal static class FeatureRows
{
    private const double WeightOutOfReach = 0.2;
    private const int Before = 3;    // columns before the features

    public static IReadOnlyList<FeatureRow> Of(TipMatching matching, LotSet set) => [.. set.Tips.SelectMany(tips => tips.Tips)
        .SelectMany(tip => new[] { Ordinary(matching, tip), OutOfReach(matching, tip) }).OfType<FeatureRow>()];

    public static FeatureRow? Ordinary(TipMatching matching, LabelledTip tip) =>
        First(matching, tip, null) is { } first ? Row(tip, first, LotsOf(tip).Contains(first.LotId), 1) : null;

    /// <summary>Null also for a tip that has no lot.</summary>
    public static FeatureRow? OutOfReach(TipMatching matching, LabelledTip tip) =>
        tip.HasLot && First(matching, tip, LotsOf(tip)) is { } first ? Row(tip, first, isRight: false, WeightOutOfReach) : null;

    public static void Write(string file, IReadOnlyList<FeatureRow> rows)
    {
        using var lines = new StreamWriter(file);
        lines.WriteLine(string.Join('\t', ["id", "label", "weight", .. Confidence.Names.Skip(1)]));
        foreach (var row in rows)
            lines.WriteLine(string.Join('\t', [row.Id, row.IsRight ? "1" : "0", Written(row.Weight), .. row.Features.Select(Written)]));
    }

    /// <summary>The features' names, and the rows.</summary>
    public static (string[] Names, List<FeatureRow> Rows) Read(string file)
    {
        var lines = File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToList();
        return lines is [["id", "label", "weight", .. var names], _, ..] && lines.TrueForAll(cells => cells.Length == names.Length + Before)
            ? (names, [.. lines.Skip(1).Select(cells => new FeatureRow(cells[0], cells[1] == "1", Number(cells[2]), [.. cells[Before..].Select(Number)]))])
            : throw new BadFileException($"{file}: rows have an id, a label, a weight and features, tab-separated under a header.");
    }

    private static Candidate? First(TipMatching matching, LabelledTip tip, List<long>? except) =>
        matching.Ask(tip.Text, except).Answer.Candidates is [{ Features.Count: > 0 } first, ..] ? first : null;

    private static FeatureRow Row(LabelledTip tip, Candidate first, bool isRight, double weight) => new(tip.Id, isRight, weight, [.. first.Features.Skip(1)]);

    private static List<long> LotsOf(LabelledTip tip) => [.. tip.Lots.Select(lot => long.Parse(lot, CultureInfo.InvariantCulture))];

    private static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
