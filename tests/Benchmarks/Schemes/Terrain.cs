namespace Benchmarks.Schemes;

/// <summary>
/// What of the country is a guess and might be otherwise: how prices scatter, how many bid and how low, how many buyers share the lots.
/// A rule that holds in one terrain alone was fitted to it.
/// </summary>
/// <param name="SpreadTimes">Of the spread of a code's prices.</param>
/// <param name="HasHeavyTails">Prices deviate as by Laplace, not by Gauss: five times as many beyond three deviations.</param>
/// <param name="MoreBids">Added to the mean number of bids of every code.</param>
/// <param name="OfferPower">How offers lie between the floor and the plan: 1 evenly, more means nearer to the plan.</param>
/// <param name="LotsOfABuyer">Mean number of lots of one buyer.</param>
/// <param name="LeastBuyers">However few lots there are: confounders and plots need room.</param>
internal sealed record Terrain(double SpreadTimes, bool HasHeavyTails, double MoreBids, double OfferPower, int LotsOfABuyer,
    int LeastBuyers)
{
    public static readonly Terrain Usual = new(1, false, 0, 1.4, 66, 3_000);

    /// <summary>Wider prices with heavy tails, more rivals who bid closer to the plan, larger buyers.</summary>
    public static readonly Terrain Other = new(1.25, true, .8, 2.2, 100, 2_000);

    /// <summary>A deviation of the logarithm of a price in units of its spread.</summary>
    public double Deviation(Chance chance) => HasHeavyTails ? chance.Laplace() : chance.Normal();
}
