namespace Benchmarks.Schemes;

/// <summary>Scheme 3: one source where article 15 wants a repeat, or another supplier, or forbids it.</summary>
internal sealed class SingleSourcePlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number) => Script.On(Days.Any(Chance, From, new DateOnly(2026, 6, 30)), day =>
    {
        var kind =
            (number % 4) switch { 0 => "bidders rejected", 1 => "first failure", 2 => "no offer, no repeat", _ => "not the one bidder" };
        var planted = New(Scheme.WrongSingleSource, kind, "KZ-03");
        var buyer = Stage.AnyBuyer();
        var product = Need(buyer);
        var method = number % 4 < 2 ? Ways.Tender : Ways.PriceProposals;
        var deal = Worth(buyer, product, day, (decimal)Chance.Scaled(400_000, 20_000_000), method);
        var bidders = Stage.World.Bidders(product, buyer.Region,
            kind switch { "bidders rejected" => Chance.From(1, 4), "not the one bidder" => 1, _ => 0 }, Chance);
        var failed = Write(planted, deal with
        {
            LotStatus = Ways.NotHeld,
            Offers = [.. Stage.Offers(bidders, deal.Amount).Select(offer =>
                offer with { Status = kind == "bidders rejected" ? Ways.Rejected : Ways.HandedIn })],
        });
        var picked = Picked(product, buyer.Region, bidders);
        var price = bidders.Count == 1 && Chance.Is(.4)
            ? failed.Offers[0].Amount * (decimal)Chance.Between(1.01, 1.07)
            : deal.Amount * (decimal)Chance.Between(.97, 1);
        if (price > failed.Offers.Select(offer => offer.Amount).FirstOrDefault(decimal.MaxValue) && bidders.Count == 1 && Chance.Is(.4))
            picked = bidders[0];
        else if (bidders.Count == 1)
            price = Math.Min(price, deal.Amount);
        Write(planted, failed with
        {
            Method = Ways.AfterFailure,
            Timing = Timing.Of(Ways.AfterFailure, Days.Later(Days.Of(failed.Timing.Results), Chance.From(2, 12)), Chance),
            Before = failed,
            Attempt = 2,
            IsRepeat = true,
            LotStatus = Ways.Held,
            Offers = [new Offer(picked, decimal.Round(price, 2), Ways.Won)],
            Winner = picked,
            Agreed = decimal.Round(price / deal.Quantity, 2),
        });
    });

    private Supplier Picked(Product product, int region, List<Supplier> others)
    {
        for (; ; )
            if (Somebody(product, region) is var one && !others.Contains(one))
                return one;
    }
}

/// <summary>Scheme 9: a trade mark without "or equivalent" where it may not be named, or Latin words with Cyrillic look-alikes.</summary>
internal sealed class BrandPlot(Stage stage, Script script) : Plot(stage, script)
{
    private static readonly string[] Marks =
        ["Hikvision DS-2CD2043", "Lenovo ThinkPad E16", "Samsung SyncMaster", "Bosch GSB 13",
            "HP ProBook 450", "Epson L3250", "Makita HR2470", "Philips CoreLine"];

    /// <summary>Names of five letters at least, with some inside that have a double.</summary>
    private static readonly string[] LongMarks = [.. Marks.Where(mark => mark.IndexOf(' ', StringComparison.Ordinal) >= 5)];

    public override void Plant(int number) => Script.On(AnyDay(), day =>
    {
        var hidden = number % 3 == 0;
        var planted = New(Scheme.BrandLocked, hidden ? "look-alike letters" : "brand", "KZ-20");
        var tender = number % 2 == 0;
        var (buyer, product) = Reserved(one => one.IsGoods);
        var deal = Worth(buyer, product, day,
            Ledger.Mci(day.Year) * (decimal)(tender ? Chance.Scaled(150, 7_000) : Chance.Scaled(1_150, 6_000)),
            tender ? Ways.Tender : Ways.PriceProposals);
        var mark = Chance.Of(hidden ? LongMarks : Marks);
        var words = hidden ? Disguised(mark) : mark;
        Write(planted, Competed(deal with
        {
            Details = Chance.Of([$"{product.Name} {words}, цвет черный", $"Поставка: {words}, новый, в заводской упаковке",
                $"{words}. Гарантия один год"]),
        }, 1));
    });

    /// <summary>Latin a, e, o, p, c inside the name as Cyrillic ones: search does not find the word.</summary>
    private static string Disguised(string mark)
    {
        var name = mark.Split(' ')[0];
        var inside = name[1..^1].Replace('a', 'а').Replace('e', 'е').Replace('o', 'о').Replace('p', 'р').Replace('c', 'с');
        return name[0] + inside + name[^1] + mark[name.Length..];
    }
}

/// <summary>Scheme 10: fewer days for bids than the law gives, delivery that nobody can meet, work done before it was asked for.</summary>
internal sealed class SpeedPlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number) => Script.On(Days.Any(Chance, From, new DateOnly(2026, 6, 30)), day =>
    {
        var kind = (number % 5) switch
        {
            0 => "one day",
            1 => "short tender",
            2 => "short delivery",
            3 => "signed before results",
            _ => "done at once",
        };
        var planted = New(Scheme.TooFast, kind, kind is "one day" or "short tender" ? "KZ-13" : "KZ-14");
        var works = kind == "done at once";
        var (buyer, product) = Reserved(
            one => works ? one.Enstru.StartsWith("433210", StringComparison.Ordinal) : one.IsGoods || one.Type == 3);
        var method = kind is "short tender" or "signed before results" ? Ways.Tender : Ways.PriceProposals;
        var deal = Competed(Worth(buyer, product, day,
            (decimal)(works ? Chance.Scaled(2_600_000, 20_000_000) : Chance.Scaled(250_000, 9_000_000)), method));
        Write(planted, kind switch
        {
            "one day" => deal with { Timing = Short(day) },
            "short tender" => deal with { Timing = Timing.AfterDiscussion(day, Chance, Chance.From(2, 4), Chance.From(3, 6)) },
            "short delivery" => deal with { SupplyDays = Chance.From(2, 13) },
            "signed before results" => deal with { Signed = deal.Timing.Results.AddHours(-Chance.From(3, 60)) },
            _ => AtOnce(deal),
        });
    });

    /// <summary>One working day, or some hours.</summary>
    private Timing Short(DateOnly day)
    {
        if (Chance.Is(.7))
            return Timing.Proposals(day, Chance, 1);
        var published = Days.At(day, Chance.Between(9, 11));
        var due = published.AddHours(Chance.From(4, 8));
        return new Timing(published, published, due, due.AddMinutes(10));
    }

    /// <summary>The act of the work bears a date before the signature, or the day after it.</summary>
    private Deal AtOnce(Deal deal)
    {
        var signed = Days.Office(Days.Later(Days.Of(deal.Timing.Results), Chance.From(4, 10)), Chance);
        return deal with { Signed = signed, ActDated = signed.AddDays(Chance.Is(.5) ? -Chance.From(1, 6) : Chance.From(0, 1)) };
    }
}
