namespace Benchmarks.Schemes;

/// <summary>Scheme 5: in a tender everybody but the winner is rejected, the cheapest too.</summary>
internal sealed class RejectedPlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number) => Script.On(AnyDay(), day =>
    {
        var planted = New(Scheme.RivalsRejected, number % 3 == 0 ? "cheapest alone" : "all others", "KZ-08", "KZ-09");
        var buyer = Stage.AnyBuyer();
        var product = Need(buyer);
        var overpaid = Ledger.Mci(day.Year) * (decimal)Chance.Scaled(55, 600);
        var cheaper = (decimal)Chance.Between(.033, .085);
        var deal = Worth(buyer, product, day, overpaid / cheaper, Ways.Tender);
        var winning = deal.Amount * .995m;
        var bidders = Stage.World.Bidders(product, buyer.Region, Chance.From(3, 5), Chance);
        Offer[] offers =
        [
            .. bidders.Select((one, i) => i == 0 ? new Offer(one, decimal.Round(winning, 2), Ways.Won)
                : i == 1 ? new Offer(one, decimal.Round(winning * (1 - cheaper), 2), Ways.Rejected)
                : new Offer(one, decimal.Round(winning * (decimal)Chance.Between(.93, 1.004), 2),
                    number % 3 == 0 && i == 2 ? Ways.Second : Ways.Rejected)),
        ];
        Write(planted, Stage.Awarded(deal, offers));
    });
}
