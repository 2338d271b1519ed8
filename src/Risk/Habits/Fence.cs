namespace Risk.Habits;

/// <summary>Where the ordinary values of a group end (Tukey). Without any spread there is no end to speak of.</summary>
internal readonly record struct Fence(int Count, double Median, double UpperQuartile, double Spread)
{
    public static Fence Of(List<double> values)
    {
        if (values.Count == 0)
            return default;
        values.Sort();
        var (lower, upper) = (Quantiles.Of(values, 0.25), Quantiles.Of(values, 0.75));
        return new Fence(values.Count, Quantiles.Of(values, 0.5), upper, upper - lower);
    }

    public bool IsUsable(int least) => Count >= least && Spread > 0;

    public double Upper(double factor) => UpperQuartile + (factor * Spread);

    public Benchmark Told(string level, double factor) =>
        new(level, Count, Count, (decimal)Math.Round(Median, 4), (decimal)Math.Round(UpperQuartile, 4), (decimal)Math.Round(Upper(factor), 4));
}
