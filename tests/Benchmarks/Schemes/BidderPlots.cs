using Procurement;

namespace Benchmarks.Schemes;

/// <summary>Scheme 4: bidders for one lot who are one: same head, same account, or two rare things alike.</summary>
internal sealed class LinkedPlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number)
    {
        var kind = (number % 5) switch { 0 => "account", 1 or 2 => "head", 3 => "phone and e-mail", _ => "address and writer" };
        var planted = New(Scheme.LinkedBidders, kind, "KZ-07");
        var buyer = Stage.AnyBuyer();
        var product = Need(buyer);
        var one = Stage.OwnSupplier(buyer.Region, product);
        Face? shown = null;
        one = Show(one, product, buyer, face => shown = face);
        var other = Stage.OwnSupplier(buyer.Region, product, face => kind switch
        {
            "account" => face with { Account = shown!.Account },
            "head" => face with { Head = shown!.Head, HeadNumber = shown.HeadNumber },
            "phone and e-mail" => face with { Phone = shown!.Phone, Email = shown.Email },
            _ => face with { Address = shown!.Address, Writer = shown.Writer },
        });
        for (var i = Chance.From(1, 3); i > 0; i--)
            Script.On(AnyDay(), day => Meet(planted, day, buyer, product, one, other));
        if (kind == "account")
            foreach (var firm in new[] { one, other })
                Script.On(new DateOnly(2025, 2, 3).AddDays(Chance.Below(40)), day => Known(day, firm, product));
    }

    /// <summary>A firm whose face is remembered.</summary>
    private Supplier Show(Supplier replaced, Product product, Buyer buyer, Action<Face> remember)
    {
        var face = Suppliers.Own(replaced.Index, Chance);
        remember(face);
        return Stage.World.Suppliers[replaced.Index] =
            Suppliers.One(replaced.Index, face, Chance, Stage.World.Trades, reserved: true, buyer.Region, product.Trade);
    }

    private void Meet(Planted planted, DateOnly day, Buyer buyer, Product product, Supplier one, Supplier other)
    {
        var deal = Worth(buyer, product, day, (decimal)Chance.Scaled(300_000, 6_000_000), Chance.Is(.4) ? Ways.Tender : Ways.PriceProposals);
        var others = Stage.World.Bidders(product, buyer.Region, Chance.From(0, 2), Chance);
        Write(planted, Stage.Awarded(deal, Stage.Offers([one, other, .. others], deal.Amount, .05)));
    }

    /// <summary>An account is seen in contracts alone: each has a small one of an innocent buyer.</summary>
    private void Known(DateOnly day, Supplier firm, Product product)
    {
        var buyer = Stage.AnyBuyer(one => one.Region == firm.Region && Stage.Ledger.Direct(one, product, day.Year, 60_000));
        Stage.Desk.Write(new DirectDeal
        {
            Buyer = buyer,
            Product = product,
            Supplier = firm,
            UnitPrice = 60_000,
            Quantity = 1,
            Details = Stage.Words(product, buyer),
            Signed = Days.Office(day, Chance),
            Year = day.Year,
        });
    }
}

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
                : new Offer(one, decimal.Round(winning * (decimal)Chance.Between(.93, 1.004), 2), number % 3 == 0 && i == 2 ? Ways.Second : Ways.Rejected)),
        ];
        Write(planted, Stage.Awarded(deal, offers));
    });
}

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
                var buyer = Stage.AnyBuyer(one => one.Region == home.Region && product.Buyers.HasFlag(one.Kind) && !Stage.Ledger.IsReserved(one, product));
                var deal = Worth(buyer, product, day, (decimal)Chance.Scaled(200_000, 5_000_000), Ways.Tender);
                var price = deal.Amount * (decimal)Chance.Between(.955, .998);
                var third = Stage.World.Bidders(product, buyer.Region, Chance.Is(.3) ? 1 : 0, Chance);
                var (first, second) = Chance.Is(.93) ? (winner, partner) : (partner, winner);
                Write(planted, Stage.Awarded(deal, Stage.Ranked(
                [
                    new Offer(first, decimal.Round(price, 2)), new Offer(second, decimal.Round(price * (decimal)Chance.Between(1.004, 1.02), 2)),
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

/// <summary>Scheme 11: bids or signs while it stands in the register of the unfair, itself or by its head.</summary>
internal sealed class UnfairPlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number)
    {
        var day = AnyDay();
        var planted = New(Scheme.UnfairSupplier, (number % 5) switch { 0 => "by its head", 1 or 2 => "listed between bid and signature", _ => "listed" }, "KZ-04");
        var buyer = Stage.AnyBuyer();
        var product = Need(buyer);
        var firm = Stage.OwnSupplier(buyer.Region, product);
        var timing = Timing.Of(Chance.Is(.5) ? Ways.Tender : Ways.PriceProposals, day, Chance);
        var from = planted.Kind == "listed between bid and signature" ? timing.Results.AddHours(2) : Days.At(day.AddDays(-Chance.From(5, 600)), 0);
        Stage.Unfair.Add(new UnfairListing
        {
            Id = 70_000 + number,
            SupplierBin = planted.Kind == "by its head" ? Numbers.Bin(new DateOnly(2014, 5, 1), 90_000 + number) : firm.Bin,
            SupplierName = firm.Organisation.Name,
            From = from,
            Until = from.AddMonths(24),
            SystemId = 3,
            Grounds =
            [
                new UnfairGround
                {
                    BuyerBin = buyer.Bin,
                    Decision = "Решение суда",
                    DecidedOn = from.AddDays(-12),
                    From = from,
                    Until = from.AddMonths(24),
                    Head = firm.Organisation.Traits.First(trait => trait.Kind == TraitKind.Head),
                },
            ],
        });
        Script.On(day, _ =>
        {
            var deal = Worth(buyer, product, day, (decimal)Chance.Scaled(150_000, 12_000_000), timing.DiscussionFrom is null ? Ways.PriceProposals : Ways.Tender) with
            {
                Timing = timing,
                Signed = Days.Office(Days.Later(Days.Of(timing.Results), Chance.From(4, 12)), Chance),
            };
            var price = deal.Amount * (decimal)Chance.Between(.93, .99);
            var others = Stage.World.Bidders(product, buyer.Region, Chance.From(1, 3), Chance);
            Write(planted, Stage.Awarded(deal, Stage.Ranked([new Offer(firm, decimal.Round(price, 2)), .. others.Select((one, i) => new Offer(one, decimal.Round(price * (1.007m + (.011m * i)), 2)))])));
        });
    }
}
