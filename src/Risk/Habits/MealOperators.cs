using Risk.Populations;

namespace Risk.Habits;

/// <summary>Which supplier feeds which buyer, by district, in the last year: contracts of the methods for meals.</summary>
internal sealed class MealOperators
{
    private const int Days = 365;
    private readonly Dictionary<short, HashSet<long>> schools = [];
    private readonly Dictionary<(short District, long Supplier), HashSet<long>> fed = [];

    private MealOperators(Population population)
    {
        IsWhole = population.ContractsWholeFrom?.DayNumber <= population.Today - Days + 1;
        var districts = new Dictionary<long, short>();
        foreach (ref readonly var lot in population.Lots)
            if (lot.District != 0)
                districts[lot.Buyer] = lot.District;

        foreach (ref readonly var deal in population.Deals)
        {
            if (!Methods.IsForMeals(deal.Method) || deal.Day <= population.Today - Days || !districts.TryGetValue(deal.Buyer, out var district))
                continue;
            Add(schools, district, deal.Buyer);
            if (deal.Supplier != 0)
                Add(fed, (district, deal.Supplier), deal.Buyer);
        }
    }

    /// <summary>All contracts of the year are there.</summary>
    public bool IsWhole { get; }

    public static MealOperators Of(Population population) => new(population);

    /// <summary>How many buyers of a district have meals cooked, and how many of them by one supplier.</summary>
    public (int Schools, int Fed) Of(short district, long supplier) =>
        (schools.GetValueOrDefault(district)?.Count ?? 0, fed.GetValueOrDefault((district, supplier))?.Count ?? 0);

    private static void Add<T>(Dictionary<T, HashSet<long>> sets, T key, long buyer)
        where T : notnull
    {
        if (!sets.TryGetValue(key, out var set))
            sets[key] = set = [];
        set.Add(buyer);
    }
}
