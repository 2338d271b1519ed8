namespace Risk;

/// <summary>The one-sided runs test of Wald and Wolfowitz for several kinds: do neighbours differ more often than by chance?</summary>
internal static class RunsTest
{
    /// <summary>Probability of at least so many runs in a random order; normal approximation with continuity correction.</summary>
    /// <param name="counts">How often each kind occurs.</param>
    /// <param name="runs">Stretches of equal kinds.</param>
    public static double MoreRunsThan(IReadOnlyCollection<int> counts, int runs)
    {
        double n = counts.Sum();
        double squares = counts.Sum(count => (double)count * count), cubes = counts.Sum(count => (double)count * count * count);
        var mean = ((n * (n + 1)) - squares) / n;
        var variance = ((squares * (squares + (n * (n + 1)))) - (2 * n * cubes) - (n * n * n)) / (n * n * (n - 1));

        return variance > 0 ? UpperTail((runs - 0.5 - mean) / Math.Sqrt(variance)) : 1;
    }

    /// <summary>1 − Φ(z) by the approximation of Abramowitz and Stegun 26.2.17, within 7.5e-8.</summary>
    private static double UpperTail(double z)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(z)));
        var series = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        var tail = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * series;

        return z >= 0 ? tail : 1 - tail;
    }
}
