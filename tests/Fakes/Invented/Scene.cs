namespace Fakes.Invented;

/// <summary>Where one scheme is played: its own firms and purchases at its own time, among what everybody else does.</summary>
internal sealed class Scene(Stage stage, Dice dice, DateTime at)
{
    private readonly Bidding bidding = new(stage);
    private readonly Contracting contracting = new(stage);

    public Bundle Bundle { get; } = new();
    public Dice Dice => dice;
    public DateTime At { get; private set; } = at;
    public DateTime Now => stage.Now;

    /// <summary>Moves the scene back where it would not be over by now.</summary>
    public Scene Lasting(int days)
    {
        if (At.AddDays(days) > stage.Now)
            At = stage.Now.AddDays(-days);
        return this;
    }

    public void MoveTo(DateTime moment) => At = moment;

    public Organisation Buyer() => stage.Organisations.SomeBuyer(dice);

    public Organisation Buyer(char kind)
    {
        var buyer = Buyer();
        for (var i = 0; i < 500 && buyer.Kind != kind; i++)
            buyer = Buyer();
        return buyer;
    }

    /// <summary>A firm that exists for this scheme only.</summary>
    public Organisation Firm(Organisation near, int daysOld = 1500)
    {
        var firm = stage.Organisations.Newcomer(near, At.AddDays(-daysOld));
        Bundle.Newcomers.Add(firm);
        return firm;
    }

    public Organisation SomeSupplier(Organisation buyer) => stage.Organisations.SomeSupplier(buyer, dice);

    public PlanRow Plan(
        Organisation buyer, Thing thing, decimal count, decimal price, Method method, DateTime created, int ground = Grounds.None) =>
        stage.Plan(buyer, thing, count, price, method, created, dice, ground);

    /// <summary>An announcement of one lot, so many days into the scene.</summary>
    public Purchase Announce(Organisation buyer, Method method, double day, PlanRow plan, Purchase? before = null)
    {
        var published = At.Date.AddDays(day).AddHours(10).AddSeconds(dice.Below(20_000));
        var purchase = stage.Announce(buyer, method, before?.Results is { } results && results > published ? results.AddHours(20)
            : published, dice, before);
        stage.Lot(purchase, plan, dice);
        Bundle.Purchases.Add(purchase);
        return purchase;
    }

    public Offer Bid(Purchase purchase, Organisation supplier, decimal price)
    {
        var application = bidding.Enter(purchase, supplier, dice);
        var offer = new Offer(stage.Ids.Part(), purchase.Lots[0], decimal.Round(price, 2));
        application.Offers.Add(offer);
        return offer;
    }

    public void Settle(Purchase purchase) => Bidding.Settle(purchase, dice);

    /// <summary>Results and contracts, as ordinary purchases have them, without amendments.</summary>
    public Deal? Finish(Purchase purchase)
    {
        Settle(purchase);
        contracting.Conclude(purchase, dice);
        purchase.Deals.RemoveAll(deal => deal.Parent != 0);
        foreach (var deal in purchase.Deals.Where(deal => deal.Status is 455 or 330))
            deal.Status = 190;
        return purchase.Deals.FirstOrDefault();
    }

    public Deal Directly(Organisation buyer, Organisation supplier, PlanRow plan, DateTime created)
    {
        var deal = contracting.Directly(buyer, supplier, plan, WorkCalendar.OnWorkingDay(created), dice);
        (deal.Status, deal.Signed) = (190, deal.Signed ?? deal.Created.AddHours(5));
        Bundle.LonePlans.Add(plan);
        Bundle.DirectDeals.Add(deal);
        return deal;
    }

    public Deal Amend(Deal deal, int days, decimal quantity, decimal price, int ground)
    {
        var version = contracting.Amend(deal, days, quantity, price, ground, dice);
        (version.Status, version.Signed) = (190, version.Signed ?? version.Created.AddHours(5));
        (deal.Purchase?.Deals ?? Bundle.DirectDeals).Add(version);
        return version;
    }

    /// <summary>The contract was signed and its work accepted at these moments.</summary>
    public void CarriedOut(Deal deal, DateTime signed, DateTime accepted)
    {
        deal.Acts.Clear();
        deal.Acts.Add(new Handover(stage.Ids.Act(), accepted, accepted.AddHours(2), 0, 0));
        (deal.Signed, deal.Done, deal.Status, deal.Updated) = (signed, accepted, 390, accepted.AddHours(3));
    }

    /// <summary>The buyer calls the announcement off after everybody's prices were opened.</summary>
    public static void Cancel(Purchase purchase, DateTime cancelled)
    {
        (purchase.Cancelled, purchase.Status, purchase.Updated, purchase.Results) = (cancelled, 430, cancelled, cancelled);
        foreach (var lot in purchase.Lots)
            lot.Status = 430;
        foreach (var offer in purchase.Applications.SelectMany(application => application.Offers))
            offer.Status = Offer.Submitted;
    }

    public void List(Organisation supplier, Organisation buyer, DateTime from) => Bundle.Listings.Add(
        new Listing(stage.Ids.Listing(), supplier, buyer, DateOnly.FromDateTime(from), DateOnly.FromDateTime(from.AddMonths(24))));

    /// <summary>Labels what was planted: which objects carry the scheme.</summary>
    public Bundle Planted(string scheme, string note, params IReadOnlyList<(string, long)> objects)
    {
        Bundle.Planted.Add(new Planted(scheme, note, [.. objects.Where(thing => thing.Item2 > 0)]));
        return Bundle;
    }
}
