using Risk.Habits;
using Risk.Populations;

namespace Risk;

/// <summary>The buyer's direct purchases of one group in one year, by how sure it is that the small-volume limit binds them.</summary>
internal sealed record DirectPurchases
{
    /// <summary>One direct purchase: the contract with the sum of its items that belong to the group.</summary>
    public readonly record struct Purchase(DealFact Deal, decimal Sum, decimal NarrowSum);

    /// <summary>Published ground "small annual volume".</summary>
    public List<Purchase> Small { get; } = [];

    /// <summary>No ground published.</summary>
    public List<Purchase> WithoutGround { get; } = [];

    /// <summary>Something could belong here, but a field that would tell is missing.</summary>
    public bool SomeUnclear { get; private set; }

    /// <summary>A ground is given by a number whose meaning was not loaded.</summary>
    public bool SomeGroundsUnknown { get; private set; }

    private enum Kind { Elsewhere, Small, WithoutGround, GroundUnknown, Unclear }

    public static DirectPurchases Of(Population population, long buyer, int year, HomogeneousGroup group, long enstru)
    {
        var purchases = new DirectPurchases();
        var (direct, grounds) = (population.Catalogue.Methods.Direct, population.Habit(SmallVolumeGrounds.Of));

        foreach (ref readonly var deal in population.DealsOf(buyer))
        {
            if (deal.Year != year || (deal.Method != 0 && deal.Method != direct))
                continue;

            var kind = Sort(population, deal, group, grounds);
            purchases.SomeUnclear |= kind == Kind.Unclear;
            purchases.SomeGroundsUnknown |= kind == Kind.GroundUnknown;
            if (kind is Kind.Small or Kind.WithoutGround)
                (kind == Kind.Small ? purchases.Small : purchases.WithoutGround).Add(Purchased(population, deal, group, enstru));
        }

        return purchases;
    }

    private static Kind Sort(Population population, in DealFact deal, HomogeneousGroup group, SmallVolumeGrounds grounds)
    {
        var items = population.ItemsOf(deal);
        var (kind, someUnknown) = (Kind.Elsewhere, items.Length == 0);

        foreach (ref readonly var item in items)
        {
            var belongs = group.Holds(item.Enstru, deal.Subject);
            someUnknown |= belongs is null;
            if (belongs == true)
                kind = Stronger(kind, SumOf(item, deal) == 0 ? Kind.Unclear : GroundOf(item, grounds));
        }

        return kind == Kind.Elsewhere && someUnknown ? Kind.Unclear
            : kind != Kind.Elsewhere && deal.Method == 0 ? Kind.Unclear
            : kind;
    }

    /// <summary>What is not known of one item is not known of the contract.</summary>
    private static Kind Stronger(Kind one, Kind other) => (Kind)Math.Max((int)one, (int)other);

    private static Kind GroundOf(in ItemFact item, SmallVolumeGrounds grounds) => item.Justification == 0
        ? Kind.WithoutGround
        : grounds.Means(item.Justification) switch { null => Kind.GroundUnknown, true => Kind.Small, false => Kind.Elsewhere };

    private static Purchase Purchased(Population population, in DealFact deal, HomogeneousGroup group, long enstru)
    {
        var digits = population.Catalogue.Rules.Splitting.NarrowDigits;
        var (sum, narrow) = (0m, 0m);

        foreach (ref readonly var item in population.ItemsOf(deal))
            if (group.Holds(item.Enstru, deal.Subject) == true)
            {
                sum += SumOf(item, deal);
                narrow += EnstruCode.Beginning(item.Enstru, digits) == EnstruCode.Beginning(enstru, digits) ? SumOf(item, deal) : 0;
            }

        return new Purchase(deal, sum, narrow);
    }

    /// <summary>0 when it cannot be told.</summary>
    private static decimal SumOf(in ItemFact item, in DealFact deal) =>
        item.SumTiyn != 0 ? item.Sum : deal.ItemCount == 1 ? deal.Sum : 0;
}
