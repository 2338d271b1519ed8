using System.Globalization;

namespace Benchmarks.Schemes;

/// <summary>One code of the classifier with its market: usual price, spread, quantities, how many firms compete.</summary>
internal sealed record Product
{
    public required int Index { get; init; }
    public required string Enstru { get; init; }

    /// <summary>Index of the six-digit class, which stands for "homogeneous"; and of the trade that sells it.</summary>
    public required int Group { get; init; }
    public required int Trade { get; init; }

    /// <summary>1 goods, 2 works, 3 services.</summary>
    public required int Type { get; init; }
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required string Name { get; init; }
    public required string Characteristic { get; init; }
    public required double Price { get; init; }

    /// <summary>Standard deviation of the logarithm of the price.</summary>
    public required double Spread { get; init; }
    public required int Least { get; init; }
    public required int Most { get; init; }
    public required BuyerKinds Buyers { get; init; }

    /// <summary>Mean number of bids.</summary>
    public required double Bids { get; init; }
    public required bool IsSeasonal { get; init; }
    public bool IsGoods => Type == 1;

    /// <summary>One unit can be compared with another: neither a service nor a set.</summary>
    public bool HasComparablePrice => IsGoods && UnitCode is not ("839" or "704");
}

/// <summary>Kinds of buyers, each with needs of its own.</summary>
[Flags]
internal enum BuyerKinds { School = 1, Kindergarten = 2, Hospital = 4, Rural = 8, Town = 16, Department = 32, College = 64, All = 127 }

/// <summary>The classifier of the made-up country: about 600 codes of 58 classes.</summary>
internal static class Products
{
    private const int CodesOfAClass = 11;

    public static IReadOnlyList<Product> Make(long seed, Terrain terrain)
    {
        var chance = Chance.For(seed, "products");
        List<Product> products = [];
        var rows = ProductTable.Rows;
        var groups = rows.Select(row => row.Class).Distinct().ToList();
        var trades = rows.Select(row => row.Trade).Distinct().ToList();
        foreach (var row in rows)
        {
            var codes = CodesOfAClass + chance.From(-2, 2);
            for (var i = 0; i < codes; i++)
            {
                var serial = (groups.IndexOf(row.Class) * 1000) + (products.Count % 997);
                products.Add(new Product
                {
                    Index = products.Count,
                    Enstru = string.Create(CultureInfo.InvariantCulture,
                        $"{row.Class}.{(row.Type == 1 ? 900 : row.Type == 2 ? 200 : 100)}.{serial:000000}"),
                    Group = groups.IndexOf(row.Class),
                    Trade = trades.IndexOf(row.Trade),
                    Type = row.Type,
                    UnitCode = row.UnitCode,
                    UnitName = row.UnitName,
                    Name = row.Name,
                    Characteristic = $"{chance.Of(ProductTable.Characteristics)}, вид {i + 1}",
                    Price = chance.Scaled(row.Low, row.High),
                    Spread = terrain.SpreadTimes
                        * (row.Type > 1 ? chance.Between(.5, 1.2) : chance.Is(.6) ? chance.Between(.1, .32) : chance.Between(.35, .7)),
                    Least = row.Least,
                    Most = row.Most,
                    Buyers = row.Buyers,
                    Bids = Math.Max(1.2, row.Bids + terrain.MoreBids + chance.Between(-.6, .6)),
                    IsSeasonal = row.Trade == "food" && row.Class is "011351" or "011341" or "012511",
                });
            }
        }

        return products;
    }
}
