using Procurement;
using Risk;
using Risk.Habits;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Where the second tier of KZ-01 begins, by how far the prices of the very store stray.</summary>
public class PriceTailsTests
{
    private const double Theory = 2.2, Least = 1.5;
    private static readonly PriceRule Rule = Catalogue.Current.Rules.Price;

    /// <summary>Exponential on both sides of the median: heavy tails.</summary>
    private static double Heavy(double share) => share < .5 ? Math.Log(2 * share) : -Math.Log(2 * (1 - share));

    /// <summary>As often here as there, and nothing beyond.</summary>
    private static double Even(double share) => share - .5;

    /// <summary>Logistic: tails between the two, nearly normal in the middle.</summary>
    private static double Usual(double share) => Math.Log(share / (1 - share));

    /// <summary>So many prices of each of so many things, drawn as a distribution says; each counts for its region and for the country.</summary>
    private static List<Contract> Prices(Func<double, double> quantile, int things, int each, double scale = .3, string place = "711010000")
    {
        var chance = new Random(20261122);
        return [.. from thing in Enumerable.Range(1, things)
            from number in Enumerable.Range(0, each)
            let price = decimal.Round(10_000 * (decimal)Math.Exp(scale * quantile(.0005 + (.999 * chance.NextDouble()))), 2)
            select (Given.Peer(price, number % 300) with { Id = 100_000 + (1000 * thing) + number }).Of(item => item with
            {
                Enstru = $"172314.900.{thing:000000}",
                Places = [place],
            })];
    }

    private static PriceTails Of(IEnumerable<Contract> contracts) => PriceTails.Of(new World { Contracts = [.. contracts] }.AsOf(Given.AsOf));

    [Fact]
    public void The_heavier_the_tails_the_further_out_one_of_three_hundred_lies()
    {
        var heavy = Of(Prices(Heavy, 25, 200)).FactorFor(200);

        Assert.InRange(heavy, 2.9, 3.7);                  // ln(.25 / .003) / ln 4 = 3.19 of an exponential tail
        Assert.InRange(Of(Prices(Usual, 25, 200)).FactorFor(200), 2, heavy - .3);
        Assert.Equal(heavy, Of(Prices(Heavy, 25, 200, scale: .5)).FactorFor(200));    // steps, not tenge
    }

    /// <summary>So many things with these prices each.</summary>
    private static IEnumerable<Contract> Groups(int things, int first, params decimal[] prices) =>
        from thing in Enumerable.Range(first, things)
        from number in Enumerable.Range(0, prices.Length)
        select (Given.Peer(prices[number], number) with { Id = 100_000 + (1000 * thing) + number })
            .Of(item => item with { Enstru = $"172314.900.{thing:000000}" });

    [Theory]
    [InlineData(12)]    // as few as a comparison needs
    [InlineData(13)]
    [InlineData(14)]
    public void Each_price_is_held_against_the_others_of_its_group(int each)
    {
        var prices = Prices(Heavy, 450, each);

        Assert.Equal(Plainly(prices), Of(prices).FactorFor(each), 9);
    }

    /// <summary>The same worked out the long way: without each price in turn, quartiles of all the others.</summary>
    private static double Plainly(List<Contract> prices)
    {
        List<double> steps = [];
        foreach (var thing in prices.GroupBy(one => one.Items[0].Enstru))
        {
            List<double> all = [.. thing.Select(one => Math.Log((double)one.Items[0].UnitPrice!)).Order()];
            if (Spread(all) is var spread && (spread < Rule.LeastSpread || spread > Math.Log(Rule.WidestGroup)))
                continue;
            var slip = Quantiles.Of(all, .5) + Math.Log((double)Rule.SuspectRatio);
            all.RemoveAll(one => one > slip);
            for (var at = 0; at < all.Count; at++)
            {
                List<double> others = [.. all[..at], .. all[(at + 1)..]];
                var step = (all[at] - Quantiles.Of(others, .75)) / Math.Max(Spread(others), Rule.LeastSpread);
                steps.AddRange([step, step]);    // in its region and in the country
            }
        }

        steps.Sort();
        var (near, far) = (steps[^(int)(Rule.Tail.Near * steps.Count)], steps[^(int)(Rule.Tail.Far * steps.Count)]);
        double Rare(double share) => Math.Log(.25 / share);
        var power = Math.Log(far / near) / Math.Log(Rare(Rule.Tail.Far) / Rare(Rule.Tail.Near));

        return Math.Ceiling(far * Math.Pow(Rare(Rule.Tail.Share) / Rare(Rule.Tail.Far), power) / Rule.Tail.RoundedTo) * Rule.Tail.RoundedTo;
    }

    [Fact]
    public void A_price_next_to_the_quartile_is_held_against_the_others_too()
    {
        List<Contract> prices =
        [
            .. Groups(260, 1, [.. Enumerable.Repeat(100m, 8), 200, 200, 200, 200, 200]),                // none above the quartile of the others
            .. Groups(130, 301, [.. Enumerable.Repeat(100m, 8), 150, 185, 200, 200, 300]),              // four, the least of them by .07 steps
        ];

        Assert.Equal(4.8, Of(prices).FactorFor(13), 9);    // through .073 at a tenth and 1.081 at a fiftieth: 4.79
        Assert.Equal(Plainly(prices), Of(prices).FactorFor(13), 9);
    }

