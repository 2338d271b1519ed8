namespace Benchmarks.Schemes;

/// <summary>A small direct contract, as far as the year's limit reaches.</summary>
internal sealed class SmallContracts(Stage stage)
{
    private readonly Chance chance = stage.Chance;

    public void Sign(Buyer buyer, DateOnly day)
    {
        var product = chance.Of(buyer.Needs);
        var limit = Ledger.DirectLimit(buyer, product, day.Year);
        var price = stage.World.Price(product, buyer.Region, day, chance);
        var quantity = product.Most == 1 ? 1 : Math.Floor(limit * (decimal)chance.Scaled(.02, .6) / price);
        if (product.Most == 1)
            price = World.Rounded((double)limit * chance.Scaled(.02, .7));
        if (quantity < 1 || !stage.Ledger.Direct(buyer, product, day.Year, price * quantity))
            return;

        stage.Desk.Write(new DirectDeal
        {
            Buyer = buyer,
            Product = product,
            Supplier = stage.World.Bidders(product, buyer.Region, 1, chance)[0],
            UnitPrice = price,
            Quantity = quantity,
            Details = stage.Words(product, buyer),
            Signed = Days.Office(day, chance),
            Year = day.Year,
        });
    }
}
