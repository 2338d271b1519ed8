using Risk.Populations;

namespace Risk.Habits;

/// <summary>
/// How often bids are rejected by commissions: by group of things, and by buyer with the line from which a buyer's share is unusual.
/// Lots with an outcome that is not known are left out; so are those whose result the portal computes.
/// </summary>
internal sealed class RejectionShares
{
    private const int GroupDigits = 3;
    private const double FenceFactor = 1.5;

    private readonly Dictionary<long, Tally> groups = [];
    private readonly Dictionary<long, Tally> buyers = [];
    private readonly int leastLots;

    private RejectionShares(int leastLots) => this.leastLots = leastLots;

    /// <summary>Upper fence of the shares of buyers with enough lots; null when there are too few buyers or they do not differ.</summary>
    public double? Fence { get; private set; }

    /// <summary>How many buyers the fence was taken from, and their median share.</summary>
    public int Buyers { get; private set; }
    public double Median { get; private set; }

    public static RejectionShares Of(Population population)
    {
        var rule = Catalogue.Thresholds<Indicators.CheaperBidRejectedRule>("KZ-09");
        var methods = population.Catalogue.Methods;
        var judged = methods.Competitive.Except(methods.Automatic).Select(method => (short)method).ToHashSet();
        var shares = new RejectionShares(rule.LeastLots);
        foreach (ref readonly var lot in population.Lots)
        {
            if (!judged.Contains(lot.Method))
                continue;
            var (submitted, rejected, known) = CountOf(population.BidsFor(lot.Id));
            if (!known || submitted == 0)
                continue;
            Add(shares.groups, EnstruCode.Beginning(lot.Enstru, GroupDigits), submitted, rejected);
            Add(shares.buyers, lot.Buyer, submitted, rejected);
        }

        return shares.WithFence(rule.LeastBuyers);
    }

    /// <summary>Share of bids rejected for things whose code begins alike; null where none are known.</summary>
    public double? OfGroup(long enstru) =>
        enstru > 0 && groups.TryGetValue(EnstruCode.Beginning(enstru, GroupDigits), out var tally) ? tally.Share : null;

    /// <summary>The buyer's share and lots; null with too few of them.</summary>
    public (double Share, int Lots)? OfBuyer(long buyer) =>
        buyers.TryGetValue(buyer, out var tally) && tally.Lots >= leastLots ? (tally.Share, tally.Lots) : null;

    private RejectionShares WithFence(int leastBuyers)
    {
        var sorted = buyers.Where(buyer => buyer.Key != 0 && buyer.Value.Lots >= leastLots)
            .Select(buyer => buyer.Value.Share).Order().ToList();
        if (sorted.Count < leastBuyers)
            return this;
        var (lower, upper) = (Quantiles.Of(sorted, 0.25), Quantiles.Of(sorted, 0.75));
        Fence = upper > lower ? upper + (FenceFactor * (upper - lower)) : null;
        Buyers = sorted.Count;
        Median = Quantiles.Of(sorted, 0.5);
        return this;
    }

    private static (int Submitted, int Rejected, bool Known) CountOf(Group<BidFact> bids)
    {
        var (submitted, rejected) = (0, 0);
        foreach (ref readonly var bid in bids)
        {
            if (bid.Outcome is BidOutcome.Unknown)
                return (0, 0, false);
            submitted += bid.Outcome is BidOutcome.Withdrawn ? 0 : 1;
            rejected += bid.Outcome is BidOutcome.Rejected ? 1 : 0;
        }

        return (submitted, rejected, true);
    }

    private static void Add(Dictionary<long, Tally> tallies, long key, int submitted, int rejected)
    {
        ref var tally = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(tallies, key, out _);
        tally = new Tally(tally.Lots + 1, tally.Submitted + submitted, tally.Rejected + rejected);
    }

    private readonly record struct Tally(int Lots, int Submitted, int Rejected)
    {
        public double Share => (double)Rejected / Submitted;
    }
}
