using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>How much a far higher price weighs: its tier and its strength.</summary>
public class UnitPriceWeightTests
{
    private static readonly decimal[] Wide = [100, 100, 100, 100, 140, 140, 140, 140, 200, 200, 200, 200];

    private static Finding Judge(Lot lot) => Judge(lot, Given.Peers(Given.Level(100)));

    private static Finding Judge(Lot lot, params IEnumerable<Contract> peers) => Given.File(lot).In(new World { Contracts = [.. peers] }).Finding("KZ-01");

    [Fact]
    public void Only_a_price_beyond_the_wider_fence_is_more_than_context()
    {
        var group = Judge(Given.Lot(), Given.Peers(Wide)).Benchmark!;
        var clear = (decimal)((double)group.UpperQuartile * Math.Pow((double)(group.Fence / group.UpperQuartile), 2.2 / 1.5));

        Assert.Equal(Tier.T3, Judge(Given.Lot() with { UnitPrice = group.Fence }, Given.Peers(Wide)).Tier);
        Assert.Equal(Tier.T3, Judge(Given.Lot() with { UnitPrice = decimal.Floor(clear) }, Given.Peers(Wide)).Tier);
        Assert.Equal(Tier.T2, Judge(Given.Lot() with { UnitPrice = decimal.Ceiling(clear) }, Given.Peers(Wide)).Tier);
    }

    [Theory]
    [InlineData(12, 0, 1, Tier.T2)]
    [InlineData(12, 1, 1, Tier.T2)]       // one other is always allowed
    [InlineData(12, 2, 1, Tier.T3)]
    [InlineData(12, 2, .9, Tier.T3)]      // nine tenths of the price are nearly as much
    [InlineData(12, 2, .8999, Tier.T2)]
    [InlineData(100, 3, 1, Tier.T2)]      // three in a hundred
    [InlineData(100, 4, 1, Tier.T3)]
    [InlineData(99, 3, 1, Tier.T3)]
    public void What_several_others_pay_as_well_is_a_price_of_the_thing(int count, int asDear, double share, Tier expected)
    {
        var peers = Given.Peers([.. Enumerable.Repeat(100m, count - asDear), .. Enumerable.Repeat(500 * (decimal)share, asDear)]);

        Assert.Equal((State.Fired, expected), (Judge(Given.Lot() with { UnitPrice = 500 }, peers).State, Judge(Given.Lot() with { UnitPrice = 500 }, peers).Tier));
        var own = Given.Peers(Enumerable.Repeat(600m, 9).ToArray()).Select(p => p with { Id = p.Id + 900, BuyerBin = Given.Buyer });
        Assert.Equal(expected, Judge(Given.Lot() with { UnitPrice = 500 }, [.. peers, .. own]).Tier);
    }

    [Fact]
    public void The_strength_is_full_at_three_times_the_median()
    {
        Assert.Equal(0.25, Judge(Given.Lot() with { UnitPrice = 150 }).Strength, 6);
        Assert.Equal(1, Judge(Given.Lot() with { UnitPrice = 300 }).Strength, 6);
        Assert.Equal(1, Judge(Given.Lot() with { UnitPrice = 900 }).Strength, 6);
    }

    [Theory]
    [InlineData(1.5, 0)]        // at the fence of context
    [InlineData(2.4, .5)]       // half way
    [InlineData(3.3, 1)]        // half as far again as the wider fence, which lies at 2.2
    [InlineData(4, 1)]
    public void In_a_group_that_scatters_the_strength_grows_with_the_distance_from_it(double steps, double expected)
    {
        decimal[] wide = [80, 80, 80, 80, 100, 100, 100, 100, 125, 125, 125, 125];
        var group = Judge(Given.Lot(), Given.Peers(wide)).Benchmark!;
        var step = Math.Log((double)(group.Fence / group.UpperQuartile)) / 1.5;
        var price = decimal.Round(group.UpperQuartile * (decimal)Math.Exp(steps * step), 2) + 0.01m;

        Assert.Equal(expected, Judge(Given.Lot() with { UnitPrice = price }, Given.Peers(wide)).Strength, 3);
    }
}
