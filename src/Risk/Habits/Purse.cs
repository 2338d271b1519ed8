using Risk.Populations;

namespace Risk.Habits;

/// <summary>What one supplier had of one buyer in the twelve months.</summary>
internal sealed record Purse(IReadOnlyList<DealFact> Deals, bool IsCompetitive, double MeanBids)
{
    public int Contracts => Deals.Count;
    public long Sum => Deals.Sum(deal => deal.SumTiyn);

    public static Purse Of(Population population, long buyer, long supplier, int from, Methods methods)
    {
        var openness = population.Habit(Openness.Of);
        var (deals, lots, bids, competitive) = (new List<DealFact>(), 0, 0, true);
        foreach (ref readonly var deal in population.DealsOf(buyer))
        {
            if (deal.Supplier != supplier || deal.Day < from || deal.SumTiyn <= 0 || openness.IsLawful(deal) == true)
                continue;
            deals.Add(deal);
            competitive &= methods.Competitive.Contains(deal.Method);
            foreach (ref readonly var item in population.ItemsOf(deal))
                if (population.BidsFor(item.LotId) is { Count: > 0 } offers)
                    (lots, bids) = (lots + 1, bids + Standing(offers));
        }

        return new Purse(deals, competitive, lots == 0 ? 0 : (double)bids / lots);
    }

    private static int Standing(Group<BidFact> offers)
    {
        var count = 0;
        foreach (ref readonly var offer in offers)
            count += offer.Outcome is BidOutcome.Withdrawn ? 0 : 1;
        return count;
    }
}
