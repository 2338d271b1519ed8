namespace Benchmarks.Schemes;

/// <summary>
/// Scheme 1: goods at two to six times what others pay, for enough money to matter. Only of codes that mean one thing: in a code that
/// means many, no price tells anything.
/// </summary>
internal sealed class OverpricedPlot(Stage stage, Script script) : Plot(stage, script)
{
    private const decimal LeastOverpaidMci = 55;
    private const double WidestSpread = .4;

    public override void Plant(int number) => Script.On(Days.Any(Chance, new DateOnly(2025, 9, 1), Until), day =>
    {
        var planted = New(Scheme.Overpriced, number % 4 == 0 ? "tender" : "proposals", "KZ-01");
        for (; ; )
        {
            var (buyer, product) = Reserved(one => one is { HasComparablePrice: true, IsSeasonal: false, Spread: < WidestSpread });
            var times = Chance.Scaled(2, 6);
            var level = Stage.World.Level(product, buyer.Region, day);
            var price = World.Rounded(level * times);
            var quantity = Stage.Quantity(product, buyer);
            var overpaid = (price - (decimal)(level * Math.Exp(.7 * product.Spread))) * quantity;
            if (overpaid < LeastOverpaidMci * Ledger.Mci(day.Year) || price * quantity > Ledger.ProposalsLimit(day.Year) * .9m)
                continue;
            Write(planted, Competed(Deal(buyer, product, day, price, quantity, number % 4 == 0 ? Ways.Tender : Ways.PriceProposals)));
            return;
        }
    });
}

/// <summary>Scheme 7: won cheaply, then made dearer by an amendment for which the law has no ground.</summary>
internal sealed class RaisedPlot(Stage stage, Script script) : Plot(stage, script)
{
    private const int NeedRose = 3;

    public override void Plant(int number) => Script.On(Days.Any(Chance, From, new DateOnly(2026, 5, 31)), day =>
    {
        var aboveLot = number % 3 == 0;
        var planted = New(Scheme.RaisedByAmendment, aboveLot ? "sum above the lot" : "unit price up", "KZ-06");
        var (buyer, product) = Reserved(one => aboveLot ? one.IsGoods : one.Type != 3 || one.Price > 300_000);
        var deal = Competed(Worth(buyer, product, day, (decimal)Chance.Scaled(600_000, 25_000_000),
            number % 2 == 0 ? Ways.Tender : Ways.PriceProposals));
        var (price, days) = (deal.Agreed!.Value, Chance.From(6, 70));
        Write(planted, deal with
        {
            SupplyDays = deal.SupplyDays + days,
            Changes = aboveLot
                ? [new Change(days, price, Math.Ceiling(deal.Amount / price * (decimal)Chance.Between(1.03, 1.4)), NeedRose)]
                : [new Change(days, decimal.Round(price * (decimal)Chance.Scaled(1.03, 1.45), 2),
                    deal.Quantity, Chance.Is(.5) ? 0 : NeedRose)],
        });
    });
}
