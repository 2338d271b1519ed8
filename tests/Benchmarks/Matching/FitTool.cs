using System.Globalization;
using Bot.Evaluation;

namespace Benchmarks.Matching;

/// <summary>
/// Fits the weights of a confidence to a file of rows, as `matching --rows` writes it. Prints the coefficients, and how well those fitted
/// to the other parts of the rows do on each part.
/// </summary>
internal static class FitTool
{
    public static Task<int> Run(string[] args)
    {
        if (args is not [var path, ..] || !File.Exists(path))
            return Complain("fit needs a file of rows, as matching --rows FILE writes it.");
        try
        {
            var (names, rows) = FeatureRows.Read(path);
            return Task.FromResult(Fit(names, rows, args.Number("--penalty", 1), args.Number("--folds", 5)));
        }
        catch (Exception wrong) when (wrong is BadFileException or FormatException)
        {
            return Complain(wrong.Message);
        }
    }

    private static int Fit(string[] names, List<FeatureRow> rows, int penalty, int count)
    {
        var all = FoldedFit.Fit(rows, penalty);
        double[] coefficients = [.. all.Weights.Prepend(all.Constant).Select(value => Math.Round(value, 3))];
        foreach (var (name, value) in names.Prepend("constant").Zip(coefficients))
            Say.Line($"{name,-24} {value,8:F3}");
        Say.Line($"Coefficients = [{string.Join(", ", coefficients.Select(value => value.ToString(CultureInfo.InvariantCulture)))}];");
        var own = Judgement.On("all rows, which it was fitted to", rows, row => all.Of(row.Features));
        var folded = FoldedFit.Of(rows, count, penalty);
        return TemporaryHouse.Print(new
        {
            rows = rows.Count,
            right = rows.Count(row => row.IsRight),
            coefficients,
            own,
            elsewhere = folded is null ? null : Judgement.On("all rows, each by the other folds", rows, row => folded.Of(row)),
            folds = folded is null ? null : rows.GroupBy(row => Folds.PartOf(row.Id, count)).OrderBy(part => part.Key)
                .Select(part => Judgement.On($"fold {part.Key + 1}", [.. part], row => folded.Of(row))).ToList(),
        });
    }

    private static Task<int> Complain(string line)
    {
        Console.Error.WriteLine(line);
        return Task.FromResult(2);
    }
}

/// <summary>How good a confidence is on rows, each counted by its weight.</summary>
/// <param name="Brier">Mean squared distance between what was said and what was so.</param>
internal sealed record Judgement(string Of, int Rows, double Brier, IReadOnlyList<ReliabilityBin> Reliability)
{
    private const int Bins = 5;

    public static Judgement On(string name, IReadOnlyList<FeatureRow> rows, Func<FeatureRow, double> say)
    {
        var judged = rows.Select(row => (Said: say(row), Was: row.IsRight ? 1.0 : 0, row.Weight)).ToList();
        var brier = judged.Sum(j => j.Weight * Math.Pow(j.Said - j.Was, 2)) / judged.Sum(j => j.Weight);
        var bins = judged.GroupBy(j => Math.Min(Bins - 1, (int)(j.Said * Bins))).OrderBy(bin => bin.Key).Select(bin => new ReliabilityBin(
            (double)bin.Key / Bins, bin.Sum(j => j.Weight * j.Said) / bin.Sum(j => j.Weight), bin.Sum(j => j.Weight * j.Was) / bin.Sum(j => j.Weight),
            bin.Count())).ToList();
        Say.Line($"{name}: {rows.Count} rows, Brier {brier:F4}");
        foreach (var bin in bins)
            Say.Line($"  said {bin.Said:F2}  was right {bin.WasRight:F2}  n={bin.Tips}");
        return new Judgement(name, rows.Count, brier, bins);
    }
}
