namespace Fakes.Invented;

/// <summary>Ordinary life: chains of attempts, direct contracts, small defects, at the rates of open data.</summary>
internal sealed class Procedures(Stage stage)
{
    private static readonly int[] LotCounts = [450, 180, 110, 80, 60, 35, 25, 20, 15, 15, 10];

    private readonly Bidding bidding = new(stage);
    private readonly Contracting contracting = new(stage);

    /// <summary>One chain of attempts that begins at a moment, with at most so many lots, and direct contracts of the same buyer.</summary>
    public Bundle Chain(DateTime begin, int mostLots, Dice dice)
    {
        var bundle = new Bundle();
        var method = Method.Beginning(dice);
        var buyer = stage.Organisations.SomeBuyer(dice);
        var purchase = stage.Announce(buyer, method, begin.Date.AddHours(9).AddSeconds(dice.Below(39_600)), dice);
        purchase.Attempt = 1 + dice.Weighted([720, 180, 70, 30]);    // earlier attempts may lie before the data
        var lots = Math.Min(mostLots, 1 + dice.Weighted(LotCounts));
        for (var i = 0; i < lots; i++)
            stage.Lot(purchase, SomePlan(buyer, method, purchase.Published, dice), dice);
        mostLots -= lots;
        while (true)
        {
            bundle.Purchases.Add(purchase);
            if (dice.Chance(30))
                Withdraw(purchase, dice);
            else
                bidding.Hold(purchase, dice);
            bidding.AsSeenNow(purchase, dice);
            contracting.Conclude(purchase, dice);
            if (Again(purchase, mostLots, dice) is not { } next)
                break;
            mostLots -= next.Lots.Count;
            purchase = next;
        }

        while (dice.Chance(330))
            Directly(bundle, buyer, begin, dice);
        Delete(bundle, dice);
        return bundle;
    }

    /// <summary>What the buyer planned, for a sum that is usual for the method.</summary>
    public PlanRow SomePlan(Organisation buyer, Method method, DateTime published, Dice dice)
    {
        var sum = dice.Spread(method.Sums);
        var type = method.SubjectType(dice);
        var thing = Market.Instance.For(buyer.Kind, type, dice);
        for (var i = 0; i < 6 && thing.Price > sum * 3 / 2; i++)
            thing = Market.Instance.For(buyer.Kind, type, dice);
        var price = UsualPrice(thing, published, dice);
        var count = thing.SubjectType == 1 ? Math.Max(1, (long)(sum / price)) : 1;
        if (thing.SubjectType != 1)
            price = Math.Clamp(sum, price / 15, method == Method.Points ? decimal.MaxValue : price * 15);
        return Edited(stage.Plan(buyer, thing, count, price, method, published.AddDays(-dice.Between(2, 90)), dice), dice);
    }

    /// <summary>The usual price with the year's dearness and a little chance; most end in round tenge.</summary>
    public static decimal UsualPrice(Thing thing, DateTime at, Dice dice)
    {
        var price = thing.Price * (100m - (7 * Math.Max(0, 2026 - at.Year))) * dice.Between(820, 1220) / 100_000;
        return price >= 10_000 ? decimal.Round(price / 100) * 100 : price >= 100 ? decimal.Round(price)
            : Math.Max(1, decimal.Round(price, 2));
    }

    private PlanRow Edited(PlanRow plan, Dice dice)
    {
        if (!dice.Chance(130))
            return plan;
        plan.Before = (plan.Id, plan.Count + dice.Below(3), plan.Price, plan.Created);
        plan.Id = stage.Ids.PlanItem();
        return plan;
    }

    private static void Withdraw(Purchase purchase, Dice dice)
    {
        purchase.Cancelled = purchase.Start.AddHours(dice.Between(3, 40));
        purchase.Results = purchase.Cancelled;
        purchase.Status = dice.Of<int>([430, 410]);
        purchase.Updated = purchase.Cancelled.Value;
        foreach (var lot in purchase.Lots)
            lot.Status = purchase.Status;
    }

    /// <summary>The next attempt of what failed: again, or from one source after one bid or two failures.</summary>
    private Purchase? Again(Purchase before, int mostLots, Dice dice)
    {
        var failed = before.Lots.FindAll(lot => lot.Status == 370);
        if (failed.Count == 0 || mostLots == 0 || before.Attempt > 4 || before.Results is not { } results
            || before.Method == Method.OneSource)
            return null;
        var bidder = before.Applications.Count == 1 ? before.Applications[0].Supplier : null;
        var fromOne = before.Method == Method.PriceOffers ? bidder is not null || before.Attempt > 1 : bidder is null && before.Attempt > 1;
        var published = WorkCalendar.Add(results, dice.Between(1, 5)).Date.AddHours(9).AddSeconds(dice.Below(39_600));
        if (published > stage.Now || dice.Chance(150))
            return null;
        var next = stage.Announce(before.Buyer, fromOne ? Method.OneSource : before.Method, published, dice, before);
        next.Invited = fromOne ? bidder ?? stage.Organisations.SomeSupplier(before.Buyer, dice) : null;
        foreach (var lot in failed.Take(mostLots))
            stage.Lot(next, lot.Plan, dice);
        return next;
    }

    private void Directly(Bundle bundle, Organisation buyer, DateTime begin, Dice dice)
    {
        var created = WorkCalendar.OnWorkingDay(begin.Date.AddHours(9).AddSeconds(dice.Below(30_000)));
        if (created > stage.Now)
            return;
        var plan = SomePlan(buyer, Method.Direct, created, dice);
        var limit = (plan.Thing.SubjectType == 1 ? 100 : 500) * Mci.Of(created.Year);
        plan.JustificationId = plan.Amount <= limit / 2 ? Grounds.SmallVolume : plan.Thing.SubjectType == 3 ? Grounds.Monopoly
            : Grounds.None;
        var deal = contracting.Directly(buyer, stage.Organisations.SomeSupplier(buyer, dice), plan, created, dice);
        bundle.LonePlans.Add(plan);
        bundle.DirectDeals.Add(deal);
        if (dice.Chance(100) && contracting.Amend(deal, dice) is { } version)
            bundle.DirectDeals.Add(version);
    }

    /// <summary>A few lots and plan items are taken off the portal.</summary>
    private void Delete(Bundle bundle, Dice dice)
    {
        foreach (var purchase in bundle.Purchases)
            if (purchase.Cancelled is { } at && at <= stage.Now && dice.Chance(200))
                foreach (var lot in purchase.Lots)
                {
                    lot.IsDeleted = true;
                    bundle.Removals.Add(new Removal(stage.Ids.Part(), "lots", "Лоты", lot.Id, at.AddMinutes(dice.Between(5, 600))));
                }
    }
}
