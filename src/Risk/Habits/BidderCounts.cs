using System.Runtime.InteropServices;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>
/// How many bidders come for a thing: medians by code and region, and the groups in which one bid is the usual outcome. Counted over
/// competitive lots with results of the last 24 months for which bids are known; a lot with none may have had bids that nobody loaded.
/// </summary>
internal sealed class BidderCounts
{
    public const int Months = 24;
    private const int GroupDigits = 3;
    private const int PeerDigits = 6;
    private const uint Country = 0;

    private readonly Dictionary<(long Group, uint Region), (int Lots, int WithOne)> groups = [];
    private readonly Dictionary<(long Peers, uint Region), List<int>> peers = [];
    private readonly Indicators.OneBidRule rule = Catalogue.Thresholds<Indicators.OneBidRule>("KZ-12");

    public static BidderCounts Of(Population population)
    {
        var counts = new BidderCounts();
        var competitive = population.Catalogue.Methods.Competitive.Select(method => (short)method).ToHashSet();
        var from = DateOnly.FromDayNumber(population.Today).AddMonths(-Months).DayNumber;
        foreach (ref readonly var lot in population.Lots)
        {
            if (lot.Enstru == 0 || lot.Results < from || lot.Results > population.Today || !competitive.Contains(lot.Method))
                continue;
            var bidders = CountOf(population.BidsFor(lot.Id));
            if (bidders > 0)
                counts.Add(lot, bidders);
        }

        foreach (var list in counts.peers.Values)
            list.Sort();
        return counts;
    }

    /// <summary>In some region of the lot nearly every such purchase has one bid: then a single bid says nothing.</summary>
    public bool IsOneBidUsual(long enstru, uint regions)
    {
        var group = EnstruCode.Beginning(enstru, GroupDigits);
        for (var rest = regions; rest != 0; rest &= rest - 1)
        {
            var (lots, withOne) = groups.GetValueOrDefault((group, rest & (~rest + 1)));
            if (lots >= rule.MuteLots && withOne >= rule.MuteShare * lots)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Median of bidders for things whose code begins alike, and the share of lots with one, in the region if enough are known there;
    /// null with too few.
    /// </summary>
    public (double Median, double WithOne, int Lots, string Level)? Usual(long enstru, uint regions)
    {
        var code = EnstruCode.Beginning(enstru, PeerDigits);
        var region = regions & (~regions + 1);    // of several the first one: few lots have more
        foreach (var place in new[] { region, Country })
            if (peers.TryGetValue((code, place), out var list) && list.Count >= rule.LeastPeers)
                return (MedianOf(list), (double)list.Count(bidders => bidders == 1) / list.Count, list.Count, place == Country ? "country" : "region");
        return null;
    }

    private void Add(in LotFact lot, int bidders)
    {
        Put(EnstruCode.Beginning(lot.Enstru, PeerDigits), Country, bidders);
        for (var rest = lot.Regions; rest != 0; rest &= rest - 1)
        {
            var region = rest & (~rest + 1);
            var group = (EnstruCode.Beginning(lot.Enstru, GroupDigits), region);
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _);
            tally = (tally.Lots + 1, tally.WithOne + (bidders == 1 ? 1 : 0));
            Put(EnstruCode.Beginning(lot.Enstru, PeerDigits), region, bidders);
        }
    }

    private void Put(long code, uint region, int bidders)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(peers, (code, region), out _);
        (list ??= []).Add(bidders);
    }

    private static double MedianOf(List<int> sorted) =>
        (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;

    private static int CountOf(Group<BidFact> bids)
    {
        var count = 0;
        foreach (ref readonly var bid in bids)
            count += bid.Outcome is BidOutcome.Withdrawn ? 0 : 1;
        return count;
    }
}
