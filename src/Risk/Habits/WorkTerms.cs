using System.Collections;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>In how many days works of one kind (six digits of the code) are to be done, by the contracts.</summary>
internal sealed class WorkTerms
{
    private const int GroupDigits = 6;
    private const byte Works = 2;
    private readonly Dictionary<long, List<double>> terms = [];

    private WorkTerms(Population population)
    {
        foreach (ref readonly var deal in population.Deals)
            if (deal.Subject == Works && TermOf(deal) is { } days && GroupOf(population, deal) is not 0 and var group)
            {
                if (!terms.TryGetValue(group, out var list))
                    terms[group] = list = [];
                list.Add(days);
            }

        foreach (var list in terms.Values)
            list.Sort();
    }

    public static WorkTerms Of(Population population) => new(population);

    /// <summary>Days from the signature to the planned end; null where the contract does not tell.</summary>
    public static int? TermOf(in DealFact deal) =>
        deal.PlannedEnd > 0 && deal.FirstDay > 0 && deal.PlannedEnd >= deal.FirstDay ? deal.PlannedEnd - deal.FirstDay : null;

    /// <summary>Terms of the other contracts of this kind, in ascending order.</summary>
    public IReadOnlyList<double> Others(Population population, in DealFact deal) =>
        !terms.TryGetValue(GroupOf(population, deal), out var all) ? []
        : TermOf(deal) is { } own && all.BinarySearch(own) is >= 0 and var place ? new AllButOne(all, place) : all;

    /// <summary>A view: of some kinds there are thousands of terms.</summary>
    private sealed class AllButOne(List<double> all, int left) : IReadOnlyList<double>
    {
        public int Count => all.Count - 1;
        public double this[int place] => all[place < left ? place : place + 1];

        public IEnumerator<double> GetEnumerator() => all.Where((_, place) => place != left).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static long GroupOf(Population population, in DealFact deal) =>
        deal.ItemCount == 0 ? 0 : EnstruCode.Beginning(population.ItemsOf(deal)[0].Enstru, GroupDigits);
}
