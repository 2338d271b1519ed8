using Risk.Populations;

namespace Risk.Habits;

/// <summary>How many classes of things each supplier with many contracts sells, and how many are ordinary.</summary>
internal sealed class Trades
{
    private readonly Dictionary<long, (int Contracts, int Classes)> suppliers = [];

    private Trades(Population population)
    {
        var rule = Catalogue.Thresholds<Indicators.SupplierOutsideItsTrade.Rule>("KZ-29");
        From = DateOnly.FromDayNumber(population.Today).AddMonths(-rule.Months).DayNumber + 1;
        var classes = new HashSet<long>();
        var counts = new List<double>();
        foreach (var supplier in population.Suppliers)
        {
            classes.Clear();
            var contracts = 0;
            foreach (ref readonly var deal in population.DealsWith(supplier))
                if (deal.FirstDay >= From)
                {
                    contracts++;
                    foreach (ref readonly var item in population.ItemsOf(deal))
                        classes.Add(EnstruCode.Beginning(item.Enstru, rule.ClassDigits));
                }

            classes.Remove(0);
            suppliers[supplier] = (contracts, classes.Count);
            if (contracts >= rule.LeastContracts)
                counts.Add(classes.Count);
        }

        Usual = Fence.Of(counts);
    }

    /// <summary>First day of the months that are counted.</summary>
    public int From { get; }

    /// <summary>Classes of suppliers with enough contracts.</summary>
    public Fence Usual { get; }

    public static Trades Of(Population population) => new(population);

    public (int Contracts, int Classes) this[long supplier] => suppliers.GetValueOrDefault(supplier);
}
