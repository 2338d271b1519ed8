namespace Fakes.Invented;

/// <summary>Contracts of what was won, direct contracts, their amendments and acts.</summary>
internal sealed class Contracting(Stage stage)
{
    /// <summary>One contract for each winner of an announcement.</summary>
    public void Conclude(Purchase purchase, Dice dice)
    {
        if (purchase.Results is not { } results)
            return;
        foreach (var application in purchase.Applications)
        {
            var won = application.Offers.FindAll(offer => offer.Status == Offer.Won && !offer.Lot.IsDeleted);
            if (won.Count == 0)
                continue;
            var created = WorkCalendar.Add(results, 1).AddMinutes(dice.Below(300));
            if (created > stage.Now)
                continue;
            var deal = Draw(purchase.Buyer, application.Supplier, purchase.Method.Id, created, purchase, dice);
            foreach (var offer in won)
                deal.Units.Add(new DealUnit(stage.Ids.Part(), offer.Lot.Id, offer.Lot.Plan, offer.Price, offer.Lot.Count));
            Live(deal, dice);
            purchase.Deals.Add(deal);
            if (dice.Chance(125) && Amend(deal, dice) is { } version)
                purchase.Deals.Add(version);
        }
    }

    /// <summary>A contract without an announcement: trdBuyId and lotId stay 0.</summary>
    public Deal Directly(Organisation buyer, Organisation supplier, PlanRow plan, DateTime created, Dice dice)
    {
        var deal = Draw(buyer, supplier, Method.Direct.Id, created, null, dice);
        deal.Units.Add(new DealUnit(stage.Ids.Part(), 0, plan, plan.Price, plan.Count));
        Live(deal, dice);
        return deal;
    }

    /// <summary>The usual amendment: a smaller sum or another date, never a higher price.</summary>
    /// <returns>Null where the contract has ended, or the amendment would lie ahead.</returns>
    public Deal? Amend(Deal deal, Dice dice)
    {
        var days = dice.Between(20, 120);
        var smaller = dice.Chance(500);
        if (deal.Status is not (190 or 390) || deal.Signed is not { } signed || signed.AddDays(days) > stage.Now)
            return null;
        return Amend(deal, days, smaller ? dice.Between(70, 98) / 100m : 1, 1, smaller ? 1 : 13, dice);
    }

    public Deal Amend(Deal deal, int days, decimal quantity, decimal price, int ground, Dice dice)
    {
        var created = (deal.Signed ?? deal.Created).AddDays(days);
        var version = new Deal
        {
            Id = stage.Ids.Contract(),
            Root = deal.Root,
            Parent = deal.Id,
            Buyer = deal.Buyer,
            Supplier = deal.Supplier,
            Purchase = deal.Purchase,
            Number = $"{deal.Number[..^2]}{int.Parse(deal.Number[^2..], System.Globalization.CultureInfo.InvariantCulture) + 1:00}",
            Created = created,
            PlannedEnd = deal.PlannedEnd.AddDays(price == 1 && quantity == 1 ? 30 : 0),
            MethodId = deal.MethodId,
            Grounds = [ground],
        };
        foreach (var unit in deal.Units)
        {
            var left = Math.Max(1, decimal.Round(unit.Quantity * quantity));
            version.Units.Add(unit with { Id = stage.Ids.Part(), Price = decimal.Round(unit.Price * price, 2), Quantity = left });
        }

        Live(version, dice);
        deal.Status = 455;    // changed
        deal.Updated = created;
        deal.Done = null;    // what was carried out stands on the last version
        deal.Acts.Clear();
        return version;
    }

    private Deal Draw(Organisation buyer, Organisation supplier, int method, DateTime created, Purchase? purchase, Dice dice)
    {
        var id = stage.Ids.Contract();
        var term = dice.Weighted([400, 300, 300]) switch
        {
            0 => new DateTime(created.Year, 12, 31),
            1 => created.AddDays(30),
            _ => created.AddDays(dice.Between(15, 90)),
        };
        return new Deal
        {
            Id = id,
            Root = id,
            Buyer = buyer,
            Supplier = supplier,
            Purchase = purchase,
            Created = created,
            MethodId = method,
            Number = Stage.ContractNumber(buyer, created) + "/00",
            PlannedEnd = term < created.AddDays(5) ? created.AddDays(20) : term,
        };
    }

    /// <summary>Signed, carried out, ended: as far as it has come by now.</summary>
    private void Live(Deal deal, Dice dice)
    {
        deal.Updated = deal.Created;
        deal.Status = 120;
        var signed = WorkCalendar.Add(deal.Created, dice.Between(0, 6)).AddMinutes(dice.Below(120));
        if (signed > stage.Now)
            return;
        (deal.Signed, deal.Status, deal.Updated) = (signed, 190, signed);
        if (dice.Chance(25))
        {
            deal.Status = dice.Of<int>([330, 340, 350, 350]);
            deal.Signed = deal.Status == 330 ? null : signed;
            return;
        }

        var late = dice.Chance(70) ? dice.Between(1, 45) : 0;
        var done = late > 0 ? deal.PlannedEnd.AddDays(late)
            : signed.AddDays(3 + dice.Below(Math.Max(1, (int)(deal.PlannedEnd - signed).TotalDays - 3)));
        if (done > stage.Now)
            return;
        var fine = late > 0 ? decimal.Round(deal.Sum * late / 1000, 2) : 0;
        var approved = done.AddHours(dice.Between(2, 90));
        deal.Acts.Add(new Handover(stage.Ids.Act(), done, approved <= stage.Now ? approved : null, late, fine));
        (deal.Done, deal.Status, deal.Updated) = (done, 390, done.AddHours(95) < stage.Now ? done.AddHours(95) : done);
    }
}
