using System.Runtime.InteropServices;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>One buyer's last twelve months, contracts on the lawful list left out. Sums in hundredths of a tenge without VAT.</summary>
internal sealed record BuyerYear
{
    public required long Buyer { get; init; }
    public byte Kind { get; init; }

    /// <summary>Quarter of its kind by the sum of the year, 0 the smallest to 3.</summary>
    public int Quarter { get; set; }
    public int Contracts { get; set; }
    public long Total { get; set; }
    public long OneSource { get; set; }

    /// <summary>Contracts from one source whose ground is a number that nobody explained.</summary>
    public int Unexplained { get; set; }
    public long Largest { get; set; }

    /// <summary>Sum of the squares of the suppliers' shares, 0 to 1.</summary>
    public double Concentration { get; set; }

    public double ShareOf(long sum) => Total == 0 ? 0 : (double)sum / Total;
}

/// <summary>Every buyer's last twelve months, and what is ordinary among buyers of one kind and size.</summary>
internal sealed class BuyerYears
{
    private const int Quarters = 4;
    private const int Months = 12;

    private readonly Dictionary<long, BuyerYear> years = [];
    private readonly Dictionary<(byte Kind, int Quarter), Fence> largest;
    private readonly Dictionary<byte, Fence> oneSource;

    private BuyerYears(Population population)
    {
        var (kinds, openness) = (population.Habit(BuyerKindOf.Of), population.Habit(Openness.Of));
        From = DateOnly.FromDayNumber(population.Today).AddMonths(-Months).DayNumber + 1;
        foreach (var buyer in population.Buyers)
            if (Sum(population, buyer, kinds[buyer], openness) is { Total: > 0 } year)
                years[buyer] = year;

        foreach (var kind in years.Values.GroupBy(year => year.Kind))
            Divide([.. kind.OrderBy(year => year.Total).ThenBy(year => year.Buyer)]);
        var least = Catalogue.Thresholds<Indicators.OneSupplierTakesTheMoney.Rule>("KZ-11").LeastContracts;
        var leastToCompare = Catalogue.Thresholds<Indicators.BuyerAvoidsCompetition.Rule>("KZ-32").LeastContracts;
        largest = years.Values.Where(year => year.Contracts >= least).GroupBy(year => (year.Kind, year.Quarter))
            .ToDictionary(group => group.Key, group => Fence.Of([.. group.Select(year => year.ShareOf(year.Largest))]));
        oneSource = years.Values.Where(year => year.Contracts >= leastToCompare).GroupBy(year => year.Kind)
            .ToDictionary(group => group.Key, group => Fence.Of([.. group.Select(year => year.ShareOf(year.OneSource))]));
    }

    /// <summary>First day of the twelve months.</summary>
    public int From { get; }

    public static BuyerYears Of(Population population) => new(population);

    public BuyerYear? Find(long buyer) => years.GetValueOrDefault(buyer);

    /// <summary>Shares of the largest supplier among buyers like this one.</summary>
    public Fence LargestShares(BuyerYear year) => largest.GetValueOrDefault((year.Kind, year.Quarter));

    /// <summary>Shares bought from one source among buyers of the kind.</summary>
    public Fence OneSourceShares(BuyerYear year) => oneSource.GetValueOrDefault(year.Kind);

    private BuyerYear Sum(Population population, long buyer, byte kind, Openness openness)
    {
        var year = new BuyerYear { Buyer = buyer, Kind = kind };
        var suppliers = new Dictionary<long, long>();
        foreach (ref readonly var deal in population.DealsOf(buyer))
        {
            var lawful = deal.Day < From || deal.SumTiyn <= 0 ? true : openness.IsLawful(deal);
            if (lawful == true)
                continue;
            year.Contracts++;
            year.Total += deal.SumTiyn;
            year.OneSource += openness.IsOneSource(deal) ? deal.SumTiyn : 0;
            year.Unexplained += lawful is null ? 1 : 0;
            if (deal.Supplier != 0)
                CollectionsMarshal.GetValueRefOrAddDefault(suppliers, deal.Supplier, out _) += deal.SumTiyn;
        }

        year.Largest = suppliers.Count == 0 ? 0 : suppliers.Values.Max();
        year.Concentration = suppliers.Values.Order().Sum(sum => Math.Pow(year.ShareOf(sum), 2));
        return year;
    }

    private static void Divide(List<BuyerYear> sorted)
    {
        for (var place = 0; place < sorted.Count; place++)
            sorted[place].Quarter = (int)((long)place * Quarters / sorted.Count);
    }
}
