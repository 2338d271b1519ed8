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
        var deal = Worth(buyer, product, day, (decimal)Chance.Scaled(300_000, 6_000_000),
            Chance.Is(.4) ? Ways.Tender : Ways.PriceProposals);
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
