using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class QuantilesTests
{
    [Theory]
    [InlineData(0.25, 1.6666666667)]    // place (4 + 1/3) / 4 + 1/3 = 1.41667; 1 + 0.41667 * (2.6 - 1)
    [InlineData(0.5, 3.8)]              // place 2.5; 2.6 + 0.5 * (5 - 2.6)
    [InlineData(0.75, 6.75)]            // place 3.58333; 5 + 0.58333 * (8 - 5)
    [InlineData(0, 1)]
    [InlineData(1, 8)]
    public void Quantiles_are_of_type_eight(double share, double expected) =>
        Assert.Equal(expected, Quantiles.Of([1, 2.6, 5, 8], share), 8);

    [Fact]
    public void One_value_is_every_quantile() => Assert.Equal(7, Quantiles.Of([7], 0.75));

    [Theory]
    [InlineData(0.25, -21)]
    [InlineData(0.75, double.PositiveInfinity)]
    public void Beyond_the_ends_are_the_ends_even_without_end(double share, double expected) =>
        Assert.Equal(expected, Quantiles.Of([-21, double.PositiveInfinity], share));

    [Fact]
    public void No_values_have_none() => Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([], 0.5));
}
