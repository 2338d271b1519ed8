using Risk.Populations;

namespace Risk.Habits;

/// <summary>Sums of contracts by what they are for: the first three digits of the code and goods, works or services.</summary>
internal sealed class LargeDeals
{
    private const int GroupDigits = 3;
    private readonly Dictionary<(long Group, byte Subject), double[]> sums = [];

    private LargeDeals(Population population)
    {
        var lists = new Dictionary<(long, byte), List<double>>();
        foreach (ref readonly var deal in population.Deals)
        {
            var items = population.ItemsOf(deal);
            if (items.Length == 0 || items[0].Enstru == 0 || deal.SumTiyn <= 0)
                continue;
            var key = (EnstruCode.Beginning(items[0].Enstru, GroupDigits), deal.Subject);
            if (!lists.TryGetValue(key, out var list))
                lists[key] = list = [];
            list.Add((double)deal.Sum);
        }

        foreach (var (key, list) in lists)
        {
            list.Sort();
            sums[key] = [.. list];
        }
    }

    public static LargeDeals Of(Population population) => new(population);

    /// <summary>Sums in tenge without VAT, smallest first.</summary>
    public IReadOnlyList<double> Of(long enstru, int subject) =>
        sums.GetValueOrDefault((EnstruCode.Beginning(enstru, GroupDigits), (byte)subject)) ?? [];
}
