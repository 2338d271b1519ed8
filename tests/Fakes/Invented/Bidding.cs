namespace Fakes.Invented;

/// <summary>Who bids and at what price, and what comes out of it: winners, failures, contracts, amendments, acts.</summary>
internal sealed class Bidding(Stage stage)
{
    private static readonly int[] PriceOfferBidders = [170, 230, 220, 150, 90, 60, 40, 25, 15];
    private static readonly int[] TenderBidders = [200, 330, 240, 120, 60, 30, 20];

    /// <summary>Ordinary bidders come, and the results are drawn.</summary>
    public void Hold(Purchase purchase, Dice dice)
    {
        var count = purchase.Method switch
        {
            _ when purchase.Method == Method.PriceOffers => dice.Weighted(PriceOfferBidders),
            _ when purchase.Method == Method.OneSource => 1,
            _ when purchase.Method == Method.Points => dice.Between(2, 9),
            _ => dice.Weighted(TenderBidders),
        };
        var seen = new HashSet<long>();
        for (var i = 0; i < count; i++)
        {
            var supplier = purchase.Invited ?? stage.Organisations.SomeSupplier(purchase.Buyer, dice);
            if (seen.Add(supplier.Pid))
                Apply(purchase, supplier, dice);
        }

        Settle(purchase, dice);
    }

    /// <summary>One ordinary application; on some lots it may say nothing.</summary>
    public Application Apply(Purchase purchase, Organisation supplier, Dice dice)
    {
        var application = Enter(purchase, supplier, dice);
        var discount = purchase.Method == Method.Points ? dice.Between(0, 10) : 0;
        foreach (var lot in purchase.Lots)
            if (purchase.Lots.Count == 1 || dice.Chance(800))
                application.Offers.Add(new Offer(stage.Ids.Part(), lot, Price(purchase, lot, dice)) { DiscountPercent = discount });
        return application;
    }

    /// <summary>An application without offers yet.</summary>
    public Application Enter(Purchase purchase, Organisation supplier, Dice dice)
    {
        var seconds = (int)Math.Min((purchase.End - purchase.Start).TotalSeconds, 2_000_000) - 61;
        var application = new Application(
            stage.Ids.Bid(), supplier, purchase.Start.AddSeconds(60 + dice.Below(Math.Max(1, seconds)))
                .AddMicroseconds(dice.Below(1_000_000)));
        purchase.Applications.Add(application);
        return application;
    }

    /// <summary>Decides every lot by the lowest price, the earlier of equals, and the announcement by its lots.</summary>
    public static void Settle(Purchase purchase, Dice dice)
    {
        var isAutomatic = purchase.Method == Method.PriceOffers || purchase.Method == Method.OneSource;
        purchase.Results ??= isAutomatic ? purchase.End.AddMinutes(dice.Between(1, 90))
            : WorkCalendar.Add(purchase.End, dice.Between(2, 6));
        foreach (var lot in purchase.Lots)
        {
            var offers = purchase.Applications.SelectMany(application => application.Offers.Select(offer => (application, offer)))
                .Where(pair => pair.offer.Lot == lot && pair.offer.Status != Offer.Rejected)
                .OrderBy(pair => pair.offer.Price * (100 - pair.offer.DiscountPercent)).ThenBy(pair => pair.application.HandedIn).ToList();
            var needed = purchase.Method == Method.PriceOffers ? 2 : 1;
            lot.Status = offers.Count >= needed ? 360 : 370;
            if (offers.Count < needed)
                continue;
            offers[0].offer.Status = Offer.Won;
            lot.WonPrice = offers[0].offer.Price;
            if (offers.Count > 1)
                offers[1].offer.Status = Offer.Second;
        }

        purchase.Status = 350;
        purchase.Updated = purchase.Results.Value;
    }

    /// <summary>What has not happened yet is taken back, and statuses are put as they stand now, a few of them stale.</summary>
    public void AsSeenNow(Purchase purchase, Dice dice)
    {
        var isStale = dice.Chance(20);
        if (purchase.Results is { } results && results <= stage.Now)
        {
            if (isStale)
                Mark(purchase, 220);
            return;
        }

        purchase.Results = null;
        purchase.Cancelled = null;
        purchase.Applications.RemoveAll(application => application.HandedIn > stage.Now);
        purchase.Deals.Clear();
        purchase.Updated = purchase.Published;
        var open = purchase.Method == Method.PriceOffers ? dice.Of<int>([210, 240]) : 220;
        Mark(purchase, stage.Now < purchase.Start ? 210 : purchase.End > stage.Now || isStale ? open : 330);
        foreach (var offer in purchase.Applications.SelectMany(application => application.Offers))
            offer.Status = Offer.Submitted;
    }

    private static void Mark(Purchase purchase, int status)
    {
        purchase.Status = status;
        foreach (var lot in purchase.Lots)
            lot.Status = status;
    }

    /// <summary>Where the law sets a floor, everybody sits on it; elsewhere prices spread, and some end in equal round sums.</summary>
    private static decimal Price(Purchase purchase, LotOffer lot, Dice dice)
    {
        if (purchase.Method == Method.Points)
            return decimal.Round(lot.Price * (purchase.Published.Year < 2025 ? 0.95m : 0.98m), 2);
        if (purchase.Method == Method.OneSource)
            return dice.Chance(800) ? lot.Price : decimal.Round(lot.Price * dice.Between(930, 999) / 1000, 2);
        if (purchase.Method == Method.PriceOffers && dice.Chance(50))
            return decimal.Round(lot.Price * 0.9m, 2);    // the floor of price offers
        var price = lot.Price * dice.Between(700, 1000) / 1000;
        return price > 1000 && dice.Chance(400) ? decimal.Floor(price / 10) * 10 : decimal.Round(price, 2);
    }
}
