using Risk.Populations;

namespace Risk;

/// <summary>How long one supplier has cooked for a buyer since the tender that it won, by direct contracts for the years after.</summary>
/// <param name="Years">Years of contracts that are certainly prolongations; those with unknown ends are in <see cref="Doubtful"/>.</param>
/// <param name="TenderSince">A tender was announced after it: what follows may be lawful for its failure.</param>
internal sealed record MealsContract(DealFact? Tender, IReadOnlyList<DealFact> Years, int Doubtful, bool TenderSince)
{
    private const int ThingDigits = 4;

    /// <summary>What leads to a direct contract for meals.</summary>
    public static MealsContract Before(Population population, in DealFact last)
    {
        DealFact? tender = null;
        var (years, doubtful) = (new List<DealFact>(), new HashSet<int>());
        var (bridge, thing) = (population.Catalogue.Terms.MealsBridge.Days, ThingOf(population, last));

        foreach (ref readonly var deal in population.DealsOf(last.Buyer))
        {
            if (deal.Supplier != last.Supplier || deal.Day > last.Day || !Methods.IsForMeals(deal.Method) || ThingOf(population, deal) != thing)
                continue;
            if (deal.Method != Methods.MealsDirect)
            {
                tender = deal;
                years.Clear();
                doubtful.Clear();
            }
            else if (deal.PlannedEnd == 0)
            {
                doubtful.Add(deal.Year);
            }
            else if (deal.PlannedEnd - deal.FirstDay > bridge)
            {
                years.Add(deal);
            }
        }

        years = [.. years.DistinctBy(deal => deal.Year)];

        return new MealsContract(tender, years, doubtful.Count(year => years.TrueForAll(known => known.Year != year)),
            tender is { } won && IsAnnouncedBetween(population, last, won.Day, last.Day));
    }

    private static bool IsAnnouncedBetween(Population population, in DealFact last, int from, int until)
    {
        foreach (ref readonly var lot in population.LotsOf(last.Buyer))
            if (lot.Method is Methods.MealsTender or Methods.MealsOfAssociations && lot.Published > from && lot.Published <= until)
                return true;
        return false;
    }

    private static long ThingOf(Population population, in DealFact deal) =>
        deal.ItemCount == 0 ? 0 : EnstruCode.Beginning(population.ItemsOf(deal)[0].Enstru, ThingDigits);
}
