namespace Benchmarks.Schemes;

/// <summary>Construction and design: all bids at the floor of their kind, points decide, who lacks a permit is rejected.</summary>
internal sealed class InnocentPoints(Stage stage, Script script, Ordinary ordinary)
{
    private readonly Chance chance = stage.Chance;

    public void Prepare(int count)
    {
        for (var i = 0; i < count; i++)
            script.On(Days.Any(chance, new DateOnly(2025, 2, 1), new DateOnly(2026, 8, 20)), Points);
    }

    private void Points(DateOnly day)
    {
        var (six, floor) = chance.Unit() switch { < .5 => ("412040", .98m), < .8 => ("421120", .95m), _ => ("711220", .90m) };
        var product = chance.Of(stage.World.OfClass(six));
        var buyer = stage.AnyBuyer(one => product.Buyers.HasFlag(one.Kind));
        if (ordinary.Planned(buyer, product, Timing.Of(Ways.Points, day, chance), Ways.Points) is not { } deal)
            return;
        var bidders = stage.World.Bidders(product, buyer.Region, chance.From(3, 7), chance);
        var sum = decimal.Round(deal.Amount * floor, 2);
        Offer[] offers =
        [
            .. bidders.Select((one, i) => new Offer(one, sum, i switch
            {
                0 => Ways.Won,
                1 => Ways.Second,
                _ => chance.Is(.25) ? Ways.Rejected : Ways.HandedIn,
            })),
        ];
        deal = deal with
        {
            IsConstruction = product.Type == 2,
            DesignSign = product.Type == 2 ? 1 : null,
            SupplyDays = chance.From(60, 200),
            Changes = []
        };
        stage.Desk.Write(deal = Stage.Awarded(deal, offers));
        stage.Label(deal.Subject, Confounders.Points);
    }
}
