using Risk.Populations;

namespace Risk.Habits;

/// <summary>Which prices are compared: one thing in one pack, one basis, some regions (0: the country), after a day.</summary>
internal readonly record struct PriceWindow(long Enstru, ushort Unit, ushort Pack, PriceBasis Basis, uint Regions, int After)
{
    public bool Holds(in PriceFact price) => price.Basis == Basis && price.Pack == Pack && price.Day > After
        && (Regions == 0 || (price.Regions & Regions) != 0);
}

/// <summary>
/// The prices of a window from the cheapest to the dearest, in a form from which the prices of one buyer can be left out without
/// walking through the others.
/// </summary>
internal sealed class PriceShelf
{
    private readonly Population population;
    private readonly PriceWindow window;
    private readonly int[] order;          // places in the population's prices of the thing
    private readonly long[] buyers;        // of every price, in ascending order …
    private readonly int[] placesOfBuyers; // … with its place in the order of prices
    private readonly long[] suppliers;
    private readonly float[] quantities;
    private readonly int buyerCount;
    private readonly int supplierCount;

    public PriceShelf(Population population, PriceWindow window)
    {
        (this.population, this.window) = (population, window);
        var prices = Prices;
        var found = new List<int>();
        for (var place = 0; place < prices.Length; place++)
            if (window.Holds(prices[place]))
                found.Add(place);
        order = [.. found];
        var values = new long[order.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = prices[order[i]].PriceTiyn;
        Array.Sort(values, order);
        Settle(values, order);
        buyers = new long[order.Length];
        placesOfBuyers = new int[order.Length];
        suppliers = new long[order.Length];
        quantities = new float[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ref readonly var price = ref prices[order[i]];
            (buyers[i], placesOfBuyers[i], suppliers[i], quantities[i]) = (price.Buyer, i, price.Supplier, price.Quantity);
        }

        Array.Sort(buyers, placesOfBuyers);
        Settle(buyers, placesOfBuyers);
        Array.Sort(suppliers);
        Array.Sort(quantities);
        (buyerCount, supplierCount) = (Distinct(buyers), Distinct(suppliers));
    }

    private ReadOnlySpan<PriceFact> Prices => population.Prices(window.Enstru, window.Unit);

    /// <summary>Places of a buyer's prices in the order of prices.</summary>
    public ReadOnlySpan<int> PlacesOf(long buyer)
    {
        var first = LowerBound(buyers, buyer);
        return placesOfBuyers.AsSpan(first, LowerBound(buyers, buyer + 1) - first);
    }

    public int CountWithout(ReadOnlySpan<int> left) => order.Length - left.Length;

    public int BuyersWithout(ReadOnlySpan<int> left) => buyerCount - (left.Length > 0 ? 1 : 0);

    /// <summary>Known suppliers of the others' prices.</summary>
    public int SuppliersWithout(ReadOnlySpan<int> left)
    {
        var prices = Prices;
        var own = new Dictionary<long, int>();
        foreach (var place in left)
            if (prices[order[place]].Supplier is not 0 and var supplier)
                own[supplier] = own.GetValueOrDefault(supplier) + 1;
        return supplierCount - own.Count(pair => LowerBound(suppliers, pair.Key + 1) - LowerBound(suppliers, pair.Key) == pair.Value);
    }

    /// <summary>Quantile of the logarithms of the others' prices.</summary>
    public double LogarithmWithout(ReadOnlySpan<int> left, double share)
    {
        var (below, above, part) = Quantiles.PlaceOf(CountWithout(left), share);
        var (lower, upper) = (LogarithmAt(Skip(below, left)), LogarithmAt(Skip(above, left)));

        return lower + (part * (upper - lower));
    }

    /// <summary>Median of the others' quantities that are given; null when none is.</summary>
    public decimal? QuantityWithout(ReadOnlySpan<int> left)
    {
        var places = new List<int>(left.Length);
        var prices = Prices;
        var first = LowerBound(quantities, float.Epsilon);
        foreach (var place in left)
            if (prices[order[place]].Quantity is > 0 and var quantity)
                places.Add(LowerBound(quantities, quantity) - first);
        places.Sort();    // of equal quantities each has the first place: leaving out any of them is the same
        var count = quantities.Length - first - places.Count;
        if (count == 0)
            return null;
        var (below, above, part) = Quantiles.PlaceOf(count, 0.5);
        var removed = places.ToArray();
        var (lower, upper) = (quantities[first + Skip(below, removed)], quantities[first + Skip(above, removed)]);
        return (decimal)(lower + (part * (upper - lower)));
    }

    /// <summary>How many of the others' prices are at least this high.</summary>
    public int CountFromWithout(ReadOnlySpan<int> left, decimal price)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Prices[order[middle]].Price < price ? (middle + 1, high) : (low, middle);
        }

        var own = 0;
        foreach (var place in left)
            own += place >= low ? 1 : 0;
        return order.Length - low - own;
    }

    /// <summary>Prices of all but one buyer, the dearest first.</summary>
    public IEnumerable<PriceFact> DearestWithout(long buyer)
    {
        for (var i = order.Length - 1; i >= 0; i--)
            if (Prices[order[i]] is var price && price.Buyer != buyer)
                yield return price;
    }

    private double LogarithmAt(int place) => Math.Log((double)Prices[order[place]].Price);

    /// <summary>The place of the n-th of those that remain when some places are taken out.</summary>
    private static int Skip(int place, ReadOnlySpan<int> removed)
    {
        foreach (var taken in removed)
            if (taken <= place)
                place++;
            else
                break;
        return place;
    }

    /// <summary>Equal keys are put in order of their values, which sorting leaves open.</summary>
    private static void Settle(long[] keys, int[] values)
    {
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
                end++;
            Array.Sort(values, start, end - start);
        }
    }

    private static int Distinct(long[] sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (sorted[i] != 0 && (i == 0 || sorted[i] != sorted[i - 1]))
                count++;
        return count;
    }

    private static int LowerBound<T>(T[] sorted, T value)
        where T : IComparable<T>
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].CompareTo(value) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
