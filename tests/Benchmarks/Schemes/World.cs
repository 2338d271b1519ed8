namespace Benchmarks.Schemes;

/// <summary>Who is there to buy and sell, at what prices.</summary>
internal sealed class World
{
    private const int SellersOfFuel = 3;
    private static readonly string[] OwnWays = ["412040", "421120", "562920", "353011", "360020", "711220"];

    private readonly List<Supplier>[,] sellers;
    private readonly double[] levels;

    /// <param name="buyers">How many buyers; the terrain says how many firms there are for them.</param>
    public World(long seed, int buyers, Terrain terrain)
    {
        Seed = seed;
        Terrain = terrain;
        Products = Schemes.Products.Make(seed, terrain);
        Buyers = Schemes.Buyers.Make(seed, buyers, Products);
        Trades = Products.Max(product => product.Trade) + 1;
        Suppliers = Schemes.Suppliers.Make(seed, buyers * terrain.FirmsForThreeBuyers / 3, Trades);
        var chance = Chance.For(seed, "prices");
        levels = [.. Enumerable.Range(0, Schemes.Buyers.Oblasts.Length).Select(_ => Math.Exp(.06 * chance.Normal()))];
        sellers = new List<Supplier>[Trades, levels.Length];
        for (var trade = 0; trade < Trades; trade++)
            for (var region = 0; region < levels.Length; region++)
                sellers[trade, region] = [.. SellersOf(trade, region)];
    }

    /// <summary>Fuel comes from a few filling stations and pits of the region; of everything else there are dozens of sellers.</summary>
    private IEnumerable<Supplier> SellersOf(int trade, int region) => OfClass("192021")[0].Trade == trade
        ? Suppliers.Where(one => one.Trades.Contains(trade) && one.Region == region && !one.IsNational).Take(SellersOfFuel)
        : Suppliers.Where(one => one.Trades.Contains(trade) && (one.IsNational || one.Region == region));

    public long Seed { get; }
    public Terrain Terrain { get; }
    public IReadOnlyList<Product> Products { get; }
    public IReadOnlyList<Buyer> Buyers { get; }
    public int Trades { get; }

    /// <summary>All firms; a plot adds firms of its own.</summary>
    public List<Supplier> Suppliers { get; }

    /// <summary>Large works, meals, utilities and the like are bought in ways of their own, not by ordinary price proposals.</summary>
    public static bool HasItsOwnWay(Product product) => OwnWays.Contains(product.Enstru[..6]);

    public IReadOnlyList<Product> OfClass(string six) =>
        [.. Products.Where(product => product.Enstru.StartsWith(six, StringComparison.Ordinal))];

    public IReadOnlyList<Supplier> Sellers(Product product, int region) => sellers[product.Trade, region];

    /// <summary>The level of price of a thing in a region on a day, before what single buyers make of it.</summary>
    public double Level(Product product, int region, DateOnly day)
    {
        var months = ((day.Year - 2025) * 12) + day.Month - 1;
        var season = product.IsSeasonal ? 1 + (.45 * Math.Cos((day.Month - 5) * Math.PI / 6)) : 1;
        return product.Price * levels[region] * season * Math.Pow(1 + Terrain.InflationOfAMonth, months);
    }

    /// <summary>What a buyer plans to pay for one unit.</summary>
    public decimal Price(Product product, int region, DateOnly day, Chance chance) =>
        Rounded(Level(product, region, day) * Math.Exp(product.Spread * Terrain.Deviation(chance)), Terrain.Digits);

    /// <summary>People round: to three significant digits when nothing else is said.</summary>
    public static decimal Rounded(double price, int digits = 3)
    {
        var step = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(price)) - digits + 1));
        return (decimal)(Math.Max(1, Math.Round(price / step)) * step);
    }

    /// <summary>Different firms of the trade that may take part in one lot: nobody twice.</summary>
    public List<Supplier> Bidders(Product product, int region, int count, Chance chance)
    {
        var pool = Sellers(product, region);
        List<Supplier> bidders = [];
        for (var tries = 0; bidders.Count < count && tries < count * 6; tries++)
        {
            var one = chance.Skewed(pool);
            if (!bidders.Exists(other => other == one || Share(other, one)))
                bidders.Add(one);
        }

        return bidders;
    }

    /// <summary>Firms that show two things of one another are not put into one lot by chance; plots and confounders do that.</summary>
    private static bool Share(Supplier one, Supplier other) =>
        one.Organisation.Traits.Any(other.Organisation.Traits.Contains);
}
