using System.Runtime.InteropServices;
using Risk.Indicators;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>
/// Pairs of a bidder that loses and one that wins against it, over lots of the last 24 months whose winner is known. Only pairs that
/// are unusual by one of the two forms are kept. Lots won at the dumping floor are left out: there chance decides.
/// </summary>
internal sealed class SparringPartners
{
    private const int Months = 24;
    private const int GroupDigits = 3;

    private readonly SparringRule rule = Catalogue.Thresholds<SparringRule>("KZ-23");
    private readonly Dictionary<(long Loser, long Winner), Sparring> pairs = [];
    private readonly List<Decided> lots = [];
    private readonly Dictionary<long, List<int>> lotsOf = [];
    private readonly Dictionary<(long Group, uint Regions), int> markets = [];

    public static SparringPartners Of(Population population)
    {
        var partners = new SparringPartners();
        partners.Decide(population);
        foreach (var (loser, its) in partners.lotsOf)
            partners.Look(loser, its);
        partners.lots.Clear();
        partners.lotsOf.Clear();
        partners.markets.Clear();
        return partners;
    }

    public Sparring? Of(long loser, long winner) => pairs.TryGetValue((loser, winner), out var pair) ? pair : null;

    private void Decide(Population population)
    {
        var competitive = population.Catalogue.Methods.Competitive.Select(method => (short)method).ToHashSet();
        var from = DateOnly.FromDayNumber(population.Today).AddMonths(-Months).DayNumber;
        foreach (ref readonly var lot in population.Lots)
        {
            if (lot.Results < from || lot.Results > population.Today || !competitive.Contains(lot.Method))
                continue;
            var bids = population.BidsFor(lot.Id);
            var (winner, offer) = WinnerOf(bids);
            if (winner == 0 || Floor.MayBeAt(lot, offer, population.Catalogue))
                continue;
            var market = (EnstruCode.Beginning(lot.Enstru, GroupDigits), lot.Regions);
            CollectionsMarshal.GetValueRefOrAddDefault(markets, market, out _)++;
            foreach (ref readonly var bid in bids)
                if (bid.Supplier != 0 && bid.Outcome is not BidOutcome.Withdrawn)
                    (CollectionsMarshal.GetValueRefOrAddDefault(lotsOf, bid.Supplier, out _) ??= []).Add(lots.Count);
            lots.Add(new Decided(winner, market));
        }
    }

    private static (long Winner, decimal Offer) WinnerOf(Group<BidFact> bids)
    {
        foreach (ref readonly var bid in bids)
            if (bid.Outcome is BidOutcome.Won)
                return (bid.Supplier, bid.Amount);
        return (0, 0);
    }

    private void Look(long loser, List<int> its)
    {
        if (its.Count < rule.PairLots)
            return;
        var lost = its.Select(place => lots[place].Winner).Where(winner => winner != loser).ToList();
        var wins = its.Count - lost.Count;
        foreach (var against in lost.GroupBy(winner => winner).Where(against => against.Count() >= rule.PairLots * rule.PairShare))
        {
            var partner = against.Key;
            var pair = new Sparring(its.Count, wins, lost.Count, against.Count(), Together(its, lotsOf[partner]), 0);
            if (!pair.FitsSupplier(rule) && !pair.IsOneSided(rule))
                continue;
            pair = pair with { Expected = Expected(its, lotsOf[partner]) };
            if (pair.FitsSupplier(rule) || pair.FitsPair(rule))
                pairs[(loser, partner)] = pair;
        }
    }

    /// <summary>Lots in both lists; both ascend.</summary>
    private static int Together(List<int> one, List<int> other)
    {
        var (count, place) = (0, 0);
        foreach (var lot in one)
        {
            while (place < other.Count && other[place] < lot)
                place++;
            count += place < other.Count && other[place] == lot ? 1 : 0;
        }

        return count;
    }

    /// <summary>Joint lots by chance, if each chose at random among the lots of the markets (things and regions) that it bids in.</summary>
    private double Expected(List<int> one, List<int> other)
    {
        var its = other.GroupBy(place => lots[place].Market).ToDictionary(market => market.Key, market => market.Count());
        return one.GroupBy(place => lots[place].Market)
            .Sum(market => (double)market.Count() * its.GetValueOrDefault(market.Key) / markets[market.Key]);
    }

    private readonly record struct Decided(long Winner, (long Group, uint Regions) Market);
}

/// <summary>One bidder against another that wins.</summary>
/// <param name="Bids">Lots the loser bid for.</param>
/// <param name="LostToPartner">Lots that it lost to this winner.</param>
/// <param name="Joint">Lots both bid for, whoever won.</param>
/// <param name="Expected">Joint lots to be expected by chance.</param>
internal sealed record Sparring(int Bids, int Wins, int Losses, int LostToPartner, int Joint, double Expected)
{
    public double ShareOfLosses => Losses == 0 ? 0 : (double)LostToPartner / Losses;
    public double ShareOfJoint => Joint == 0 ? 0 : (double)LostToPartner / Joint;
    public double Lift => Expected > 0 ? Joint / Expected : 0;

    public bool FitsSupplier(SparringRule rule) =>
        Bids >= rule.LeastBids && Wins < rule.MostWins * Bids && ShareOfLosses >= rule.LossShare;

    /// <summary>They meet often enough, and the same one wins; whether that is more than chance is asked afterwards.</summary>
    public bool IsOneSided(SparringRule rule) => Joint >= rule.PairLots && ShareOfJoint >= rule.PairShare;

    public bool FitsPair(SparringRule rule) => IsOneSided(rule) && Lift >= rule.Lift;
}
