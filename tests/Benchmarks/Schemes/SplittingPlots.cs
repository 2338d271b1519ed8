namespace Benchmarks.Schemes;

/// <summary>Scheme 2: small direct contracts that add up over the year's limit.</summary>
internal sealed class SplitDirectPlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number)
    {
        var planted = New(Scheme.SplitDirect, number % 2 == 0 ? "one supplier" : "several suppliers", "KZ-02");
        var (buyer, product) = Reserved(one => true, one => one.Kind != BuyerKinds.Rural);
        var year = Chance.Is(.5) ? 2025 : 2026;
        var limit = Ledger.DirectLimit(buyer, product, year);
        var count = Chance.From(2, 8);
        var whole = limit * Math.Min((decimal)Chance.Scaled(1.06, 4), count * .93m);
        whole = Math.Max(whole, limit * 1.06m);
        var first = Somebody(product, buyer.Region);
        for (var i = 0; i < count; i++)
        {
            var sum = whole / count * (decimal)(count == 2 ? 1 : Chance.Between(.93, 1.07));
            Script.On(Days.Any(Chance, new DateOnly(year, 1, 20), new DateOnly(year, year == 2025 ? 12 : 9, 10)), day =>
                Write(planted, Direct(buyer, product, day, sum, number % 2 == 0 ? first : Somebody(product, buyer.Region))));
        }
    }

    private DirectDeal Direct(Buyer buyer, Product product, DateOnly day, decimal sum, Supplier supplier)
    {
        var deal = Worth(buyer, product, day, sum);
        var price = deal.Quantity == 1 ? decimal.Round(sum) : deal.UnitPrice;
        return new DirectDeal
        {
            Buyer = buyer,
            Product = product,
            Supplier = supplier,
            UnitPrice = decimal.Round(sum / deal.Quantity, 2) is var exact && exact > 0 ? exact : price,
            Quantity = deal.Quantity,
            Details = deal.Details,
            Signed = Days.Office(day, Chance),
            Year = day.Year,
        };
    }
}

/// <summary>Scheme 6: a need cut into price proposals, for one place, each under the limit.</summary>
internal sealed class VolumeCutPlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number)
    {
        var planted = New(Scheme.VolumeCut, number % 2 == 0 ? "just under" : "in pieces", "KZ-15");
        var (buyer, product) = Reserved(one => one.IsGoods ? one.Price < 900_000 : one.Price > 1_500_000);
        var year = Chance.Is(.5) ? 2025 : 2026;
        var limit = Ledger.ProposalsLimit(year);
        var count = number % 2 == 0 ? Chance.From(2, 4) : Chance.From(3, 7);
        var whole = number % 2 == 0 ? limit * count * (decimal)Chance.Between(.91, .985) : limit * (decimal)Chance.Between(1.06, 2);
        var start = Days.Any(Chance, new DateOnly(year, 1, 20), new DateOnly(year, 6, 20));
        for (var i = 0; i < count; i++)
            Script.On(start.AddDays(i * Chance.From(3, 20)), day =>
            {
                var deal = Worth(buyer, product, day, Math.Min(limit * .99m, whole / count * (decimal)Chance.Between(.96, 1.04)));
                // One more of a dear thing, or rounding down would leave the pieces below the limit.
                if (product.Most > 1 && deal.Amount + deal.UnitPrice < limit * .99m)
                    deal = deal with { Quantity = deal.Quantity + 1 };
                Write(planted, Competed(deal));
            });
    }
}

/// <summary>Scheme 12: the same thing in the same words for the same place, or a house repaired again within two years.</summary>
internal sealed class BoughtTwicePlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number)
    {
        if (number % 2 == 0)
            SameThing();
        else
            SameHouse();
    }

    private void SameThing()
    {
        var planted = New(Scheme.BoughtTwice, "same thing", "KZ-31");
        var (buyer, product) = Reserved(one => one.Type != 2);
        var day = AnyDay();
        var count = Chance.Is(.7) ? 2 : 3;
        var sum = Ledger.Mci(day.Year) * (decimal)Chance.Scaled(560, 5_000) / count;
        var first = Worth(buyer, product, day, sum);
        for (var i = 0; i < count; i++)
            Script.On(day.AddDays(i == 0 ? 0 : Chance.From(4, 110)), then => Write(planted, Competed(
                first with
                {
                    Timing = Timing.Of(Ways.PriceProposals, then, Chance),
                    Quantity = Math.Max(1, Math.Round(first.Quantity * (decimal)Chance.Between(.9, 1.15)))
                })));
    }

    private void SameHouse()
    {
        var planted = New(Scheme.BoughtTwice, "same house", "KZ-18", "KZ-31");
        var (buyer, product) = Reserved(one => one.Enstru.StartsWith("433210", StringComparison.Ordinal));
        var first = Days.Any(Chance, new DateOnly(2025, 2, 1), new DateOnly(2025, 10, 1));
        var second = Days.Any(Chance, first.AddDays(60), Until);
        var address = $"Текущий ремонт помещений по адресу: {Wording.Address(Chance)}";
        foreach (var day in new[] { first, second })
            Script.On(day, then => Write(planted, Competed(
                Worth(buyer, product, then, (decimal)Chance.Scaled(2_500_000, 14_000_000)) with { Details = address })));
    }
}
