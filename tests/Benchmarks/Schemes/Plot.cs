namespace Benchmarks.Schemes;

/// <summary>What the planters of schemes have in common: new instances, days, products, competition as usual.</summary>
internal abstract class Plot(Stage stage, Script script)
{
    private const int ManySellers = 10;
    protected static readonly DateOnly From = new(2025, 4, 1), Until = new(2026, 7, 31);

    protected Stage Stage { get; } = stage;
    protected Script Script { get; } = script;
    protected Chance Chance { get; } = stage.Chance;

    /// <summary>Plants the instance of this number; even and odd ones and the like may differ in kind.</summary>
    public abstract void Plant(int number);

    protected Planted New(Scheme scheme, string kind, params string[] codes)
    {
        var planted = new Planted(Stage.Planted.Count + 1, scheme, kind, codes);
        Stage.Planted.Add(planted);
        return planted;
    }

    protected DateOnly AnyDay() => Days.Any(Chance, From, Until);

    /// <summary>Something that the buyer needs and many firms of its region sell.</summary>
    protected Product Need(Buyer buyer) => Chance.Of(buyer.Needs.Where(product => IsSoldByMany(product, buyer)).ToList());

    private bool IsSoldByMany(Product product, Buyer buyer) => Stage.World.Sellers(product, buyer.Region).Count >= ManySellers;

    /// <summary>A buyer and a class of things that nobody else touches, so that the innocent keep within their limits beside it.</summary>
    protected (Buyer Buyer, Product Product) Reserved(Func<Product, bool> fits, Func<Buyer, bool>? buys = null)
    {
        for (var tries = 0; tries < 100_000; tries++)
        {
            var buyer = Stage.AnyBuyer(buys ?? (_ => true));
            if (buyer.Needs.Where(one => fits(one) && IsSoldByMany(one, buyer)).ToList() is { Count: > 0 } fitting
                && Chance.Of(fitting) is var product
                && Stage.Ledger.Reserve(buyer, product))
                return (buyer, product);
        }

        throw new InvalidOperationException("No buyer needs such a thing.");
    }

    protected Deal Deal(
        Buyer buyer, Product product, DateOnly day, decimal price, decimal quantity, int method = Ways.PriceProposals) => new()
        {
            Buyer = buyer,
            Product = product,
            UnitPrice = price,
            Quantity = quantity,
            Details = Stage.Words(product, buyer),
            Timing = Timing.Of(method, day, Chance),
            Method = method,
            SupplyDays = product.IsGoods ? 15 + (5 * Chance.Below(6)) : 30 + (10 * Chance.Below(9)),
            PlannedAhead = Chance.From(8, 80),
        };

    /// <summary>A purchase of a usual price for about this sum.</summary>
    protected Deal Worth(Buyer buyer, Product product, DateOnly day, decimal sum, int method = Ways.PriceProposals)
    {
        if (product.Most == 1)
            return Deal(buyer, product, day, decimal.Round(sum), 1, method);
        var price = Stage.World.Price(product, buyer.Region, day, Chance);
        return Deal(buyer, product, day, price, Math.Max(1, Math.Floor(sum / price)), method);
    }

    protected Deal Competed(Deal deal, int least = 2) => Stage.Awarded(deal, Stage.Offers(
        Stage.World.Bidders(deal.Product, deal.Buyer.Region, Stage.Bidders(deal.Product, least), Chance), deal.Amount));

    protected Deal Write(Planted planted, Deal deal)
    {
        Stage.Desk.Write(deal);
        planted.Subjects.Add(deal.Subject);
        return deal;
    }

    protected void Write(Planted planted, DirectDeal deal)
    {
        Stage.Desk.Write(deal);
        planted.Subjects.Add(deal.Subject);
    }

    protected Supplier Somebody(Product product, int region) => Stage.World.Bidders(product, region, 1, Chance)[0];
}
