namespace Benchmarks.Schemes;

/// <summary>Everyday tenders and auctions: most are won, in some a bid is rejected, some fail twice and end with one source.</summary>
internal sealed class Tenders(Stage stage, Ordinary ordinary)
{
    private readonly Chance chance = stage.Chance;

    public void Hold(Buyer buyer, Product product, DateOnly day, int method)
    {
        if (ordinary.Planned(buyer, product, Timing.Of(method, day, chance), method) is not { } deal)
            return;
        if (chance.Is(.08))
        {
            Failed(deal);
            return;
        }

        deal = deal with { Quantity = product.Most == 1 ? 1 : deal.Quantity * chance.From(1, 3) };
        var offers = stage.Offers(stage.World.Bidders(product, buyer.Region, stage.Bidders(product), chance), deal.Amount);
        if (offers.Count == 0)
            return;
        deal = Ordinary.Fitted(Stage.Awarded(deal,
            [.. offers.Select((offer, i) => i > 0 && chance.Is(.08) ? offer with { Status = Ways.Rejected } : offer)]));
        stage.Desk.Write(deal);
        ordinary.After(deal);
    }

    /// <summary>Nobody came twice, then one source, art. 15(4).</summary>
    private void Failed(Deal deal)
    {
        var first = stage.Desk.Write(deal with { LotStatus = Ways.NotHeld, Changes = [] });
        var next = Days.Later(Days.Of(first.Timing.Results), chance.From(2, 8));
        if (next > Days.Last)
            return;
        var again = stage.Desk.Write(first with
        {
            Before = first,
            Attempt = 2,
            IsRepeat = true,
            Timing = Timing.Of(first.Method, next, chance, repeat: true),
        });
        stage.Label(again.Subject, Confounders.Retries | Confounders.LegalMinimum);
        next = Days.Later(Days.Of(again.Timing.Results), chance.From(2, 8));
        if (next <= Days.Last && again.Timing.Results <= Days.AsOf)
            ordinary.FromOne(again, next,
                stage.World.Bidders(deal.Product, deal.Buyer.Region, 1, chance)[0], deal.UnitPrice, oneBid: false);
    }
}
