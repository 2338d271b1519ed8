namespace Risk.Ocds;

/// <summary>Tukey's fences: one and a half times the distance between the quartiles beyond them. Without values all are NaN.</summary>
/// <param name="Lower">Lower quartile.</param>
/// <param name="Upper">Upper quartile.</param>
internal readonly record struct Fence(double Lower, double Upper)
{
    private const double Reach = 1.5;

    public bool HasSpread => Upper > Lower;
    public double Low => Math.FusedMultiplyAdd(Upper - Lower, -Reach, Lower);
    public double High => Math.FusedMultiplyAdd(Upper - Lower, Reach, Upper);

    public static Fence Of(double[] values)
    {
        if (values.Length == 0)
            return new Fence(double.NaN, double.NaN);
        Array.Sort(values);
        return new Fence(Quantiles.Of(values, 0.25), Quantiles.Of(values, 0.75));
    }
}
