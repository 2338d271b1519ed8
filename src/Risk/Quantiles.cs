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
        var place = ((sorted.Count + (1.0 / 3)) * share) + (1.0 / 3);
        var below = Math.Clamp((int)Math.Floor(place), 1, sorted.Count);
        var above = Math.Clamp(below + 1, 1, sorted.Count);
        var part = Math.Clamp(place - below, 0, 1);

        return sorted[below - 1] + (part * (sorted[above - 1] - sorted[below - 1]));
    }
}
