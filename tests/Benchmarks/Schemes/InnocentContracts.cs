namespace Benchmarks.Schemes;

/// <summary>Innocent series of contracts: meals prolonged, heat and water of monopolies, one thing bought for many places.</summary>
internal sealed class InnocentContracts(Stage stage, Script script, Ordinary ordinary)
{
    private const int MostPlaces = 6;
    private readonly Chance chance = stage.Chance;

    public void Prepare(int each)
    {
        var schools = stage.World.Buyers.Where(buyer => buyer.Kind is BuyerKinds.School or BuyerKinds.College)
            .OrderBy(_ => chance.Unit()).ToList();
        foreach (var school in schools.Take(each / 2))
            script.On(Days.First, _ => Meals(school));

        List<Supplier> monopolies = [.. Enumerable.Range(0, Buyers.Oblasts.Length).SelectMany(Monopolies)];
        for (var i = 0; i < each; i++)
            script.On(Days.Any(chance, Days.First, Days.Last), day => Utility(day, monopolies));
        for (var i = 0; i < each; i += MostPlaces - 1)
            script.On(Days.Any(chance, new DateOnly(2025, 2, 1), new DateOnly(2026, 7, 1)), Divided);
    }

    /// <summary>A tender before the school year of 2024, then the same caterer for the two years that the rules allow.</summary>
    private void Meals(Buyer school)
    {
        var product = chance.Of(stage.World.OfClass("562920"));
        var timing = Timing.Of(Ways.Meals, Days.Any(chance, new DateOnly(2024, 7, 1), new DateOnly(2024, 7, 31)), chance);
        if (ordinary.Planned(school, product, timing, Ways.Meals) is not { } deal)
            return;
        var bidders = stage.World.Bidders(product, school.Region, chance.From(1, 3), chance);
        deal = Stage.Awarded(deal with { Year = 2024, SupplyDays = 100, Changes = [] }, stage.Offers(bidders, deal.Amount, .05));
        stage.Desk.Write(deal);
        var price = deal.Agreed!.Value;
        foreach (var year in new[] { 2025, 2026 })
        {
            price = decimal.Round(price * (decimal)chance.Between(1, 1.07), 2);
            var again = new DirectDeal
            {
                Buyer = school,
                Product = product,
                Supplier = deal.Winner!,
                UnitPrice = price,
                Quantity = 1,
                Details = deal.Details,
                Method = Ways.MealsAgain,
                Ground = null,
                Signed = Days.Office(Days.Any(chance, new DateOnly(year, 1, 9), new DateOnly(year, 1, 28)), chance),
                Year = year,
            };
            stage.Desk.Write(again);
            stage.Label(again.Subject, Confounders.MealProlongations);
        }
    }

    /// <summary>Heat and water of one oblast.</summary>
    private IEnumerable<Supplier> Monopolies(int region)
    {
        foreach (var six in new[] { "353011", "360020" })
        {
            var own = stage.OwnSupplier(region, stage.World.OfClass(six)[0]);
            own = own with
            {
                Organisation = own.Organisation with
                { IsMonopoly = true, Registered = Days.At(new DateOnly(2004, 5, 20), 0) }
            };
            stage.World.Suppliers[own.Index] = own;
            yield return own;
        }
    }

    private void Utility(DateOnly day, List<Supplier> monopolies)
    {
        var buyer = stage.AnyBuyer();
        var heat = chance.Is(.5);
        var product = chance.Of(stage.World.OfClass(heat ? "353011" : "360020"));
        var price = stage.World.Price(product, buyer.Region, day, chance);
        var deal = new DirectDeal
        {
            Buyer = buyer,
            Product = product,
            Supplier = monopolies[(buyer.Region * 2) + (heat ? 0 : 1)],
            UnitPrice = price,
            Quantity = 1,
            Details = stage.Words(product, buyer),
            Ground = Ways.NaturalMonopoly,
            Signed = Days.Office(day, chance),
            Year = day.Year,
            Changes = chance.Is(.3) ? Amendments.OfTariff(price, 1, chance) : [],
        };
        stage.Desk.Write(deal);
        stage.Label(deal.Subject, Confounders.Monopolies | (deal.Changes.Count > 0 ? Confounders.TechnicalAmendments : 0));
    }

    /// <summary>
    /// Article 6(3): the same thing for several places in lots of their own; together more than price proposals may buy, in no place.
    /// </summary>
    private void Divided(DateOnly day)
    {
        Buyer buyer;
        Product product;
        do
        {
            buyer = stage.AnyBuyer(one => one.Kind is BuyerKinds.Town or BuyerKinds.Department or BuyerKinds.Hospital);
            product = chance.Of(buyer.Needs.Where(one => one.IsGoods).ToList());
        }
        while (!stage.Ledger.Reserve(buyer, product));

        var places = chance.From(4, MostPlaces);
        var price = stage.World.Price(product, buyer.Region, day, chance);
        var whole = Ledger.ProposalsLimit(day.Year) * (decimal)chance.Between(1.05, 2.2);
        var details = stage.Words(product, buyer);
        for (var i = 0; i < places; i++)
        {
            var quantity = Math.Floor(whole / places * (decimal)chance.Between(.8, 1.2) / price);
            if (quantity < 1 || price * quantity > Ledger.ProposalsLimit(day.Year))
                continue;
            var deal = new Deal
            {
                Buyer = buyer,
                Product = product,
                UnitPrice = price,
                Quantity = quantity,
                Details = details,
                Place = $"{buyer.Place[..4]}{10 + i}{chance.From(100, 180)}",
                Timing = Timing.Of(Ways.PriceProposals, day, chance),
                SupplyDays = chance.From(15, 40),
            };
            var bidders = stage.World.Bidders(product, buyer.Region, stage.Bidders(product, 2), chance);
            stage.Desk.Write(deal = Stage.Awarded(deal, stage.Offers(bidders, deal.Amount)));
            stage.Label(deal.Subject, Confounders.DividedByPlace);
        }
    }
}
