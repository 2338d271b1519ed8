using Risk.Populations;

namespace Risk.Habits;

/// <summary>
/// How much of each buyer's year was signed in December, by the year that the money belongs to: contracts signed ahead for the next year
/// belong to that one and are left out here.
/// </summary>
internal sealed class Decembers
{
    private const int December = 12;

    private readonly Dictionary<(long Buyer, int Year), (int Contracts, long Sum, long InDecember)> years = [];
    private readonly Dictionary<(byte Kind, int Year), Fence> peers;

    private Decembers(Population population)
    {
        foreach (ref readonly var deal in population.Deals)
            if (deal.Buyer != 0 && deal.SumTiyn > 0 && DateOnly.FromDayNumber(deal.FirstDay) is var signed && signed.Year == deal.Year)
            {
                var (contracts, sum, late) = years.GetValueOrDefault((deal.Buyer, deal.Year));
                years[(deal.Buyer, deal.Year)] = (contracts + 1, sum + deal.SumTiyn, late + (signed.Month == December ? deal.SumTiyn : 0));
            }

        var kinds = population.Habit(BuyerKindOf.Of);
        var least = Catalogue.Thresholds<Indicators.YearEndRush.Rule>("KZ-19").LeastContracts;
        peers = years.Where(year => year.Value.Contracts >= least).GroupBy(year => (kinds[year.Key.Buyer], year.Key.Year))
            .ToDictionary(group => group.Key, group => Fence.Of([.. group.Select(year => (double)year.Value.InDecember / year.Value.Sum)]));
    }

    public static Decembers Of(Population population) => new(population);

    /// <summary>The buyer's contracts of a year and December's share of their sum, 0 to 1; null for a year without contracts.</summary>
    public (int Contracts, double Share)? Find(long buyer, int year) =>
        years.TryGetValue((buyer, year), out var found) ? (found.Contracts, (double)found.InDecember / found.Sum) : null;

    /// <summary>Shares of buyers of one kind in one year.</summary>
    public Fence Peers(byte kind, int year) => peers.GetValueOrDefault((kind, year));
}
