namespace Benchmarks.Schemes;

/// <summary>Innocent bidders that have something in common: a name, an accountant, a business centre; and a village's only shop.</summary>
internal sealed class InnocentFirms(Stage stage, Script script, Ordinary ordinary)
{
    private const int LotsOfAPair = 2, FirmsOfAnAddress = 8, LotsOfAnAddress = 6, ContractsOfAVillage = 8;
    private readonly Chance chance = stage.Chance;

    public void Prepare(int each)
    {
        for (var i = 0; i < each; i += LotsOfAPair)
            Namesakes();
        for (var i = 0; i < each; i += LotsOfAnAddress)
            SameAddress(i);
        for (var i = 0; i < each; i += ContractsOfAVillage)
            Village();
    }

    /// <summary>Two firms whose heads have the same full name and different personal numbers.</summary>
    private void Namesakes()
    {
        var (buyer, product) = Somebody();
        var name = "Тезкабаев " + Numbers.FullName(chance);
        Supplier[] firms =
        [
            stage.OwnSupplier(buyer.Region, product, face => face with { Head = name }),
            stage.OwnSupplier(buyer.Region, product, face => face with { Head = name }),
            stage.OwnSupplier(buyer.Region, product),
        ];
        for (var i = 0; i < LotsOfAPair; i++)
            script.On(AnyDay(), day => Compete(day, firms, product, buyer, Confounders.Namesakes));
    }

    /// <summary>Eight firms with one accountant's e-mail, or in one business centre.</summary>
    private void SameAddress(int number)
    {
        var (buyer, product) = Somebody();
        var mail = chance.Is(.5);
        var firms = Enumerable.Range(0, FirmsOfAnAddress).Select(_ => stage.OwnSupplier(buyer.Region, product, face => mail
            ? face with { Email = $"buh{number}@mail.example" }
            : face with { Address = $"деловой дом {number}, офисы" })).ToList();
        for (var i = 0; i < LotsOfAnAddress; i++)
        {
            var some = firms.OrderBy(_ => chance.Unit()).Take(chance.From(2, 3)).ToList();
            script.On(AnyDay(), day => Compete(day, some, product, buyer, Confounders.SharedContacts));
        }
    }

    /// <summary>A rural office and the only filling station of the district, small contracts within the office's larger limit.</summary>
    private void Village()
    {
        var buyer = stage.AnyBuyer(one => one.Kind == BuyerKinds.Rural);
        var fuel = stage.World.OfClass("192021").Concat(stage.World.OfClass("192026")).Concat(stage.World.OfClass("051010")).ToList();
        var supplier = stage.World.Sellers(fuel[0], buyer.Region)[chance.Below(stage.World.Sellers(fuel[0], buyer.Region).Count)];
        for (var i = 0; i < ContractsOfAVillage; i++)
            script.On(AnyDay(), day => Fill(day, buyer, supplier, chance.Of(fuel)));
    }

    private void Fill(DateOnly day, Buyer buyer, Supplier supplier, Product product)
    {
        var price = stage.World.Price(product, buyer.Region, day, chance);
        var quantity = Math.Max(1, Math.Floor((decimal)chance.Scaled(400_000, 4_000_000) / price));
        if (!stage.Ledger.Direct(buyer, product, day.Year, price * quantity))
            return;
        var deal = new DirectDeal
        {
            Buyer = buyer,
            Product = product,
            Supplier = supplier,
            UnitPrice = price,
            Quantity = quantity,
            Details = stage.Words(product, buyer),
            Signed = Days.Office(day, chance),
            Year = day.Year,
        };
        stage.Desk.Write(deal);
        stage.Label(deal.Subject, Confounders.RuralFewSuppliers);
    }

    private DateOnly AnyDay() => Days.Any(chance, new DateOnly(2025, 3, 1), new DateOnly(2026, 8, 20));

    private (Buyer Buyer, Product Product) Somebody()
    {
        var buyer = stage.AnyBuyer();
        return (buyer, chance.Of(buyer.Needs));
    }

    /// <summary>An ordinary price proposal between given firms; another buyer of the region when this one's limit is used up.</summary>
    private void Compete(DateOnly day, IReadOnlyList<Supplier> firms, Product product, Buyer buyer, Confounders group)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            if (ordinary.Planned(buyer, product, Timing.Of(Ways.PriceProposals, day, chance)) is { } deal)
            {
                stage.Desk.Write(deal = Ordinary.Fitted(Stage.Awarded(deal, stage.Offers(firms, deal.Amount))));
                stage.Label(deal.Subject, group);
                return;
            }

            buyer = stage.AnyBuyer(one => one.Region == buyer.Region && product.Buyers.HasFlag(one.Kind));
        }
    }
}
