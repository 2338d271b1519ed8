using Procurement;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>How close together the prices of a lot lie, and how often the same bidders were that close.</summary>
internal static class PriceCloseness
{
    private const int Months = 24;

    /// <summary>Standard deviation by mean (of the whole set, not a sample); null for fewer than two prices.</summary>
    public static double? Of(IReadOnlyList<decimal> prices)
    {
        if (prices.Count < 2)
            return null;
        var mean = (double)prices.Average();
        return mean > 0 ? Math.Sqrt(prices.Sum(price => ((double)price - mean) * ((double)price - mean)) / prices.Count) / mean : null;
    }

    /// <summary>Lots of the last 24 months, the judged one among them, in which exactly these bidders came and were as close.</summary>
    /// <param name="bidders">Business numbers; a private person (null) makes the set unknown, and the answer is the lot alone.</param>
    public static int LotsOfSameSet(Population population, Lot lot, IReadOnlyList<string?> bidders, int leastBids, double spread)
    {
        if (bidders.Contains(null))
            return 1;
        var set = bidders.Select(Numbers.Bin).ToHashSet();
        var rarest = set.MinBy(bin => population.BidsBy(bin).Count);
        var from = DateOnly.FromDayNumber(population.Today).AddMonths(-Months).DayNumber;
        var lots = 1;
        foreach (ref readonly var bid in population.BidsBy(rarest))
            if (bid.Day >= from && bid.LotId != lot.Id && IsClose(population, bid.LotId, set, leastBids, spread))
                lots++;
        return lots;
    }

    private static bool IsClose(Population population, long lotId, HashSet<long> set, int leastBids, double spread)
    {
        if (population.Lot(lotId) is not { } lot || population.BidsFor(lotId).Count < set.Count
            || population.Catalogue.Methods.Points.Contains(lot.Method))
            return false;
        var free = population.BidsFor(lotId).ToArray()
            .Where(bid => bid.Outcome is not BidOutcome.Withdrawn && bid.AmountTiyn > 0)
            .Where(bid => !Floor.MayBeAt(lot, bid.Amount, population.Catalogue))
            .DistinctBy(bid => bid.Supplier).ToList();
        return free.Count >= leastBids && set.SetEquals(free.Select(bid => bid.Supplier))
            && Of([.. free.Select(bid => bid.Amount)]) < spread;
    }
}
