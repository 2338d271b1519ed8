namespace Risk.Pictures;

/// <summary>
/// A price beside the prices it was compared with, on a scale where the same distance is the same number of times. Dots: the others'
/// prices; band: from the usual one to the end of the ordinary ones; diamond: the price in question.
/// </summary>
public static class PricePicture
{
    private const int Width = 640, Height = 162, Left = 40, Right = 600, Axis = 86;
    private const double Spread = 14;    // how far dots step aside, so that equal prices are seen as many

    /// <summary>The words of the picture in one language; numbers already in them.</summary>
    /// <param name="Title">All that the picture says, as a sentence.</param>
    /// <param name="Usual">Label of the median, <paramref name="Fence"/> of the upper end of ordinary prices, <paramref name="Own"/> of the price.</param>
    public sealed record Labels(string Title, string Usual, string Fence, string Own);

    /// <param name="price">Tenge for one unit, above zero; prices likewise, at least one.</param>
    public static string Draw(decimal price, Benchmark benchmark, IReadOnlyList<decimal> others, Labels labels)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(labels);
        var least = Math.Log((double)others.Append(price).Append(benchmark.Median).Min());
        var most = Math.Log((double)others.Append(price).Append(benchmark.Fence).Max());
        var svg = new Svg(Width, Height, labels.Title);
        svg.Line(Left, Axis, Right, Axis, Svg.Quiet);
        svg.Box(Place(benchmark.Median), Axis - 6, Math.Max(Place(benchmark.Fence) - Place(benchmark.Median), 2), 12, Svg.Band);
        foreach (var (other, index) in others.Select((other, index) => (other, index)))
            svg.Dot(Place(other), Axis + ((index % 5) - 2) * Spread / 2, 4, Svg.Dots, 0.55);
        Tick(benchmark.Median, labels.Usual, Axis + 44);
        Tick(benchmark.Fence, labels.Fence, Axis + 66);
        svg.Line(Place(price), Axis - 40, Place(price), Axis, Svg.Mark, 2);
        svg.Diamond(Place(price), Axis, 9, Svg.Mark);
        svg.Label(Place(price), Axis - 48, labels.Own, Svg.Mark);
        return svg.ToString();

        double Place(decimal tenge) => most > least ? Left + ((Math.Log((double)tenge) - least) / (most - least) * (Right - Left)) : (Left + Right) / 2.0;

        void Tick(decimal at, string words, double y)
        {
            svg.Line(Place(at), Axis, Place(at), y - 12, Svg.Quiet, 1, dashed: true);
            svg.Label(Place(at), y, words);
        }
    }
}