    [Theory]
    [InlineData(250, 0, Least)]       // two of twenty lie above the quartile: just the tenth that the tail begins with, and they thin out fast
    [InlineData(250, 1, Theory)]      // one thing more without any: fewer than a tenth
    [InlineData(0, 250, Theory)]      // none at all
    public void Where_fewer_than_a_tenth_lie_above_the_quartile_theory_stands(int scattered, int even, double expected)
    {
        decimal[] level = [.. Enumerable.Repeat(100m, 6), .. Enumerable.Repeat(200m, 12)];

        Assert.Equal(expected, Of([.. Groups(scattered, 1, [.. level, 300, 400]), .. Groups(even, 501, [.. level, 200, 200])]).FactorFor(20));
    }

    private static double Spread(List<double> sorted) => Quantiles.Of(sorted, .75) - Quantiles.Of(sorted, .25);

    [Fact]
    public void It_never_begins_before_the_fence_of_context() => Assert.Equal(Least, Of(Prices(Even, 25, 200, scale: 2)).FactorFor(200));

    [Theory]
    [InlineData(5000, true)]      // each price counts for its region and for the country
    [InlineData(4999, false)]
    public void With_fewer_than_ten_thousand_prices_theory_stands(int count, bool measured)
    {
        var prices = Prices(Heavy, 25, 200).Take(count);

        Assert.Equal(measured, Of(prices).FactorFor(200) != Theory);
        Assert.Equal(Theory, Of([]).FactorFor(50));
    }

    [Fact]
    public void Small_groups_are_measured_by_small_ones_and_all_together_where_those_are_few()
    {
        var large = Prices(Usual, 25, 200);
        var small = Prices(Usual, 160, 13).Select(one => one.Of(item => item with { Enstru = item.Enstru!.Replace(".900.", ".500.") })).ToList();
        var both = Of([.. large, .. small]);

        Assert.True(both.FactorFor(12) > both.FactorFor(200) + .3, $"{both.FactorFor(12)} {both.FactorFor(200)}");
        Assert.Equal((both.FactorFor(12), both.FactorFor(200)), (both.FactorFor(47), both.FactorFor(48)));
        Assert.Equal(Of(large).FactorFor(48), Of(large).FactorFor(12));
        Assert.Equal(Of(large).FactorFor(48), Of([.. large, .. small.Take(13)]).FactorFor(48));
    }

    [Fact]
    public void What_a_comparison_leaves_out_is_left_out_here()
    {
        var tails = Of(Prices(Usual, 25, 200)).FactorFor(200);

        foreach (var others in new[]
        {
            Prices(Heavy, 80, 11, place: "352000000"),                                              // too few of a thing
            Prices(Heavy, 25, 200, scale: .05),                                                     // nearly one price
            Prices(Heavy, 25, 200, scale: 1.8),                                                     // wider than six times
            [.. Prices(Heavy, 25, 200).Select(one => one with { SignedAt = Given.AsOf.AddMonths(-12) })],
        })
            Assert.Equal(tails, Of([.. Prices(Usual, 25, 200), .. others.Select((one, i) => one.Of(item => item with
            {
                Enstru = item.Enstru!.Replace(".900.", ".500."),
            }) with { Id = 1_000_000 + i })]).FactorFor(200));
    }

    [Fact]
    public void Slips_of_the_pen_are_not_part_of_the_tail()
    {
        var prices = Prices(Usual, 25, 200);
        var slips = prices.Where((_, i) => i % 30 == 0).Select(one => (one with { Id = one.Id + 1_000_000 }).Of(item => item with { UnitPrice = 1_000_000 }));
        var dear = prices.Where((_, i) => i % 30 == 0).Select(one => (one with { Id = one.Id + 1_000_000 }).Of(item => item with { UnitPrice = 200_000 }));

        Assert.InRange(Of([.. prices, .. slips]).FactorFor(200) - Of(prices).FactorFor(200), -.3, .3);
        Assert.True(Of([.. prices, .. dear]).FactorFor(200) > Of(prices).FactorFor(200) + 1);
    }

    [Fact]
    public void A_price_that_such_a_store_has_by_chance_is_context_there_and_a_sign_in_a_quiet_one()
    {
        decimal[] level = [80, 80, 80, 80, 100, 100, 100, 100, 125, 125, 125, 125];
        var quiet = new World { Contracts = Given.Peers(level) };
        var wild = new World { Contracts = [.. Given.Peers(level), .. Prices(Heavy, 25, 200)] };
        var lot = Given.Lot() with { UnitPrice = 400 };

        Assert.Equal((Tier.T2, Tier.T3), (Given.File(lot).In(quiet).Finding("KZ-01").Tier, Given.File(lot).In(wild).Finding("KZ-01").Tier));
        Assert.Equal(Given.File(lot).In(quiet).Finding("KZ-01").Threshold, Given.File(lot).In(wild).Finding("KZ-01").Threshold);
    }

    [Fact]
    public void The_order_of_rows_changes_nothing()
    {
        var prices = Prices(Usual, 25, 200);

        Assert.Equal(Of(prices).FactorFor(200), Of(prices.AsEnumerable().Reverse()).FactorFor(200));
        Assert.Equal(Rule.Tail.Sizes, Rule.Tail.Sizes.Order());
    }
}
