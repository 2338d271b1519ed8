namespace Benchmarks.Schemes;

/// <summary>The innocent everyday: price proposals, their repeats, purchases after failure, tenders, small direct contracts.</summary>
internal sealed class Ordinary
{
    private const double DirectForAnAnnouncement = .66;
    private readonly Stage stage;
    private readonly Chance chance;
    private readonly Tenders tenders;
    private readonly SmallContracts small;

    public Ordinary(Stage stage)
    {
        this.stage = stage;
        chance = stage.Chance;
        tenders = new Tenders(stage, this);
        small = new SmallContracts(stage);
    }

    /// <summary>One announcement of a day, with what follows from it.</summary>
    public void Announce(DateOnly day)
    {
        var buyer = stage.AnyBuyer();
        var draw = chance.Unit();
        if (draw < .085)
            tenders.Hold(buyer, chance.Of(buyer.Needs), day, Ways.Tender);
        else if (draw < .1 && buyer.Needs.Where(product => product.IsGoods).ToList() is { Count: > 0 } goods)
            tenders.Hold(buyer, chance.Of(goods), day, Ways.Auction);
        else if (draw < .107 && buyer.Kind is (BuyerKinds.School or BuyerKinds.College))
            tenders.Hold(buyer, chance.Of(stage.World.OfClass("562920")), day, Ways.Meals);
        else
            Proposals(buyer, day);

        if (chance.Is(DirectForAnAnnouncement))
            small.Sign(stage.AnyBuyer(), day);
    }

    private void Proposals(Buyer buyer, DateOnly day)
    {
        var count = chance.Is(.82) ? 1 : chance.From(2, 5);
        var timing = Timing.Of(Ways.PriceProposals, day, chance);
        List<Deal> deals = [];
        for (var tries = 0; deals.Count < count && tries < 12; tries++)
            if (Planned(buyer, chance.Of(buyer.Needs), timing) is { } deal && deals.TrueForAll(other => other.Product != deal.Product))
                deals.Add(Answered(deal, day));
        if (deals.Count == 0)
            return;

        stage.Desk.Write(deals);
        foreach (var deal in deals)
            After(deal);
    }

    /// <summary>Something the buyer needs within what the year's limit leaves; null when nothing is left.</summary>
    public Deal? Planned(Buyer buyer, Product product, Timing timing, int method = Ways.PriceProposals)
    {
        var day = Days.Of(timing.Published);
        var (price, quantity) = (stage.World.Price(product, buyer.Region, day, chance), stage.Quantity(product, buyer));
        if (stage.World.Terrain.WrongUnits is > 0 and var wrong && product.HasComparablePrice && chance.Is(wrong))
            (product, price, quantity) = WithWrongUnit(product, price, quantity);
        if (stage.Ledger.IsReserved(buyer, product)
            || (method == Ways.PriceProposals && !stage.Ledger.Propose(buyer, product, day.Year, price * quantity)))
            return null;

        return new Deal
        {
            Buyer = buyer,
            Product = product,
            UnitPrice = price,
            Quantity = quantity,
            Details = stage.Words(product, buyer),
            Timing = timing,
            Method = method,
            SupplyDays = product.Type == 1 ? 15 + (5 * chance.Below(6)) : 30 + (10 * chance.Below(12)),
            Prepayment = chance.Is(.15) ? 30 : 0,
            PlannedAhead = chance.From(8, 80),
            Changes = chance.Is(.22) ? Amendments.Harmless(price, quantity, chance) : [],
        };
    }

    /// <summary>Another unit for the same thing, or the price of a pack beside the number of packs and the unit of a piece.</summary>
    private (Product Product, decimal Price, decimal Quantity) WithWrongUnit(Product product, decimal price, decimal quantity) =>
        chance.Of([2m, 5m, 10m, 12m, 20m]) is var pieces && chance.Is(.5) && quantity >= pieces
            ? (product, price * pieces, Math.Floor(quantity / pieces))
            : (product with { UnitCode = "778", UnitName = "Упаковка" }, price, quantity);

