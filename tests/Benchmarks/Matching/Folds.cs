using Bot.Operations;

namespace Benchmarks.Matching;

/// <summary>
/// The same figures on each of a few parts of the tips. A part's threshold is chosen on the other parts, so that "5 % false finds" is
/// tried on tips that had no say in it. Which part a tip belongs to follows from its id alone.
/// </summary>
internal static class Folds
{
    public static IReadOnlyList<object> Of(IReadOnlyList<Marked> marked, int count)
    {
        var parts = Enumerable.Range(0, count).Select(part => (Here: marked.Where(m => PartOf(m.Tip.Id, count) == part).ToList(),
            Elsewhere: marked.Where(m => PartOf(m.Tip.Id, count) != part).ToList())).Where(part => part.Here.Any(m => m.Tip.HasLot)).ToList();
        (string Name, Func<(List<Marked> Here, List<Marked> Elsewhere), double?> Of)[] figures =
        [
            ("recall first", part => Shares.Of(part.Here.Where(m => m.Tip.HasLot), m => m.IsFirst)),
            ("recall among five", part => Shares.Of(part.Here.Where(m => m.Tip.HasLot), m => m.Rank < 5)),
            ("Brier", part => Scores.Of(part.Here).Brier),
            ("false finds at the others' threshold", part => At(part)?.FalseFinds),
            ("answered there", part => At(part)?.Answered),
            ("right first there", part => At(part)?.RightFirst),
        ];
        return [.. figures.Select(figure => Spread(figure.Name, [.. parts.Select(figure.Of).OfType<double>()])).OfType<object>()];
    }

    /// <summary>FNV-1a of the id: the same on every machine.</summary>
    public static int PartOf(string id, int count) =>
        (int)(id.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u)) % (uint)count);

    private static OperatingPoint? At((List<Marked> Here, List<Marked> Elsewhere) part) =>
        OperatingPoint.ThresholdOf(part.Elsewhere) is { } threshold && part.Here.Any(m => !m.Tip.HasLot) ? OperatingPoint.At(threshold, part.Here) : null;

    private static object? Spread(string name, List<double> values)
    {
        if (values.Count == 0)
            return null;
        var mean = values.Average();
        var deviation = values.Count > 1 ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)) : 0;
        Say.Line($"  {values.Count} folds: {name,-38} mean {mean:F3}  from {values.Min():F3} to {values.Max():F3}  deviation {deviation:F3}");
        return new { name, mean, deviation, folds = values };
    }
}
