using Bot.Evaluation;
using Matching;

namespace Benchmarks.Matching;

/// <summary>A confidence for each part of the tips, fitted to the rows of the other parts: it never saw what it judges.</summary>
internal sealed class FoldedFit
{
    private readonly Logistic[] ofPart;

    private FoldedFit(Logistic[] ofPart) => this.ofPart = ofPart;

    public int Count => ofPart.Length;

    /// <summary>Null when a part has nothing beside it to learn from.</summary>
    public static FoldedFit? Of(IReadOnlyList<FeatureRow> rows, int count, double penalty = 1)
    {
        var elsewhere = Enumerable.Range(0, count).Select(part => rows.Where(row => Folds.PartOf(row.Id, count) != part).ToList()).ToList();
        return elsewhere.Exists(rest => rest.Count == 0) ? null : new FoldedFit([.. elsewhere.Select(rest => Fit(rest, penalty))]);
    }

    public static Logistic Fit(IReadOnlyList<FeatureRow> rows, double penalty) =>
        Logistic.Fit([.. rows.Select(row => (row.Features, row.IsRight))], penalty, [.. rows.Select(row => row.Weight)]);

    public double Of(FeatureRow row) => ofPart[Folds.PartOf(row.Id, Count)].Of(row.Features);

    /// <summary>The same answer with the fitted confidence; as it is when it has no row, because an identifier decided.</summary>
    public Marked Judge(Marked marked, FeatureRow? row)
    {
        if (row is null || marked.Answer is not { } answer)
            return marked;
        var confidence = Math.Round(Math.Min(Confidence.Surest, Of(row)), 3);
        return marked with { Answer = answer with { Confidence = confidence, Found = confidence >= TipAnswer.Probably } };
    }
}
