using Risk;

namespace Benchmarks.Schemes;

/// <summary>
/// Two price rules as they are often built: over all goods, works and services of one code and unit, planned prices of all lots, no
/// packs, no seasons, no regard for money or quantity. A rule "by the median" and a rule "by raw quartiles".
/// </summary>
internal sealed class PriceRival(string name, Func<double[], double> limit, int least) : IEngine
{
    private const int Medium = 2;
    private const double ThirtyPercent = 1.3, Tukey = 1.5;

    public string Name => name;

    /// <summary>More than 30 % over the median of at least five.</summary>
    public static PriceRival OverMedian() => new("30 % over the median", sorted => ThirtyPercent * At(sorted, .5), 5);

    /// <summary>Raw Tukey fences: Q3 + 1.5 times the distance of the quartiles.</summary>
    public static PriceRival Fences() => new("raw Tukey fences",
        sorted => At(sorted, .75) + (Tukey * (At(sorted, .75) - At(sorted, .25))), 5);

    public IEnumerable<Verdict> Judge(Market market)
    {
        foreach (var group in market.Lots.Where(lot => lot is { UnitPrice: > 0, Enstru: not null })
            .GroupBy(lot => (lot.Enstru, lot.UnitCode)))
        {
            var sorted = group.Select(lot => (double)lot.UnitPrice!.Value).Order().ToArray();
            if (sorted.Length < least || limit(sorted) is var fence && fence <= 0)
                continue;
            foreach (var lot in group.Where(lot => (double)lot.UnitPrice!.Value > limit(sorted)))
            {
                var times = (double)lot.UnitPrice!.Value / At(sorted, .5);
                yield return new Verdict(Subject.Lot(lot.Id), Medium, times,
                    [new Sign("KZ-01", Tier.T2, Math.Clamp((times - 1) / 2, 0, 1))]);
            }
        }
    }

    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
