using Procurement;

namespace Risk;

/// <summary>The prices that a lot is compared with: the nearest group that is large enough to say what is ordinary.</summary>
internal sealed record PriceGroup(Benchmark Benchmark, IReadOnlyList<PricePeer> Peers, double Spread, decimal? MedianQuantity)
{
    /// <summary>A price with what its buyer wrote about the pack, read once.</summary>
    public sealed record Candidate(PricePeer Peer, Pack Pack);

    /// <summary>Known prices of other buyers for the same code and unit. A pack that is named of a measured unit changes nothing.</summary>
    public static IReadOnlyList<Candidate> Candidates(CaseFile file, bool measured) =>
    [
        .. file.Peers!
            .Where(peer => peer.Date <= file.AsOf && peer.UnitPrice >= 0.01m && peer.Enstru == file.Lot.Enstru)
            .Where(peer => peer.BuyerBin != file.Lot.BuyerBin && IsSameUnit(peer, file.Lot))
            .Select(peer => new Candidate(peer, Pack.Read(measured ? null : peer.Details))),
    ];

    /// <summary>Others name packs, so a lot that names none cannot be compared.</summary>
    public static bool NamePacks(IReadOnlyList<Candidate> candidates, Catalogue catalogue, Lot lot)
    {
        var named = candidates.Count(candidate => !candidate.Pack.IsUnnamed);

        return named > 0 && (lot.Details.IsEmpty || Units.Has(catalogue.Units.Packs, lot.UnitCode, lot.UnitName)
            || named >= catalogue.Rules.Price.PackNamedShare * candidates.Count);
    }

    /// <summary>The first level that is large enough: contracts before planned prices, the region before the country.</summary>
    public static PriceGroup? Nearest(IReadOnlyList<Candidate> candidates, Pack pack, CaseFile file, PriceRule rule)
    {
        var like = Like(candidates, pack);
        var regions = file.Lot.Places.Select(RegionOf).ToHashSet(StringComparer.Ordinal);

        foreach (var basis in new[] { PriceBasis.Contract, PriceBasis.Planned })
        {
            var prefix = basis == PriceBasis.Planned ? "planned_" : "";
            var same = like.Where(peer => peer.Basis == basis).ToList();
            var near = same.Where(peer => peer.Places.Any(place => regions.Contains(RegionOf(place)))).ToList();
            var group = Of($"{prefix}region", near, rule.Months[0]) ?? Of($"{prefix}country", same, rule.Months[1])
                ?? Of($"{prefix}country_two_years", same, rule.Months[2]);

            if (group is not null)
            {
                return group;
            }
        }

        return null;

        PriceGroup? Of(string level, List<PricePeer> peers, int months) =>
            LargeEnough(level, [.. peers.Where(peer => peer.Date > file.AsOf.AddMonths(-months))], rule);
    }

    /// <summary>Some region has enough prices of its own, so that a lot without a place may belong to it.</summary>
    public static bool ExistsInARegion(IReadOnlyList<Candidate> candidates, Pack pack, CaseFile file, PriceRule rule) =>
        Like(candidates, pack)
            .Where(peer => peer.Date > file.AsOf.AddMonths(-rule.Months[0]))
            .SelectMany(peer => peer.Places.Select(RegionOf).Distinct(), (peer, region) => (peer, region))
            .GroupBy(pair => (pair.region, pair.peer.Basis), pair => pair.peer)
            .Any(group => LargeEnough(group.Key.region, [.. group], rule) is not null);

    private static List<PricePeer> Like(IReadOnlyList<Candidate> candidates, Pack pack) =>
        [.. candidates.Where(c => c.Pack.Boxed == 1 && c.Pack.IsLike(pack)).Select(c => c.Peer)];

    private static PriceGroup? LargeEnough(string level, IReadOnlyList<PricePeer> peers, PriceRule rule)
    {
        var buyers = peers.Select(peer => peer.BuyerBin).Distinct().Count();
        var suppliers = peers.Select(peer => peer.SupplierBin).OfType<string>().Distinct().Count();
        var planned = peers.Any(peer => peer.Basis == PriceBasis.Planned);

        return peers.Count >= rule.Peers && buyers >= rule.Buyers && (planned || suppliers >= rule.Suppliers)
            ? Measure(level, peers, buyers, rule)
            : null;
    }

    private static PriceGroup Measure(string level, IReadOnlyList<PricePeer> peers, int buyers, PriceRule rule)
    {
        var prices = peers.Select(peer => Math.Log((double)peer.UnitPrice)).Order().ToList();
        var (lower, median, upper) = (Quantiles.Of(prices, 0.25), Quantiles.Of(prices, 0.5), Quantiles.Of(prices, 0.75));
        var fence = upper + (rule.FenceFactor * Math.Max(upper - lower, rule.LeastSpread));
        var quantities = peers.Select(peer => peer.Quantity).OfType<decimal>().Where(q => q > 0).Select(q => (double)q).Order().ToList();

        return new PriceGroup(
            new Benchmark(level, peers.Count, buyers, Tenge(median), Tenge(upper), Tenge(fence)),
            peers,
            Math.Exp(upper - lower),
            quantities.Count > 0 ? (decimal)Quantiles.Of(quantities, 0.5) : null);
    }

    private static decimal Tenge(double logarithm) => decimal.Round((decimal)Math.Exp(logarithm), 2);

    private static bool IsSameUnit(PricePeer peer, Lot lot) => peer.UnitCode is not null && lot.UnitCode is not null
        ? peer.UnitCode == lot.UnitCode
        : peer.UnitName is { } name && Units.Same(name, lot.UnitName);

    private static string RegionOf(string place) => place.Length < 2 ? place : place[..2];
}
