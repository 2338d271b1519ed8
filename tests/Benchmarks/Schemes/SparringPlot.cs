namespace Benchmarks.Schemes;

/// <summary>Scheme 8: a partner who bids and never wins, or firms that win in turn.</summary>
internal sealed class SparringPlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number)
    {
        if (number % 2 == 0)
            Partner();
        else
            Turns();
    }

    private void Partner()
    {
        var planted = New(Scheme.Sparring, "partner", "KZ-23");
        var home = Stage.AnyBuyer();
        var product = Need(home);
        var (winner, partner) = (Stage.OwnSupplier(home.Region, product), Stage.OwnSupplier(home.Region, product));
        for (var i = Chance.From(7, 18); i > 0; i--)
            Script.On(AnyDay(), day =>
            {
                var buyer = Stage.AnyBuyer(
                    one => one.Region == home.Region && product.Buyers.HasFlag(one.Kind) && !Stage.Ledger.IsReserved(one, product));
                var deal = Worth(buyer, product, day, (decimal)Chance.Scaled(200_000, 5_000_000), Ways.Tender);
                var price = deal.Amount * (decimal)Chance.Between(.955, .998);
                var third = Stage.World.Bidders(product, buyer.Region, Chance.Is(.3) ? 1 : 0, Chance);
                var (first, second) = Chance.Is(.93) ? (winner, partner) : (partner, winner);
                Write(planted, Stage.Awarded(deal, Stage.Ranked(
                [
                    new Offer(first, decimal.Round(price, 2)),
                        new Offer(second, decimal.Round(price * (decimal)Chance.Between(1.004, 1.02), 2)),
                    .. third.Select(one => new Offer(one, decimal.Round(price * 1.03m, 2))),
                ])));
            });
    }

    private void Turns()
    {
        var planted = New(Scheme.Sparring, "in turn", "KZ-24");
        var (buyer, product) = Reserved(one => true);
        List<Supplier> ring = [.. Enumerable.Range(0, Chance.From(2, 3)).Select(_ => Stage.OwnSupplier(buyer.Region, product))];
        var count = Chance.From(12, 20);
        var turn = 0;
        var step = (Until.DayNumber - From.DayNumber) / count;
        for (var i = 0; i < count; i++)
            Script.On(From.AddDays((i * step) + Chance.Below(5)), day =>
            {
                var deal = Worth(buyer, product, day, Ledger.ProposalsLimit(day.Year) / count * (decimal)Chance.Between(.3, .9));
                var lowest = deal.Amount * (decimal)Chance.Between(.972, .995);
                turn += Chance.Is(.93) ? 1 : 0;
                Write(planted, Stage.Awarded(deal, Stage.Ranked(ring.Select((one, place) =>
                    new Offer(one, decimal.Round(lowest * (1 + (.004m * ((place + turn) % ring.Count))), 2))))));
            });
    }
}
