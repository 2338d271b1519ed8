using Risk.Populations;

namespace Risk.Habits;

/// <summary>How many days works and services of one kind take from signature to their end, as the register tells it.</summary>
internal sealed class WorkSpeeds
{
    private const int GroupDigits = 3;
    private readonly Dictionary<(long Group, byte Subject), double[]> days = [];

    private WorkSpeeds(Population population)
    {
        var lists = new Dictionary<(long, byte), List<double>>();
        foreach (ref readonly var deal in population.Deals)
        {
            if (deal.Subject is 1 or 0 || deal.Done < deal.FirstDay || deal.FirstDay == 0 || GroupOf(population, deal) is not (> 0 and var group))
                continue;
            if (!lists.TryGetValue((group, deal.Subject), out var list))
                lists[(group, deal.Subject)] = list = [];
            list.Add(deal.Done - deal.FirstDay);
        }

        foreach (var (key, list) in lists)
        {
            list.Sort();
            days[key] = [.. list];
        }
    }

    public static WorkSpeeds Of(Population population) => new(population);

    /// <summary>Days of all ended contracts of a kind, shortest first.</summary>
    public IReadOnlyList<double> Of(long enstru, int subject) =>
        days.GetValueOrDefault((EnstruCode.Beginning(enstru, GroupDigits), (byte)subject)) ?? [];

    private static long GroupOf(Population population, in DealFact deal)
    {
        var items = population.ItemsOf(deal);
        return items.Length == 0 ? 0 : EnstruCode.Beginning(items[0].Enstru, GroupDigits);
    }
}
