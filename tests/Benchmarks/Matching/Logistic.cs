namespace Benchmarks.Matching;

/// <summary>
/// A logistic fitted to what was right and what was not: from a few numbers about a candidate to the chance that it is the right one.
/// Maximum likelihood with a penalty on the weights (not on the constant), by Newton's steps. Numbers are brought to one scale while
/// fitting, so that one penalty suits them all; the weights that come out are for the numbers as given.
/// </summary>
/// <param name="Constant">Log odds when all features are 0.</param>
/// <param name="Weights">Log odds for one more of each feature.</param>
public sealed record Logistic(double Constant, IReadOnlyList<double> Weights)
{
    private const int MostSteps = 100;
    private const double Still = 1e-9;

    /// <summary>Between 0 and 1.</summary>
    public double Of(IReadOnlyList<double> features) => 1 / (1 + Math.Exp(-(Constant + Weights.Zip(features, (weight, value) => weight * value).Sum())));

    /// <param name="rows">At least one; each with the same number of features.</param>
    /// <param name="penalty">How strongly weights are drawn to 0, as if by so many rows; above 0, so that there is always one answer.</param>
    /// <param name="weights">For how many rows each counts, above 0; null for one each.</param>
    public static Logistic Fit(IReadOnlyList<(double[] Features, bool Label)> rows, double penalty = 1, IReadOnlyList<double>? weights = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rows.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(penalty);
        var width = rows[0].Features.Length;
        if (rows.Any(row => row.Features.Length != width))
            throw new ArgumentException("Every row needs the same number of features.", nameof(rows));
        if (weights is not null && (weights.Count != rows.Count || weights.Any(weight => weight <= 0)))
            throw new ArgumentException("Every row needs a weight above 0.", nameof(weights));
        var counts = weights ?? [.. rows.Select(_ => 1.0)];
        var (means, scales) = Scales(rows, counts, width);
        var points = rows.Select((row, at) => new Point([1, .. row.Features.Select((value, i) => (value - means[i]) / scales[i])],
            row.Label, counts[at])).ToList();
        var found = new double[width + 1];
        for (var step = 0; step < MostSteps && Improve(points, found, penalty) > Still; step++)
        {
        }

        var own = found.Skip(1).Select((weight, i) => weight / scales[i]).ToArray();
        return new Logistic(found[0] - own.Select((weight, i) => weight * means[i]).Sum(), own);
    }

    /// <summary>A row brought to one scale, and how often it counts.</summary>
    private sealed record Point(double[] Values, bool Label, double Count);

    private static (double[] Means, double[] Scales) Scales(
        IReadOnlyList<(double[] Features, bool Label)> rows, IReadOnlyList<double> counts, int width)
    {
        var all = counts.Sum();
        var means = Enumerable.Range(0, width).Select(i => Mean(row => row[i])).ToArray();
        var scales = means.Select((mean, i) => Math.Sqrt(Mean(row => Math.Pow(row[i] - mean, 2)))).Select(s => s > 1e-12 ? s : 1);
        return (means, [.. scales]);

        double Mean(Func<double[], double> of) => rows.Select((row, at) => counts[at] * of(row.Features)).Sum() / all;
    }

    /// <summary>One Newton step, halved until the loss does not grow. Returns how far the weights moved.</summary>
    private static double Improve(List<Point> points, double[] weights, double penalty)
    {
        var size = weights.Length;
        var (gradient, curvature) = (new double[size], new double[size, size]);
        for (var i = 1; i < size; i++)
            (gradient[i], curvature[i, i]) = (penalty * weights[i], penalty);
        curvature[0, 0] = 1e-9;    // all labels equal: the constant still has an end
        foreach (var point in points)
        {
            var chance = 1 / (1 + Math.Exp(-Dot(weights, point.Values)));
            for (var i = 0; i < size; i++)
            {
                gradient[i] += point.Count * (chance - (point.Label ? 1 : 0)) * point.Values[i];
                for (var j = 0; j < size; j++)
                    curvature[i, j] += point.Count * chance * (1 - chance) * point.Values[i] * point.Values[j];
            }
        }

        var step = Solved(curvature, gradient);
        var before = Loss(points, weights, penalty);
        for (var share = 1.0; share > Still; share /= 2)
        {
            var moved = weights.Select((weight, i) => weight - (share * step[i])).ToArray();
            if (Loss(points, moved, penalty) > before)
                continue;
            moved.CopyTo(weights, 0);
            return share * step.Max(Math.Abs);
        }

        return 0;
    }

    private static double Loss(List<Point> points, double[] weights, double penalty)
    {
        var loss = weights.Skip(1).Sum(weight => penalty * weight * weight / 2);
        foreach (var point in points)
        {
            var z = Dot(weights, point.Values) * (point.Label ? 1 : -1);
            loss += point.Count * (z > 0 ? Math.Log(1 + Math.Exp(-z)) : Math.Log(1 + Math.Exp(z)) - z);
        }

        return loss;
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }

    /// <summary>Gauss with the largest pivot.</summary>
    private static double[] Solved(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var (m, x) = ((double[,])matrix.Clone(), (double[])right.Clone());
        for (var at = 0; at < size; at++)
        {
            var pivot = Enumerable.Range(at, size - at).MaxBy(row => Math.Abs(m[row, at]));
            for (var column = 0; column < size; column++)
                (m[at, column], m[pivot, column]) = (m[pivot, column], m[at, column]);
            (x[at], x[pivot]) = (x[pivot], x[at]);
            for (var row = 0; row < size; row++)
            {
                if (row == at)
                    continue;
                var factor = m[row, at] / m[at, at];
                for (var column = at; column < size; column++)
                    m[row, column] -= factor * m[at, column];
                x[row] -= factor * x[at];
            }
        }

        return [.. x.Select((value, i) => value / m[i, i])];
    }
}
