using Bot.Evaluation;

namespace Benchmarks.Matching;

/// <summary>
/// The same figures on each of a few parts of the tips. A part's threshold is chosen on the other parts, so that "5 % false finds" is
/// tried on tips that had no say in it. Which part a tip belongs to follows from its id alone.
/// </summary>
internal static class Folds
{
    private static readonly Figure[] Finding =
    [
        new("recall first", part => Shares.Of(part.Here.Where(m => m.Tip.HasLot), m => m.IsFirst)),
        new("recall among five", part => Shares.Of(part.Here.Where(m => m.Tip.HasLot), m => m.Rank < 5)),
    ];

    private static readonly Figure[] Sureness =
    [
        new("Brier", part => Scores.Of(part.Here).Brier),
        new("false finds at the others' threshold", part => At(part)?.FalseFinds),
        new("answered there", part => At(part)?.Answered),
        new("right first there", part => At(part)?.RightFirst),
    ];

    private sealed record Part(IReadOnlyList<Marked> Here, IReadOnlyList<Marked> Elsewhere);

    private sealed record Figure(string Name, Func<Part, double?> Of);

    public static IReadOnlyList<object> Of(IReadOnlyList<Marked> marked, int count) => Spread(marked, count, [.. Finding, .. Sureness]);

    /// <summary>Only what hangs on the confidence.</summary>
    public static IReadOnlyList<object> OfConfidence(IReadOnlyList<Marked> marked, int count) => Spread(marked, count, Sureness);

    /// <summary>FNV-1a of the id: the same on every machine.</summary>
    public static int PartOf(string id, int count) =>
        (int)(id.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u)) % (uint)count);

    private static IReadOnlyList<object> Spread(IReadOnlyList<Marked> marked, int count, Figure[] figures)
    {
        var parts = Enumerable.Range(0, count).Select(at => new Part([.. marked.Where(m => PartOf(m.Tip.Id, count) == at)],
            [.. marked.Where(m => PartOf(m.Tip.Id, count) != at)])).Where(part => part.Here.Any(m => m.Tip.HasLot)).ToList();
        return [.. figures.Select(figure => Spread(figure.Name, [.. parts.Select(figure.Of).OfType<double>()])).OfType<object>()];
    }

    private static OperatingPoint? At(Part part) =>
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
