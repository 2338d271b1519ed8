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

    /// <summary>Few firms that meet again and again, prices that fall, round sums of plans and offers, and a unit in ten that is wrong.</summary>
    public static readonly Terrain Third = new(1, false, -.3, 1, 80, 2_500)
    {
        InflationOfAMonth = -.01,
        FirmsForThreeBuyers = 2,
        Digits = 2,
        HasRoundOffers = true,
        WrongUnits = .1,
    };

    public double InflationOfAMonth { get; init; } = .006;
    public int FirmsForThreeBuyers { get; init; } = 8;

    /// <summary>To so many digits buyers round what they plan.</summary>
    public int Digits { get; init; } = 3;

    /// <summary>Every second bidder rounds its offer to four digits, so that two may meet.</summary>
    public bool HasRoundOffers { get; init; }

    /// <summary>Share of everyday goods with a wrong unit: half of them have another one, half the price of a pack for that of a piece.</summary>
    public double WrongUnits { get; init; }

    /// <summary>A deviation of the logarithm of a price in units of its spread.</summary>
    public double Deviation(Chance chance) => HasHeavyTails ? chance.Laplace() : chance.Normal();
}
