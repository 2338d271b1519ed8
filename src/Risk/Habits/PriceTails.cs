using System.Numerics;
using System.Runtime.InteropServices;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>
/// How far prices of one thing stray by chance in this very store, so that what is called far out is rare here and not only in theory.
/// </summary>
/// <remarks>
/// Every price of a group large enough is held against the rest of its group, in steps (the distance of the quartiles) above the upper
/// quartile. Groups of about one size are put together, as quartiles of twelve prices are less certain than those of a thousand. How the
/// upper tenth thins out towards the upper fiftieth says how it goes on (a Weibull tail: normal, exponential or heavier); dear purchases
/// that are a sign themselves are too few to move either. The result is rounded up, so that single purchases elsewhere seldom change it.
/// </remarks>
internal sealed class PriceTails
{
    private const double AboveUpperQuartile = 0.25;
    private readonly TailRule rule;
    private readonly double least;
    private readonly double overall;
    private readonly double?[] bySize;

    private PriceTails(Population population, PriceRule price)
    {
        (rule, least) = (price.Tail, price.FenceFactor);
        var sizes = rule.Sizes.Select(_ => new Steps()).ToArray();
        var after = population.Habit(PriceShelves.Of).DayBefore(price.Months[0]);
        foreach (var (enstru, unit) in population.PricedThings)
            foreach (var group in GroupsOf(population.Prices(enstru, unit), after).Values)
                if (group.Count >= price.Peers)
                    sizes[SizeOf(group.Count)].Add(group, price);
        var together = Factor(Steps.Together(sizes), rule.LeastPrices);
        overall = together ?? price.ClearFenceFactor;
        bySize = [.. sizes.Select(size => together is null ? null : Factor(size, rule.LeastOfSize))];
    }

    public static PriceTails Of(Population population) => new(population, population.Catalogue.Rules.Price);

    /// <summary>Of a group of so many prices: how many steps above the upper quartile only one price of hundreds lies by chance.</summary>
    public double FactorFor(int count) => bySize[SizeOf(count)] ?? overall;

    private int SizeOf(int count)
    {
        var size = 0;
        while (size + 1 < rule.Sizes.Count && count >= rule.Sizes[size + 1])
            size++;
        return size;
    }

    /// <summary>Logarithms of the prices of one thing, by basis and pack: of the country, and of each region that a price lies in alone.</summary>
    private static Dictionary<(PriceBasis, ushort, uint), List<double>> GroupsOf(ReadOnlySpan<PriceFact> prices, int after)
    {
        var groups = new Dictionary<(PriceBasis, ushort, uint), List<double>>();
        foreach (ref readonly var price in prices)
        {
            if (price.Day <= after)
                continue;
            var logarithm = Math.Log(price.PriceTiyn);
            Put(price.Basis, price.Pack, 0, logarithm);
            if (BitOperations.IsPow2(price.Regions))
                Put(price.Basis, price.Pack, price.Regions, logarithm);
        }

        return groups;

        void Put(PriceBasis basis, ushort pack, uint region, double logarithm)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, (basis, pack, region), out _);
            (group ??= []).Add(logarithm);
        }
    }

    /// <summary>Null where too few prices are known to tell.</summary>
    private double? Factor(Steps steps, int fewest)
    {
        if (steps.Count < fewest || (steps.ExceededBy(rule.Near), steps.ExceededBy(rule.Far)) is not ( > 0 and var near, var far) || far <= near)
            return null;
        var (thinned, shape) = (Rarity(rule.Far), Math.Log(Rarity(rule.Far) / Rarity(rule.Near)) / Math.Log(far / near));
        var factor = far * Math.Pow(Rarity(rule.Share) / thinned, 1 / shape);

        return Math.Max(least, Math.Ceiling(factor / rule.RoundedTo) * rule.RoundedTo);
    }

    private static double Rarity(double share) => Math.Log(AboveUpperQuartile / share);

    /// <summary>How far above the upper quartile of the rest of their groups prices lie.</summary>
    private sealed class Steps
    {
        private readonly List<double> above = [];

        public int Count { get; private set; }

        public static Steps Together(IEnumerable<Steps> all)
        {
            var together = new Steps();
            foreach (var one in all)
            {
                together.Count += one.Count;
                together.above.AddRange(one.above);
            }

            return together;
        }

        /// <summary>Groups with nearly one price, those too wide to be compared and slips of the pen say nothing about how prices thin out.</summary>
        public void Add(List<double> group, PriceRule price)
        {
            group.Sort();
            var spread = Quantiles.Of(group, 0.75) - Quantiles.Of(group, 0.25);
            if (spread < price.LeastSpread || spread > Math.Log(price.WidestGroup))
                return;
            var slip = Quantiles.Of(group, 0.5) + Math.Log((double)price.SuspectRatio);
            group.RemoveAll(logarithm => logarithm > slip);
            Count += group.Count;
            for (var place = group.Count / 2; place < group.Count; place++)
            {
                var (upper, step) = Quartiles(group, place);
                if (group[place] > upper)
                    above.Add((group[place] - upper) / Math.Max(step, price.LeastSpread));
            }
        }

        /// <summary>What so large a share of all prices exceeds.</summary>
        public double ExceededBy(double share)
        {
            above.Sort();
            var place = above.Count - (int)(share * Count);
            return place >= 0 && place < above.Count ? above[place] : 0;
        }

        private static (double Upper, double Step) Quartiles(List<double> sorted, int without)
        {
            var (lower, upper) = (At(0.25), At(0.75));
            return (upper, upper - lower);

            double At(double share)
            {
                var (below, above, part) = Quantiles.PlaceOf(sorted.Count - 1, share);
                var (low, high) = (sorted[below < without ? below : below + 1], sorted[above < without ? above : above + 1]);
                return low + (part * (high - low));
            }
        }
    }
}
