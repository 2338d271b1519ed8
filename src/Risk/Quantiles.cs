namespace Risk;

/// <summary>Quantiles by Hyndman and Fan, type 8: median-unbiased whatever the distribution. As in Cardinal.</summary>
public static class Quantiles
{
    /// <param name="sorted">Values in ascending order, at least one.</param>
    /// <param name="share">0 to 1; 0.25 is the lower quartile.</param>
    public static double Of(IReadOnlyList<double> sorted, double share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Count);
        var (below, above, part) = PlaceOf(sorted.Count, share);

        return part > 0 && above > below ? sorted[below] + (part * (sorted[above] - sorted[below])) : sorted[below];
    }

    /// <summary>Between which two of so many sorted values a quantile lies, and how far from the lower one to the upper.</summary>
    internal static (int Below, int Above, double Part) PlaceOf(int count, double share)
    {
        var place = ((count + (1.0 / 3)) * share) + (1.0 / 3);
        var below = Math.Clamp((int)Math.Floor(place), 1, count);

        return (below - 1, Math.Min(below, count - 1), Math.Clamp(place - below, 0, 1));
    }
}
