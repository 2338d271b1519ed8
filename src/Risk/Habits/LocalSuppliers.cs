using Risk.Populations;

namespace Risk.Habits;

/// <summary>Who sells things of a group, with the regions where each is registered: 0 where the register does not tell.</summary>
internal sealed class LocalSuppliers
{
    private static readonly int Digits = Catalogue.Thresholds<Indicators.OneSupplierTakesTheMoney.Rule>("KZ-11").GroupDigits;

    private readonly Dictionary<long, Dictionary<long, uint>> groups = [];

    private LocalSuppliers(Population population)
    {
        foreach (ref readonly var deal in population.Deals)
            foreach (ref readonly var item in population.ItemsOf(deal))
                Add(population, EnstruCode.Beginning(item.Enstru, Digits), deal.Supplier);
        foreach (ref readonly var lot in population.Lots)
            foreach (ref readonly var bid in population.BidsFor(lot.Id))
                Add(population, EnstruCode.Beginning(lot.Enstru, Digits), bid.Supplier);
    }

    public static LocalSuppliers Of(Population population) => new(population);

    /// <summary>Sellers of the group at home in one of the regions, and those of whom it is not known where they are.</summary>
    public (int Here, int Somewhere) Count(long enstru, uint regions)
    {
        var (here, somewhere) = (0, 0);
        foreach (var home in groups.GetValueOrDefault(EnstruCode.Beginning(enstru, Digits))?.Values ?? Enumerable.Empty<uint>())
            (here, somewhere) = (here + ((home & regions) != 0 ? 1 : 0), somewhere + (home == 0 ? 1 : 0));
        return (here, somewhere);
    }

    private void Add(Population population, long group, long supplier)
    {
        if (group == 0 || supplier == 0)
            return;
        if (!groups.TryGetValue(group, out var sellers))
            groups[group] = sellers = [];
        if (!sellers.ContainsKey(supplier))
            sellers[supplier] = population.Firm(supplier)?.Regions ?? 0;
    }
}
