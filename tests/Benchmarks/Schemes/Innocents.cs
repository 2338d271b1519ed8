namespace Benchmarks.Schemes;

/// <summary>Puts in innocent things that look suspicious, as many of each kind as asked for.</summary>
internal sealed class Innocents(Stage stage, Script script, Ordinary ordinary)
{
    private static readonly DateOnly From = new(2025, 3, 1), Until = new(2026, 8, 20);
    private const int PointsForOne = 3;    // a hundredth of all lots
    private readonly Chance chance = stage.Chance;

    public void Prepare(int each)
    {
        for (var i = 0; i < each; i++)
        {
            script.On(Any(), FloorTie);
            script.On(Any(), PackSize);
            script.On(Any(), Typing);
            script.On(new DateOnly(chance.Is(.5) ? 2025 : 2026, chance.From(3, 7), chance.From(1, 28)), Season);
            script.On(Any(), Brand);
            script.On(Days.Any(chance, new DateOnly(2025, 12, 12), new DateOnly(2025, 12, 22)), NextYear);
        }

        new InnocentPoints(stage, script, ordinary).Prepare(each * PointsForOne);
        new InnocentFirms(stage, script, ordinary).Prepare(each);
        new InnocentContracts(stage, script, ordinary).Prepare(each);
    }

    private DateOnly Any() => Days.Any(chance, From, Until);

    /// <summary>Two to five bids exactly ten percent below the plan: lower ones would need a deposit.</summary>
    private void FloorTie(DateOnly day)
    {
        if (Some(day, _ => true) is not { } deal)
            return;
        var bidders = stage.World.Bidders(deal.Product, deal.Buyer.Region, chance.From(2, 5), chance);
        Tell(Awarded(deal, [.. bidders.Select(one => new Offer(one, decimal.Round(deal.Amount * .9m, 2)))]), Confounders.FloorTies);
    }

    /// <summary>A box of five, fifty tablets instead of twenty: another price for another pack.</summary>
    private void PackSize(DateOnly day)
    {
        var paper = chance.Is(.6);
        var product = chance.Of(stage.World.OfClass(paper ? "172314" : "212013"));
        if (Some(day, one => product.Buyers.HasFlag(one.Kind), product) is not { } deal)
            return;
        var (words, times) = chance.Of(paper
            ? [("Бумага А4, 500 листов, в коробке 5 пачек", 5m), ("А4 500 листов (5 пачек в коробке)", 5m)]
            : new[] { ("Таблетки №50", 2.5m), ("Таблетки №10", .5m), ("Таблетки №100", 5m) });
        deal = deal with
        {
            Details = $"{words}, заявка {chance.From(1, 9_000)}",
            UnitPrice = decimal.Round(deal.UnitPrice * times, 2),
            Quantity = Math.Max(1, Math.Floor(deal.Quantity / times)),
            Changes = [],
        };
        Tell(Bid(deal), Confounders.PackSizes);
    }

    /// <summary>A sum typed in tiyn: a hundred times the price; the offers are sober.</summary>
    private void Typing(DateOnly day)
    {
        if (Some(day, _ => true, fits: product => product.HasComparablePrice && product.Price * product.Least < 20_000) is not { } deal)
            return;
        var sober = deal.UnitPrice * (decimal)chance.Between(.93, 1);
        deal = deal with
        {
            UnitPrice = deal.UnitPrice * 100,
            Quantity = Math.Max(1, Math.Min(deal.Quantity, deal.Product.Least * 2)),
            Changes = []
        };
        var bidders = stage.World.Bidders(deal.Product, deal.Buyer.Region, chance.From(2, 4), chance);
        if (chance.Is(.5))
            Tell(deal with { LotStatus = Ways.Cancelled }, Confounders.TypingErrors);
        else
            Tell(Awarded(deal, [.. bidders.Select(Sober)]), Confounders.TypingErrors);

        Offer Sober(Supplier one) => new(one, decimal.Round(sober * deal.Quantity * (decimal)chance.Between(1, 1.06), 2));
    }

    /// <summary>Potatoes and apples before the new harvest.</summary>
    private void Season(DateOnly day)
    {
        var product = chance.Of(stage.World.Products.Where(one => one.IsSeasonal).ToList());
        if (Some(day, one => product.Buyers.HasFlag(one.Kind), product) is { } deal)
            Tell(Bid(deal), Confounders.SeasonalFood);
    }

    /// <summary>A brand that must be named: parts of what is installed, "or equivalent", little money in price proposals.</summary>
    private void Brand(DateOnly day)
    {
        var (six, words) = chance.Of<(string, string)>(
        [
            ("262040", "Картридж для принтера HP LaserJet Pro, установленного у заказчика"),
            ("262040", "Картридж к установленному МФУ Canon i-Sensys, имеется в наличии у заказчика"),
            ("293230", "Фильтр для ремонта автомобиля Toyota, состоящего на балансе"),
            ("262011", "Ноутбук Lenovo или эквивалент"),
            ("262017", "Монитор Samsung либо аналог не хуже"),
            ("262011", "Ноутбук HP немесе баламасы"),
        ]);
        var product = chance.Of(stage.World.OfClass(six));
        if (Some(day, one => product.Buyers.HasFlag(one.Kind), product) is not { } deal
            || stage.Ledger.Proposed(deal.Buyer, product, day.Year) > Ledger.BrandLimit(day.Year))
            return;
        Tell(Bid(deal with { Details = $"{words}, заявка {chance.From(1, 9_000)}" }), Confounders.InstalledBrands);
    }

    /// <summary>Bought in December from the new year's money; signed when the budget is there.</summary>
    private void NextYear(DateOnly day)
    {
        if (Some(day, _ => true) is { } deal)
            Tell(Bid(deal with
            {
                Year = day.Year + 1,
                Signed = Days.Office(Days.Any(chance, new DateOnly(day.Year + 1, 1, 9), new DateOnly(day.Year + 1, 1, 13)), chance),
            }), Confounders.NextYearPlans);
    }

    private Deal? Some(DateOnly day, Func<Buyer, bool> buys, Product? product = null, Func<Product, bool>? fits = null)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var buyer = stage.AnyBuyer(buys);
            var thing = product ?? chance.Of(buyer.Needs);
            if ((fits?.Invoke(thing) ?? true) && ordinary.Planned(buyer, thing, Timing.Of(Ways.PriceProposals, day, chance)) is { } deal)
                return deal;
        }

        return null;
    }

    private Deal Bid(Deal deal) => Awarded(deal, stage.Offers(
        stage.World.Bidders(deal.Product, deal.Buyer.Region, stage.Bidders(deal.Product, 2), chance), deal.Amount));

    private static Deal Awarded(Deal deal, List<Offer> offers) =>
        offers.Count == 0 ? deal with { LotStatus = Ways.Cancelled } : Ordinary.Fitted(Stage.Awarded(deal, Stage.Ranked(offers)));

    private void Tell(Deal deal, Confounders group)
    {
        stage.Desk.Write(deal);
        stage.Label(deal.Subject, group);
    }
}
