namespace Bot.Evaluation;

/// <summary>Shares and means that are 0 where there is nothing.</summary>
internal static class Shares
{
    public static double Of<T>(IEnumerable<T> things, Func<T, bool> isSo) => Mean(things, thing => isSo(thing) ? 1 : 0);

    public static double Mean<T>(IEnumerable<T> things, Func<T, double> value) => things.Select(value).DefaultIfEmpty(0).Average();

    /// <summary>The value below which a share of them lies; null when there are none.</summary>
    public static double? At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }
}