    /// <summary>Several offers, one, or none: with one or none price proposals have failed.</summary>
    private Deal Answered(Deal deal, DateOnly day)
    {
        var draw = chance.Unit();
        var repeated = deal.IsRepeat;
        var count = draw < (repeated ? .25 : .19) ? 0 : draw < (repeated ? .55 : .41) ? 1 : stage.Bidders(deal.Product, 2);
        var bidders = stage.World.Bidders(deal.Product, deal.Buyer.Region, count, chance);
        if (Days.Of(deal.Timing.Results) > Days.Of(Days.AsOf))
            return deal;
        var offers = stage.Offers(bidders, deal.Amount);
        return offers.Count >= 2 ? Fitted(Stage.Awarded(deal, offers))
            : deal with
            {
                LotStatus = Ways.NotHeld,
                Offers = [.. offers.Select(offer => offer with { Status = Ways.HandedIn })],
                Changes = []
            };
    }

    /// <summary>Amendments speak of the agreed price.</summary>
    public static Deal Fitted(Deal deal) => deal.Changes.Count == 0 ? deal
        : deal with { Changes = [.. deal.Changes.Select(change => change with { UnitPrice = deal.Agreed!.Value })] };

    /// <summary>Labels what was written, and what follows when it failed.</summary>
    public void After(Deal deal)
    {
        if (deal.Timing.IsMinimum)
            stage.Label(deal.Subject, Confounders.LegalMinimum);
        if (deal.Attempt > 1)
            stage.Label(deal.Subject, Confounders.Retries);
        if (deal.Changes.Count > 0)
            stage.Label(deal.Subject, Confounders.TechnicalAmendments);
        if (deal.LotStatus != Ways.NotHeld || deal.Timing.Results > Days.AsOf)
            return;

        var next = Days.Later(Days.Of(deal.Timing.Results), chance.From(2, 12));
        if (next > Days.Last)
            return;
        if (deal.Offers is [var only])
            FromOne(deal, next, only.Supplier,
                deal.Product.Most == 1 ? only.Amount : decimal.Round(only.Amount / deal.Quantity, 2), oneBid: true);
        else if (deal.IsRepeat)
            FromOne(deal, next, stage.World.Bidders(deal.Product, deal.Buyer.Region, 1, chance)[0], deal.UnitPrice, oneBid: false);
        else
            Repeat(deal, next);
    }

    private void Repeat(Deal failed, DateOnly day)
    {
        var again = Answered(failed with
        {
            Timing = Timing.Of(Ways.PriceProposals, day, chance),
            Before = failed,
            Attempt = failed.Attempt + 1,
            IsRepeat = true,
            LotStatus = Ways.Held,
        }, day);
        stage.Desk.Write(again);
        After(again);
    }

    /// <summary>After failure: the only bidder at its own price or less, or whom the buyer picks when nobody came twice.</summary>
    public void FromOne(Deal failed, DateOnly day, Supplier supplier, decimal price, bool oneBid)
    {
        var agreed = oneBid && chance.Is(.15) ? decimal.Round(price * .99m, 2) : price;
        var deal = stage.Desk.Write(failed with
        {
            Method = Ways.AfterFailure,
            Timing = Timing.Of(Ways.AfterFailure, day, chance),
            Before = failed,
            Attempt = failed.Attempt + 1,
            IsRepeat = true,
            LotStatus = Ways.Held,
            Offers = [new Offer(supplier, decimal.Round(agreed * failed.Quantity, 2), Ways.Won)],
            Winner = supplier,
            Agreed = agreed,
        });
        stage.Label(deal.Subject, Confounders.Retries | (oneBid ? Confounders.OneBid : 0));
        if (oneBid)
            stage.Label(failed.Subject, Confounders.OneBid);
    }
}
