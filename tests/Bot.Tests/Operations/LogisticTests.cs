using Benchmarks.Matching;
using Xunit;

namespace Bot.Tests.Operations;

/// <summary>The fitting of confidences that the benchmarks use.</summary>
public class LogisticTests
{
    [Fact]
    public void Weights_that_made_the_labels_are_found_again()
    {
        var random = new Random(5);
        var truth = new Logistic(-1, [2, -0.03, 0]);
        List<(double[], bool)> rows = [];
        for (var i = 0; i < 20_000; i++)
        {
            double[] features = [(2 * random.NextDouble()) - 1, 100 * random.NextDouble(), random.NextDouble()];
            rows.Add((features, random.NextDouble() < truth.Of(features)));
        }

        var fitted = Logistic.Fit(rows);

        Assert.Equal(-1, fitted.Constant, 0.15);
        Assert.Equal(2, fitted.Weights[0], 0.15);
        Assert.Equal(-0.03, fitted.Weights[1], 0.003);
        Assert.Equal(0, fitted.Weights[2], 0.15);
    }

    [Fact]
    public void Without_features_it_is_the_share_of_what_was_right() =>
        Assert.Equal(0.75, Logistic.Fit([([], true), ([], true), ([], true), ([], false)]).Of([]), 6);

    [Fact]
    public void What_never_changes_gets_no_weight() =>
        Assert.Equal(0, Logistic.Fit([([7, 1], true), ([7, 0], false), ([7, 1], false), ([7, 1], true)]).Weights[0], 9);

    [Fact]
    public void A_perfect_feature_stays_finite_and_a_greater_penalty_makes_it_smaller()
    {
        List<(double[], bool)> rows = [.. Enumerable.Range(0, 50).Select(i => ((double[])[i % 2], i % 2 == 1))];

        var (free, bound) = (Logistic.Fit(rows, 0.1), Logistic.Fit(rows, 10));

        Assert.True(free.Weights[0] > bound.Weights[0] && bound.Weights[0] > 0 && double.IsFinite(free.Weights[0]));
        Assert.True(free.Of([1]) > 0.98 && free.Of([0]) < 0.02);
    }

    [Fact]
    public void The_same_label_everywhere_is_no_trouble() => Assert.True(Logistic.Fit([([1], true), ([2], true)]).Of([1.5]) > 0.99);

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var random = new Random(1);
        List<(double[], bool)> rows = [.. Enumerable.Range(0, 200).Select(i => ((double[])[random.NextDouble(), i % 7], random.Next(3) == 0))];

        var (one, other) = (Logistic.Fit(rows), Logistic.Fit([.. rows.AsEnumerable().Reverse()]));

        Assert.Equal(one.Weights, other.Weights, (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Fact]
    public void A_row_of_weight_two_counts_as_two_rows()
    {
        var random = new Random(3);
        List<(double[], bool)> rows = [.. Enumerable.Range(0, 100).Select(i => ((double[])[random.NextDouble(), i % 5], random.Next(3) == 0))];

        var weighted = Logistic.Fit(rows, 1, [.. rows.Select((_, at) => at < 30 ? 2.0 : 1)]);
        var repeated = Logistic.Fit([.. rows, .. rows.Take(30)]);

        Assert.Equal(repeated.Constant, weighted.Constant, 1e-7);
        Assert.Equal(repeated.Weights, weighted.Weights, (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Fact]
    public void Every_row_needs_a_weight() => Assert.Throws<ArgumentException>(() => Logistic.Fit([([1], true), ([2], false)], 1, [1]));

    [Fact]
    public void Rows_of_different_width_are_refused() =>
        Assert.Throws<ArgumentException>(() => Logistic.Fit([([1], true), ([1, 2], false)]));
}
