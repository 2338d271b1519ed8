using Matching.Memory;
using Xunit;

namespace Library.Tests.Matching.Memory;

public class ScaleTests
{
    private const double Bucket = 0.00995;

    [Fact]
    public void The_share_of_values_near_one_is_as_by_counting()
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 5000).Select(_ => Math.Exp(5 + 14 * random.NextDouble())).ToList();
        var scale = Filled(values);
        foreach (var value in values.Take(50))
        {
            foreach (var off in (double[])[0.012, 0.06, 0.12, 0.3])
            {
                var reach = Math.Max(1, Math.Round(off / Bucket)) * Bucket;
                Assert.InRange(scale.Share(value, off), Counted(values, value, reach - 1e-9), Counted(values, value, reach + Bucket + 1e-9));
            }
        }
    }

    [Fact]
    public void A_value_that_no_lot_has_is_rarer_than_any_and_never_impossible()
    {
        var scale = Filled([100, 100, 200]);
        Assert.Equal(0.25, scale.Share(5_000_000, 0.01));
        Assert.Equal(0.75, scale.Share(100, 0.01));
        Assert.Equal(1, new Scale().Share(100, 0.01));
    }

    [Fact]
    public void What_is_forgotten_counts_no_more()
    {
        var scale = Filled([100, 100, 200]);
        scale.Forget(100);
        Assert.Equal(2.0 / 3, scale.Share(100, 0.01));
        scale.Forget(100);
        scale.Forget(200);
        Assert.Equal(1, scale.Share(200, 0.01));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void An_unknown_value_is_neither_counted_nor_forgotten(double value)
    {
        var scale = Filled([100]);
        scale.Add(value, 7);
        scale.Forget(value);
        Assert.Equal(1, scale.Share(100, 0.01));
        Assert.Equal(0.5, scale.Share(7_000, 0.01));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(999.99)]
    [InlineData(41_200_000)]
    [InlineData(0.0001)]
    [InlineData(1e-30)]
    [InlineData(1e13)]
    [InlineData(7e28)]
    public void A_row_is_found_by_a_value_within_one_per_cent(double value)
    {
        var scale = Filled([3, 5_000, 1e9]);
        scale.Add(value, 99);
        Assert.Contains(99, Near(scale, value));
        Assert.Contains(99, Near(scale, value * 1.009));
        Assert.Contains(99, Near(scale, value * 0.991));
    }

    [Fact]
    public void A_row_of_another_size_is_not_found() => Assert.Empty(Near(Filled([100, 104, 96]), 5_000));

    [Fact]
    public void A_scale_comes_back_from_a_file_and_grows_on()
    {
        var again = InFile.Again(Filled([100, 100, 200]).Write, Scale.Read);
        Assert.Equal(0.75, again.Share(100, 0.01));
        Assert.Equal([0, 1], Near(again, 100));
        again.Add(100, 3);
        Assert.Equal([0, 1, 3], Near(again, 100));
        Assert.Equal(0.8, again.Share(100, 0.01));
    }

    private static Scale Filled(List<double> values)
    {
        var scale = new Scale();
        for (var row = 0; row < values.Count; row++)
            scale.Add(values[row], row);
        return scale;
    }

    private static double Counted(List<double> values, double value, double reach) =>
        (values.Count(other => Math.Abs(Math.Log(other / value)) <= reach) + 1.0) / (values.Count + 1);

    private static List<int> Near(Scale scale, double value)
    {
        var rows = new List<int>();
        foreach (var bucket in Scale.Near(value))
        {
            foreach (var run in scale.RowsOf(bucket))
                rows.AddRange(run);
        }

        return rows;
    }
}
