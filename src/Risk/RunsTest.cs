using System.Numerics;

namespace Risk;

/// <summary>The one-sided runs test for several kinds: do neighbours differ more often than in a random order of the same things?</summary>
/// <remarks>
/// The exact share of all orders, not the normal curve: over a dozen lots that curve calls the strictest turn of three firms twice as
/// likely as it is, since there is nothing beyond it. Of one kind cut into blocks, C(count − 1, blocks − 1) ways; blocks of all kinds stand
/// in any order; blocks of a kind that touch are one run, which inclusion and exclusion takes out.
/// </remarks>
internal static class RunsTest
{
    private const int MostExact = 100;    // beyond it the curve is right to a thousandth, and the exact numbers grow long

    /// <summary>Share of the orders with at least so many runs.</summary>
    /// <param name="counts">How often each kind occurs.</param>
    /// <param name="runs">Stretches of equal kinds.</param>
    public static double MoreRunsThan(IReadOnlyCollection<int> counts, int runs)
    {
        if (counts.Sum() > MostExact)
        {
            return ByCurve(counts, runs);
        }

        var (n, choose) = (counts.Sum(), Pascal(counts.Sum()));
        var ways = WaysToCut(counts, choose);
        var (all, many) = (ways[n], BigInteger.Zero);
        for (var exactly = Math.Max(runs, 1); exactly <= n; exactly++)
            for (var blocks = 1; blocks <= exactly; blocks++)
                many += (((exactly - blocks) & 1) == 0 ? 1 : -1) * choose[n - blocks][exactly - blocks] * ways[blocks];

        return Math.Exp(BigInteger.Log(BigInteger.Max(many, 1)) - BigInteger.Log(all)) * (many.IsZero ? 0 : 1);
    }

    /// <summary>By number of blocks: the ways to cut every kind into blocks and to put them in a row.</summary>
    private static BigInteger[] WaysToCut(IReadOnlyCollection<int> counts, BigInteger[][] choose)
    {
        var (ways, before) = (new BigInteger[choose.Length], 0);
        ways[0] = 1;
        foreach (var count in counts)
        {
            var more = new BigInteger[ways.Length];
            for (var blocks = 0; blocks <= before; blocks++)
                for (var own = 1; own <= count; own++)
                    more[blocks + own] += ways[blocks] * choose[count - 1][own - 1] * choose[blocks + own][own];
            (ways, before) = (more, before + count);
        }

        return ways;
    }

    /// <summary>Wald and Wolfowitz: the normal curve with continuity correction.</summary>
    private static double ByCurve(IReadOnlyCollection<int> counts, int runs)
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

    private static BigInteger[][] Pascal(int n)
    {
        var rows = new BigInteger[n + 1][];
        for (var row = 0; row <= n; row++)
        {
            rows[row] = new BigInteger[row + 1];
            for (var place = 0; place <= row; place++)
                rows[row][place] = place == 0 || place == row ? 1 : rows[row - 1][place - 1] + rows[row - 1][place];
        }

        return rows;
    }
}
