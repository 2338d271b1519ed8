using Procurement;

namespace Benchmarks.Schemes;

/// <summary>What all makers of purchases share: the world, the desk that writes, the ledger, the labels.</summary>
internal sealed class Stage
{
    private readonly double[] sizes;

    public Stage(World world, string purpose = "stage")
    {
        World = world;
        Chance = Chance.For(world.Seed, purpose);
        Desk = new Desk(new Ids(), Chance.For(world.Seed, "desk"));
        var sum = 0.0;
        sizes = [.. world.Buyers.Select(buyer => sum += buyer.Size)];
    }

    public World World { get; }
    public Chance Chance { get; }
    public Desk Desk { get; }
    public Ledger Ledger { get; } = new();
    public List<Planted> Planted { get; } = [];
    public Dictionary<Subject, Confounders> Confounders { get; } = [];
    public List<UnfairListing> Unfair { get; } = [];

    public void Label(Subject subject, Confounders group) =>
        Confounders[subject] = Confounders.GetValueOrDefault(subject) | group;

    /// <summary>Large buyers more often.</summary>
    public Buyer AnyBuyer()
    {
        var found = Array.BinarySearch(sizes, Chance.Unit() * sizes[^1]);
        return World.Buyers[Math.Min(found < 0 ? ~found : found, sizes.Length - 1)];
    }

    public Buyer AnyBuyer(Func<Buyer, bool> fits)
    {
        for (var tries = 0; tries < 100_000; tries++)
            if (AnyBuyer() is var buyer && fits(buyer))
                return buyer;

        throw new InvalidOperationException("No buyer of the made-up country fits.");
    }

    /// <summary>A firm of a plot's own, which nobody else meets.</summary>
    public Supplier OwnSupplier(int region, Product product, Func<Face, Face>? face = null)
    {
        var index = World.Suppliers.Count;
        var own = Suppliers.Own(index, Chance);
        var supplier = Suppliers.One(index, face?.Invoke(own) ?? own, Chance, World.Trades, reserved: true, region, product.Trade);
        World.Suppliers.Add(supplier);
        return supplier;
    }

    public decimal Quantity(Product product, Buyer buyer) => product.Most == 1 ? 1
        : Math.Max(product.Least, Math.Round((decimal)(Chance.Scaled(product.Least, product.Most) * Math.Min(2, buyer.Size))));

    /// <summary>Words of a buyer for a thing, which it has not used before.</summary>
    public string Words(Product product, Buyer buyer)
    {
        for (var i = 1; ; i++)
        {
            var details = Wording.Of(product, Chance) + (i < 3 ? "" : $", партия {i}");
            if (Ledger.IsNew(buyer, product, details))
                return details;
        }
    }

    /// <summary>Offers between the dumping floor and the planned sum, all different but where people round; the lowest wins.</summary>
    public List<Offer> Offers(IReadOnlyList<Supplier> bidders, decimal planned, double deepest = .092)
    {
        List<decimal> sums = [];
        while (sums.Count < bidders.Count)
        {
            var sum = planned * (1 - (decimal)(.002 + ((deepest - .002) * Math.Pow(Chance.Unit(), World.Terrain.OfferPower))));
            if (World.Terrain.HasRoundOffers && Chance.Is(.5))
                sums.Add(World.Rounded((double)sum, 4));
            else if (decimal.Round(sum, 2) is var exact && !sums.Contains(exact))
                sums.Add(exact);
        }

        return Ranked([.. bidders.Zip(sums, (one, sum) => new Offer(one, sum))]);
    }

    /// <summary>The lowest wins, the next is second.</summary>
    public static List<Offer> Ranked(IEnumerable<Offer> offers) =>
        [.. offers.OrderBy(offer => offer.Amount).Select((offer, i) =>
            offer with { Status = i == 0 ? Ways.Won : i == 1 ? Ways.Second : Ways.HandedIn })];

    /// <summary>The deal with these offers: its first one wins and gets the contract at its price.</summary>
    public static Deal Awarded(Deal deal, IReadOnlyList<Offer> offers)
    {
        var won = offers.First(offer => offer.Status == Ways.Won);
        return deal with
        {
            Offers = offers,
            Winner = won.Supplier,
            Agreed = decimal.Round(won.Amount / deal.Quantity, 2),
            LotStatus = Ways.Held
        };
    }

    /// <summary>How many bid: one at least, as many as usual in this market, few have more than six.</summary>
    public int Bidders(Product product, int least = 1)
    {
        var count = least;
        while (count < 6 && Chance.Is((product.Bids - least) / (product.Bids - least + 1)))
            count++;

        return count;
    }
}
