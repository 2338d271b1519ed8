using System.Globalization;
using Bot.Operations;

namespace Benchmarks.Matching;

/// <summary>
/// Fits the weights of a confidence to a file of rows, tab-separated under a header: id, label (1 right, 0 not), then the features. Prints
/// the weights, and how well weights fitted to the other parts of the rows do on each part.
/// </summary>
internal static class FitTool
{
    private sealed record Row(string Id, bool Label, double[] Features);

    public static Task<int> Run(string[] args)
    {
        if (args is not [var path, ..] || !File.Exists(path))
        {
            Console.Error.WriteLine("fit needs a file of rows: id, label, features, tab-separated under a header.");
            return Task.FromResult(2);
        }

        var names = File.ReadLines(path).First().Split('\t')[2..];
        var rows = File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'))
            .Select(cells => new Row(cells[0], cells[1] == "1", [.. cells[2..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))])).ToList();
        var penalty = args.Number("--penalty", 1);
        var folds = args.Number("--folds", 5);
        var fitted = Fitted(rows, penalty);
        var apart = rows.Select(row => (Row: row, Part: Folds.PartOf(row.Id, folds))).GroupBy(row => row.Part)
            .SelectMany(part => Judged(Fitted([.. rows.Where(row => Folds.PartOf(row.Id, folds) != part.Key)], penalty), part.Select(row => row.Row)));
        var figures = new
        {
            rows = rows.Count,
            fitted.Constant,
            weights = names.Zip(fitted.Weights).ToDictionary(pair => pair.First, pair => pair.Second),
            brier = Brier(Judged(fitted, rows)),
            brierOfFolds = Brier(apart),
        };
        Say.Line($"constant {fitted.Constant:F3}");
        foreach (var (name, weight) in figures.weights)
            Say.Line($"{name,-24} {weight:F3}");
        Say.Line($"Brier {figures.brier:F4}; on rows that had no say in the weights ({folds} folds) {figures.brierOfFolds:F4}");
        return Task.FromResult(TemporaryHouse.Print(figures));
    }

    private static Logistic Fitted(List<Row> rows, double penalty) => Logistic.Fit([.. rows.Select(row => (row.Features, row.Label))], penalty);

    private static IEnumerable<(double Said, bool Label)> Judged(Logistic fitted, IEnumerable<Row> rows) =>
        rows.Select(row => (fitted.Of(row.Features), row.Label));

    private static double Brier(IEnumerable<(double Said, bool Label)> judged) =>
        Shares.Mean(judged, pair => Math.Pow(pair.Said - (pair.Label ? 1 : 0), 2));
}
